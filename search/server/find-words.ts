import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { termOf } from '#schema/meaning/terms'
import { type Frequencies, rarity } from '#schema/meaning/weights'
import type { SearchState } from '../state.ts'
import { engineWords, queryParts } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'
import { type OtherName, otherNames } from './other-names.ts'

/**
 * How the words of a query are asked for: with all of them when any entry of the collection has them
 * all, before any filter; else with any of those that tell the most. A name of an actor may be any of its names.
 */

export type Words = {
  /** Empty when no entry has all the words. */
  words: Alternative[]
  relaxed: boolean
  /** Names in the query that stand for actors with other names. */
  names: OtherName[]
}

/** More entries than this with the later words of a long query: the rest is not looked at. */
const MAX_IDS = 20_000
/** Words of a relaxed query that are asked for: every one costs a search. */
const MOST_LOOSE = 5

export async function findWords(
  client: EngineClient,
  state: SearchState,
  filter: string[],
): Promise<Words> {
  const { q, also, relaxable } = engineWords(state.q, state.exact)
  const typed: Alternative = {
    q,
    matchingStrategy: 'all',
    filter: await longQueryFilter(client, also),
  }
  const mayRelax = relaxable && !state.exact
  const withNames = state.names && !state.exact && also.length === 0
  const [{ names, readings }, isThere] = await Promise.all([
    withNames ? otherNames(client, state.q) : NO_NAMES,
    mayRelax ? anyEntry(client, [typed], filter) : true,
  ])
  const others = readings.map(({ q: rest, filter: actors }): Alternative => {
    return { q: engineWords(rest, false).q, matchingStrategy: 'all', filter: actors }
  })
  const all = [typed, ...others]
  // Entries with all words inside the filters prove that there are some before the filters.
  if (isThere || (others.length > 0 && (await anyEntry(client, others, filter)))) {
    return { words: all, relaxed: false, names }
  }
  if (filter.length > 0 && (await anyEntry(client, all, []))) {
    return { words: all, relaxed: false, names }
  }
  return { words: [], relaxed: true, names }
}

/**
 * Entries with any of the words that tell the most, for a query that no entry answers whole; phrases and
 * exclusions bind in each.
 *
 * @param frequencies of the collection; null when they are not known: long words tell more than short ones
 */
export function someOfTheWords(query: string, frequencies: Frequencies | null): Alternative[] {
  const { binding, words } = queryParts(query)
  const unlike = [...new Set(words.map((word) => word.toLowerCase()))]
  const telling = unlike.filter((word) => termOf(word) !== null)
  const tells = (word: string): number => {
    const found = frequencies?.entriesWith(termOf(word) ?? '') ?? 0
    return frequencies === null || found === 0
      ? word.length / 100
      : rarity(frequencies, termOf(word) ?? '')
  }
  const kept = (telling.length > 0 ? telling : unlike)
    .toSorted((a, b) => tells(b) - tells(a))
    .slice(0, MOST_LOOSE)
  return kept.map((word) => ({
    q: `${binding} ${beginning(word)}`,
    matchingStrategy: 'all',
    filter: [],
  }))
}

/** Shorter beginnings are those of too many words. */
const SHORTEST = 4

/**
 * A word's stem, where the word begins with it: the engine finds all words with this beginning, and so the
 * other forms of the word. Else the word as it is; the space says that it is complete.
 */
function beginning(word: string): string {
  const stem = termOf(word) ?? ''
  return stem.length >= SHORTEST && word.startsWith(stem) ? stem : `${word} `
}

const NO_NAMES = { names: [], readings: [] }

async function anyEntry(
  client: EngineClient,
  alternatives: readonly Alternative[],
  filter: string[],
): Promise<boolean> {
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
  return results.some(({ totalHits = 0 }) => totalHits > 0)
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
