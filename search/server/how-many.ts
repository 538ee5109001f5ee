import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Alternative } from './alternatives.ts'
import type { EngineClient } from './engine.ts'

/** The number of entries that each of some questions has. */
export async function counted(
  client: EngineClient,
  alternatives: readonly Alternative[],
  filter: string[],
): Promise<number[]> {
  const { results } = await client.multiSearch({
    queries: alternatives.map((words) => ({
      indexUid: ENTRIES_INDEX,
      q: words.q,
      matchingStrategy: words.matchingStrategy,
      filter: [...filter, ...words.filter],
      hitsPerPage: 0,
      page: 1,
    })),
  })
  return results.map(({ totalHits = 0 }) => totalHits)
}
