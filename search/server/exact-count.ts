import 'server-only'
import { hasWords } from '../query-units.ts'
import type { SearchState } from '../state.ts'
import { engineWords, spelledWords } from '../words.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { acrossSigns } from './phrases.ts'

/**
 * How many of the results have every word as it was typed; null where nothing was typed, where only
 * such entries are listed anyway, and for queries longer than one search of the engine takes.
 *
 * @param state with its actors by their canonical names
 */
export async function exactCount(client: EngineClient, state: SearchState): Promise<number | null> {
  const { also } = engineWords(state.q, true)
  if (state.exact || also.length > 0 || !hasWords(state.q)) return null
  const [result] = await searchUnions(
    client,
    await acrossSigns(
      client,
      spelledWords(state.q, true).map((q) => ({ q, matchingStrategy: 'all', filter: [] })),
    ),
    [countQuery(engineFilter(filtersOf(state)))],
  )
  return result?.totalHits ?? 0
}
