import 'server-only'
import { hasWords } from '../query-units.ts'
import type { SearchState } from '../state.ts'
import { engineWords, spelledWords } from '../words.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import { allOf, idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { FoundWords } from './find.ts'
import { wantsBest } from './find-words.ts'
import { longQueryFilter } from './long-query.ts'
import { acrossSigns } from './phrases.ts'

/**
 * How many of the results have every word as it was typed; null where nothing was typed, and where only
 * such entries are listed anyway.
 *
 * @param state with its actors by their canonical names
 * @param filter the engine's filters of the search
 * @param finding waited for where it may say which entries have the words: those typed exactly are among them
 */
export async function exactCount(
  client: EngineClient,
  state: SearchState,
  filter: string[],
  finding: Promise<FoundWords>,
): Promise<number | null> {
  if (state.exact || !hasWords(state.q)) return null
  const found = wantsBest(state, filter) ? await finding : null
  if (found?.relaxed) return 0
  const few = allOf(found?.best ?? null)
  const among = few === null ? filter : [idsFilter(few)]
  const spelled = spelledWords(state.q, true)
  const later = await longQueryFilter(client, spelled, engineWords(state.q, true).also)
  const [result] = await searchUnions(
    client,
    await acrossSigns(
      client,
      spelled.map((q) => ({ q, matchingStrategy: 'all', filter: later.filter })),
    ),
    [countQuery(among)],
  )
  return result?.totalHits ?? 0
}
