import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { SearchState } from '../state.ts'
import { engineWords } from '../words.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/**
 * How the words of a query are asked for: with all of them when any entry of the collection has them
 * all, before any filter; else with as many as can be had.
 */

export type WordQuery = {
  q: string
  matchingStrategy: 'all' | 'frequency'
  /** What words beyond the engine's limit add. */
  filter: string[]
}

/** More entries than this with the later words of a long query: the rest is not looked at. */
const MAX_IDS = 20_000

export async function findWords(
  client: EngineClient,
  state: SearchState,
  filter: string[],
): Promise<{ words: WordQuery; relaxed: boolean }> {
  const { q, also, loose, relaxable } = engineWords(state.q, state.exact)
  const all: WordQuery = { q, matchingStrategy: 'all', filter: await longQueryFilter(client, also) }
  if (!relaxable || state.exact) return { words: all, relaxed: false }
  // Entries with all words inside the filters prove that there are some before the filters.
  if (await anyEntry(client, all, [...filter, ...all.filter])) return { words: all, relaxed: false }
  if (filter.length > 0 && (await anyEntry(client, all, all.filter))) {
    return { words: all, relaxed: false }
  }
  const bound = await longQueryFilter(client, loose.also)
  return { words: { q: loose.q, matchingStrategy: 'frequency', filter: bound }, relaxed: true }
}

async function anyEntry(
  client: EngineClient,
  words: WordQuery,
  filter: string[],
): Promise<boolean> {
  const { matchingStrategy } = words
  const answer = await client
    .index(ENTRIES_INDEX)
    .search(words.q, { matchingStrategy, filter, hitsPerPage: 0, page: 1 })
  return answer.totalHits > 0
}

/** The engine counts ten words of a query: what the others match becomes a filter of ids. */
async function longQueryFilter(client: EngineClient, also: string[]): Promise<string[]> {
  const filters: string[] = []
  for (const q of also) {
    const { hits } = await client.index<{ id: string }>(ENTRIES_INDEX).search(q, {
      matchingStrategy: 'all',
      attributesToRetrieve: ['id'],
      filter: filters,
      limit: MAX_IDS,
    })
    filters.splice(0, filters.length, `id IN [${hits.map(({ id }) => quoted(id)).join(', ')}]`)
  }
  return filters
}
