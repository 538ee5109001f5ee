import 'server-only'
import { hasFilters, type SearchState, withoutFilters } from '../state.ts'
import { searchOf } from '../url.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { find } from './find.ts'
import { wholeOf } from './listing.ts'

/**
 * The totals of several searches at once. What words find is settled before any filter, so it is found
 * once for all searches with the same words.
 *
 * @param states with their actors by canonical names
 */
export async function totalsOf(
  client: EngineClient,
  states: readonly SearchState[],
): Promise<number[]> {
  const byWords = new Map<string, SearchState[]>()
  for (const state of states) {
    const words = searchOf(wordsOf(state))
    byWords.set(words, [...(byWords.get(words) ?? []), state])
  }
  const counted = await Promise.all([...byWords.values()].map((some) => counting(client, some)))
  const totals = new Map(counted.flat())
  return states.map((state) => totals.get(state) ?? 0)
}

async function counting(
  client: EngineClient,
  states: readonly SearchState[],
): Promise<[SearchState, number][]> {
  const [first] = states
  if (first === undefined) return []
  const found = await find(client, wordsOf(first), [])
  const queries = states.map((state) => countQuery(engineFilter(filtersOf(state))))
  const results = await searchUnions(client, wholeOf(found), queries)
  return states.map((state, at) => [state, results[at]?.totalHits ?? 0])
}

const wordsOf = (state: SearchState): SearchState => ({
  ...(hasFilters(state) ? withoutFilters(state) : state),
  actorMatch: 'any',
  sort: 'relevance',
  page: 1,
  view: 'list',
})
