import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Alternative } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { acrossSigns } from './phrases.ts'

/** More entries than this with the later words of a long query: the rest is not looked at. */
const MAX_IDS = 20_000

/**
 * The engine counts ten words of a query: what the others match becomes a filter of ids. Every id that is
 * read costs, so the chunk of words that the fewest entries have comes first.
 *
 * @param also queries of ten words at most, all of which an entry must match
 */
export async function longQueryFilter(client: EngineClient, also: string[]): Promise<string[]> {
  if (also.length === 0) return []
  const chunks = await Promise.all(
    also.map((q) => acrossSigns(client, [{ q, matchingStrategy: 'all', filter: [] }])),
  )
  const counts = await Promise.all(chunks.map((chunk) => countOf(client, chunk)))
  const order = chunks.map((_, at) => at).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
  let ids: string[] | null = null
  for (const at of order) {
    if (counts[at] === 0) return [idsFilter([])]
    ids = await idsOf(client, chunks[at] ?? [], ids)
  }
  return [idsFilter(ids ?? [])]
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
): Promise<string[]> {
  const within = among === null ? [] : [idsFilter(among)]
  const { results } = await client.multiSearch<MultiSearchParams, { id: string }>({
    queries: chunk.map((one) => ({
      ...matching({ ...one, filter: [...one.filter, ...within] }),
      attributesToRetrieve: ['id'],
      limit: MAX_IDS,
    })),
  })
  return results.flatMap(({ hits }) => hits.map(({ id }) => id))
}
