import 'server-only'
import { type Candidate, candidatesOf, type Offer } from '../offers.ts'
import { hasFilters, type SearchState, withoutFilters } from '../state.ts'
import { searchOf } from '../url.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { find } from './find.ts'
import { wholeOf } from './listing.ts'

/**
 * For a search without results: what could be dropped so that there are some, with the total that each
 * would give. Those without results are left out; nothing at all when the engine takes too long.
 *
 * @param state with its actors by their canonical names
 */
export async function offersFor(client: EngineClient, state: SearchState): Promise<Offer[]> {
  const candidates = candidatesOf(state)
  const byWords = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const words = searchOf(wordsOf(candidate.state))
    byWords.set(words, [...(byWords.get(words) ?? []), candidate])
  }
  const counted = [...byWords.values()].map((some) => counting(client, some))
  const totals = new Map((await Promise.all(counted).catch(() => [])).flat())
  return candidates
    .map((candidate) => ({ ...candidate, total: totals.get(candidate) ?? 0 }))
    .filter(({ total }) => total > 0)
}

/** What words find is settled before any filter, so once for all searches with the same words. */
async function counting(
  client: EngineClient,
  candidates: readonly Candidate[],
): Promise<[Candidate, number][]> {
  const [first] = candidates
  if (first === undefined) return []
  const found = await find(client, wordsOf(first.state), [])
  const queries = candidates.map(({ state }) => countQuery(engineFilter(filtersOf(state))))
  const results = await searchUnions(client, wholeOf(found), queries)
  return candidates.map((candidate, at) => [candidate, results[at]?.totalHits ?? 0])
}

const wordsOf = (state: SearchState): SearchState => ({
  ...(hasFilters(state) ? withoutFilters(state) : state),
  sort: 'relevance',
  page: 1,
  view: 'list',
})
