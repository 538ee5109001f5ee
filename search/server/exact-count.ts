import 'server-only'
import { hasWords } from '../query-units.ts'
import type { SearchState } from '../state.ts'
import { engineWords, spelledWords } from '../words.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { longQueryFilter } from './long-query.ts'
import { acrossSigns } from './phrases.ts'

/**
 * How many of the results have every word as it was typed; null where nothing was typed, and where only
 * such entries are listed anyway.
 *
 * @param state with its actors by their canonical names
 */
export async function exactCount(client: EngineClient, state: SearchState): Promise<number | null> {
  if (state.exact || !hasWords(state.q)) return null
  const spelled = spelledWords(state.q, true)
  const { filter } = await longQueryFilter(client, spelled, engineWords(state.q, true).also)
  const [result] = await searchUnions(
    client,
    await acrossSigns(
      client,
      spelled.map((q) => ({ q, matchingStrategy: 'all', filter })),
    ),
    [countQuery(engineFilter(filtersOf(state)))],
  )
  return result?.totalHits ?? 0
}
