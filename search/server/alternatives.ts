import 'server-only'
import type { FederatedMultiSearchParams, MultiSearchParams, MultiSearchResult } from 'meilisearch'
import { sumOfCounts } from '#engine/network/counts'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { LIVE } from '#schema/tombstone'
import { hasWords } from '../query-units.ts'
import type { Ignored } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { ORDERS } from './orders.ts'

/**
 * A set of entries as the union of engine queries: the words, the same words under another name of an
 * actor, what meaning adds. The engine's federated search makes one list, one total and one count of it.
 */
export type Alternative = {
  q: string
  matchingStrategy: 'all' | 'frequency'
  filter: string[]
  /** Where marks differ from what `q` would mark: words to ask for, and rows of words. */
  marks?: { q: string; rows: string[][] }
  /** What of the reader's words it leaves aside, because too many entries have them. */
  aside?: Ignored[]
}

/** What of the reader's words a union leaves aside, each once. */
export function leftAside(alternatives: readonly Alternative[]): Ignored[] {
  const all = alternatives.flatMap(({ aside }) => aside ?? [])
  return [...new Map(all.map((one) => [one.value, one])).values()]
}

/** True for a question without words: every entry that passes its filter. */
export const isWordless = ({ q }: Alternative): boolean => !hasWords(q)

/** Words rank entries, and a question without words does not: the engine cannot merge the two. */
export const cannotRank = (alternatives: readonly Alternative[]): boolean =>
  alternatives.some(isWordless) && !alternatives.every(isWordless)

/** An exclusion alone ranks for the engine, no query at all does not: it merges them in an order of ours only. */
const isPartlyEmpty = (alternatives: readonly Alternative[]): boolean =>
  alternatives.some(({ q }) => q.trim() === '') && alternatives.some(({ q }) => q.trim() !== '')

/** What is asked of the union: counts, and a part of its list. */
export type UnionQuery = {
  filter: string[]
  facets: string[]
  limit: number
  offset: number
  sort: string[] | null
  attributesToRetrieve: string[]
}

/** Asks for the total alone, or with the counts of some facets. */
export const countQuery = (filter: string[], facets: string[] = []): UnionQuery => ({
  filter,
  facets,
  limit: 0,
  offset: 0,
  sort: null,
  attributesToRetrieve: [],
})

export type UnionResult = Pick<MultiSearchResult<EntryRecord>, 'hits' | 'facetDistribution'> & {
  totalHits: number
}

/** A grid asks hundreds of questions at once; more requests than this at a time would be in each other's way. */
const LANES = 4

/**
 * Several questions about one union, a few of them side by side: those of one request the engine answers one after
 * the other. Totals are exact.
 *
 * @param isSmall a union of few entries: all its counts take the engine less time together
 */
export async function searchUnions(
  client: EngineClient,
  alternatives: readonly Alternative[],
  queries: readonly UnionQuery[],
  isSmall = false,
): Promise<UnionResult[]> {
  if (alternatives.length < 2 && !isSmall) return inLanes(client, alternatives, queries)
  const { asked, at } = atOnce(queries)
  const results = await inLanes(client, alternatives, asked)
  return at.map((one) => results[one] as UnionResult)
}

/**
 * To find out which entries a union has takes the engine longer than to count them: counts under the same filter
 * are asked for with one question. `at` says which answers which.
 */
function atOnce(queries: readonly UnionQuery[]): { asked: UnionQuery[]; at: number[] } {
  const asked: UnionQuery[] = []
  const at = queries.map((query) => {
    const same = asked.findIndex(({ filter }) => filter.join(' ') === query.filter.join(' '))
    const before = asked[same]
    if (query.limit > 0 || before === undefined) return asked.push(query) - 1
    asked[same] = { ...before, facets: [...before.facets, ...query.facets] }
    return same
  })
  return { asked, at }
}

async function inLanes(
  client: EngineClient,
  alternatives: readonly Alternative[],
  queries: readonly UnionQuery[],
): Promise<UnionResult[]> {
  const length = Math.max(1, Math.ceil(queries.length / LANES))
  const lanes = Array.from({ length: Math.ceil(queries.length / length) }, (_, lane) =>
    queries.slice(lane * length, (lane + 1) * length),
  )
  const results = await Promise.all(lanes.map((lane) => searchLane(client, alternatives, lane)))
  return results.flat()
}

/** Of a union of one in one request. */
async function searchLane(
  client: EngineClient,
  alternatives: readonly Alternative[],
  queries: readonly UnionQuery[],
): Promise<UnionResult[]> {
  const [only, ...others] = alternatives
  if (only !== undefined && others.length === 0) return searchOne(client, only, queries)
  const results: UnionResult[] = []
  for (const query of queries) results.push(await searchUnion(client, alternatives, query))
  return results
}

/** The counts of two sets that have no entry in common, with the list of the first. */
export function added(one: UnionResult, other: UnionResult | undefined): UnionResult {
  if (other === undefined) return one
  return {
    ...one,
    totalHits: one.totalHits + other.totalHits,
    facetDistribution: sumOfCounts([one.facetDistribution, other.facetDistribution]),
  }
}

async function searchOne(
  client: EngineClient,
  { q, matchingStrategy, filter: its }: Alternative,
  queries: readonly UnionQuery[],
): Promise<UnionResult[]> {
  const { results } = await client.multiSearch<MultiSearchParams, EntryRecord>({
    queries: queries.map(({ filter, limit, offset, sort, ...rest }) => ({
      ...rest,
      ...COMMON,
      showMatchesPosition: rest.attributesToRetrieve.includes('text'),
      q,
      matchingStrategy,
      filter: [LIVE, ...filter, ...its],
      // Exact totals come with pages only, and pages begin at multiples of their size.
      ...(limit === 0 || offset % limit === 0
        ? { hitsPerPage: limit, page: limit === 0 ? 1 : offset / limit + 1 }
        : { limit, offset }),
      ...(sort === null ? {} : { sort }),
    })),
  })
  return results as unknown as UnionResult[]
}

const COMMON = { indexUid: ENTRIES_INDEX }

/** An entry of several alternatives stands where the first of them would have it; oldest first when they cannot rank. */
async function searchUnion(
  client: EngineClient,
  alternatives: readonly Alternative[],
  { filter, facets, limit, offset, sort, attributesToRetrieve }: UnionQuery,
): Promise<UnionResult> {
  const isUnordered = cannotRank(alternatives) || isPartlyEmpty(alternatives)
  const order = sort ?? (isUnordered ? ORDERS.oldest : null)
  const answer = await client.multiSearch<FederatedMultiSearchParams, EntryRecord>({
    federation: { limit, offset, facetsByIndex: { [ENTRIES_INDEX]: facets } },
    queries: alternatives.map(({ q, matchingStrategy, filter: its }, index) => ({
      ...COMMON,
      // The engine reads each text again for these: wanted only where the text is.
      showMatchesPosition: attributesToRetrieve.includes('text'),
      q,
      matchingStrategy,
      filter: [LIVE, ...filter, ...its],
      attributesToRetrieve,
      federationOptions: { weight: WEIGHT ** index },
      ...(order === null ? {} : { sort: order }),
    })),
  })
  const { hits, estimatedTotalHits, facetsByIndex } = answer as unknown as {
    hits: UnionResult['hits']
    estimatedTotalHits: number
    facetsByIndex?: Record<string, { distribution: UnionResult['facetDistribution'] }>
  }
  return {
    hits,
    totalHits: estimatedTotalHits,
    facetDistribution: facetsByIndex?.[ENTRIES_INDEX]?.distribution ?? {},
  }
}

/** What was typed leads what it stands for, unless it is much worse. */
const WEIGHT = 0.9
