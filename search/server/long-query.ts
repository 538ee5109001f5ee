import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { type Alternative, leftAside } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { acrossSigns } from './phrases.ts'

/** Where more entries than this have each ten of the words, the later ones are left aside: half a second. */
const MOST_IDS = 5_000

const TOO_MANY =
  'of more than ten words these are left aside, because too many entries have the others'

/** Bounds an alternative to the entries that have the later words, as well; without them, unbounded. */
export type Later = Pick<Alternative, 'filter' | 'aside'> & {
  /** True when no entry has all the words. */
  isNone: boolean
}

/**
 * The engine counts ten words of a query: what the others match becomes a filter of ids. Every id that is
 * read costs, so the chunk of words that the fewest entries have comes first.
 *
 * @param first the query of the first ten words, in each spelling
 * @param also queries of ten words at most, all of which an entry must match
 */
export async function longQueryFilter(
  client: EngineClient,
  first: string[],
  also: string[],
  mostIds = MOST_IDS,
): Promise<Later> {
  if (also.length === 0) return { filter: [], isNone: false }
  const chunks = await Promise.all(
    [first, ...also.map((q) => [q])].map((queries) =>
      acrossSigns(
        client,
        queries.map((q) => ({ q, matchingStrategy: 'all', filter: [] })),
      ),
    ),
  )
  const aside = leftAside(chunks.slice(1).flat())
  const counts = await Promise.all(chunks.map((chunk) => countOf(client, chunk)))
  const order = chunks.map((_, at) => at).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
  const [fewest = 0] = order
  if (counts[fewest] === 0) return { filter: [idsFilter([])], aside, isNone: true }
  if ((counts[fewest] ?? 0) > mostIds) {
    const left = also.map((q) => ({ parameter: 'q', value: q.trim(), reason: TOO_MANY }))
    return { filter: [], aside: left, isNone: false }
  }
  let ids: string[] | null = null
  for (const at of order) {
    // The first words are asked for anyway: their entries are read only to bound the others.
    if (at > 0 || ids === null) ids = await idsOf(client, chunks[at] ?? [], ids, mostIds)
  }
  return { filter: [idsFilter(ids ?? [])], aside, isNone: ids?.length === 0 }
}

const matching = ({ q, matchingStrategy, filter }: Alternative) => ({
  indexUid: ENTRIES_INDEX,
  q,
  matchingStrategy,
  filter,
})

async function countOf(client: EngineClient, chunk: readonly Alternative[]): Promise<number> {
  const { results } = await client.multiSearch({
    queries: chunk.map((one) => ({ ...matching(one), hitsPerPage: 0, page: 1 })),
  })
  return results.reduce((sum, { totalHits = 0 }) => sum + totalHits, 0)
}

async function idsOf(
  client: EngineClient,
  chunk: readonly Alternative[],
  among: string[] | null,
  limit: number,
): Promise<string[]> {
  const within = among === null ? [] : [idsFilter(among)]
  const { results } = await client.multiSearch<MultiSearchParams, { id: string }>({
    queries: chunk.map((one) => ({
      ...matching({ ...one, filter: [...one.filter, ...within] }),
      attributesToRetrieve: ['id'],
      limit,
    })),
  })
  return results.flatMap(({ hits }) => hits.map(({ id }) => id))
}
