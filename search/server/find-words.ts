import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { termOf } from '#schema/meaning/terms'
import { type Frequencies, rarity } from '#schema/meaning/weights'
import { engineWord } from '../query-units.ts'
import type { SearchState } from '../state.ts'
import { engineWords, queryParts, spelledWords } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import { type BestWords, bestWords } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { longQueryFilter } from './long-query.ts'
import { beginningOfNumber, NO_BEGINNING } from './open-number.ts'
import { type OtherName, otherNames } from './other-names.ts'
import { acrossSigns } from './phrases.ts'

/**
 * How the words of a query are asked for: with all of them when any entry of the collection has them
 * all, before any filter; else with any of those that tell the most. A name of an actor may be any of its names.
 */

export type Words = {
  /** Empty when no entry has all the words. */
  words: Alternative[]
  /** Of a query of more than ten words the later ones, which a filter asks for. */
  also: string[]
  relaxed: boolean
  /** Names in the query that stand for actors with other names. */
  names: OtherName[]
  /** The best entries with the words, where they were asked for and come by the way. */
  best: BestWords | null
}

/** Words of a relaxed query that are asked for: every one costs a search. */
const MOST_LOOSE = 5
/** And of the words that the model does not know: they may be of one entry alone, or mistyped. */
const MOST_UNKNOWN = 3
/** So many of these are looked up: the longest, as those seldom are common. */
const MOST_LOOKED_UP = 12

/** @param wantsBest whether the best entries with the words will be needed */
export async function findWords(
  client: EngineClient,
  state: SearchState,
  filter: string[],
  wantsBest: boolean,
): Promise<Words> {
  const { also, relaxable } = engineWords(state.q, state.exact)
  const spelled = spelledWords(state.q, state.exact)
  const later = await longQueryFilter(client, spelled, also)
  const open = state.exact ? NO_BEGINNING : await beginningOfNumber(client, state.q)
  const aside = [...(later.aside ?? []), ...open.aside]
  const typed = await acrossSigns(client, [
    ...spelled.map(
      (q): Alternative => ({ q, matchingStrategy: 'all', filter: later.filter, aside }),
    ),
    ...open.alternatives,
  ])
  const withNames = state.names && !state.exact && also.length === 0
  const [{ names, readings }, { isThere, best }] = await Promise.all([
    withNames ? otherNames(client, state.q) : NO_NAMES,
    relaxable ? anyTyped(client, typed, filter, wantsBest) : { isThere: true, best: null },
  ])
  const others = await acrossSigns(
    client,
    readings.map(({ q: rest, filter: actors }) => {
      return { q: engineWords(rest, false).q, matchingStrategy: 'all', filter: actors }
    }),
  )
  const all = [...typed, ...others]
  // Entries with all words inside the filters prove that there are some before the filters.
  if (isThere || (others.length > 0 && (await anyEntry(client, others, filter)))) {
    return { words: all, also, relaxed: false, names, best: others.length === 0 ? best : null }
  }
  if (filter.length > 0 && (await anyEntry(client, all, []))) {
    return { words: all, also, relaxed: false, names, best: null }
  }
  return { words: [], also: [], relaxed: true, names, best: null }
}

/** Whether any entry has the words; with the best of them in one question where it can be one. */
async function anyTyped(
  client: EngineClient,
  typed: readonly Alternative[],
  filter: string[],
  wantsBest: boolean,
): Promise<{ isThere: boolean; best: BestWords | null }> {
  if (!wantsBest || filter.length > 0) {
    return { isThere: await anyEntry(client, typed, filter), best: null }
  }
  const best = await bestWords(client, typed)
  return { isThere: best.lists.some((hits) => hits.length > 0), best }
}

/**
 * Entries with any of the words that tell the most, for a query that no entry answers whole; phrases and
 * exclusions bind in each.
 *
 * @param frequencies of the collection; null when they are not known: long words tell more than short ones
 */
export async function someOfTheWords(
  client: EngineClient,
  query: string,
  frequencies: Frequencies | null,
): Promise<Alternative[]> {
  const { binding, words, hasPhrases } = queryParts(query)
  const unlike = [...new Set(words.map((word) => word.toLowerCase()))]
  const telling = unlike.filter((word) => termOf(word) !== null)
  const found = (word: string): number => frequencies?.entriesWith(termOf(word) ?? '') ?? 0
  const tells = (word: string): number =>
    frequencies === null || found(word) === 0
      ? word.length / 100
      : rarity(frequencies, termOf(word) ?? '')
  const ordered = (telling.length > 0 ? telling : unlike).toSorted((a, b) => tells(b) - tells(a))
  const unknown = ordered.slice(MOST_LOOSE).filter((word) => found(word) === 0)
  const kept = [...ordered.slice(0, MOST_LOOSE), ...(await rarest(client, unknown))]
  const asked = kept.map((word) => `${binding} ${beginning(word)}`)
  // Every word may be dropped where a phrase remains.
  if (hasPhrases) asked.push(binding)
  return asked.map((q) => ({ q, matchingStrategy: 'all', filter: [] }))
}

/** Of words that the model does not know, those that the fewest entries have; without those that none has. */
async function rarest(client: EngineClient, unknown: readonly string[]): Promise<string[]> {
  if (unknown.length <= MOST_UNKNOWN) return [...unknown]
  const some = unknown.slice(0, MOST_LOOKED_UP)
  const counts = await counted(
    client,
    some.map((word): Alternative => ({ q: beginning(word), matchingStrategy: 'all', filter: [] })),
    [],
  )
  return some
    .map((word, at) => ({ word, entries: counts[at] ?? 0 }))
    .filter(({ entries }) => entries > 0)
    .sort((one, other) => one.entries - other.entries)
    .slice(0, MOST_UNKNOWN)
    .map(({ word }) => word)
}

/** Shorter beginnings are those of too many words. */
const SHORTEST = 4

/**
 * A word's stem, where the word begins with it: the engine finds all words with this beginning, and so the
 * other forms of the word. Else the word as it is; the space says that it is complete.
 */
function beginning(word: string): string {
  const asked = engineWord(word)
  if (asked.startsWith('"')) return asked
  const stem = termOf(word) ?? ''
  return stem.length >= SHORTEST && asked.startsWith(stem) ? stem : `${asked} `
}

const NO_NAMES = { names: [], readings: [] }

const anyEntry = async (
  client: EngineClient,
  alternatives: readonly Alternative[],
  filter: string[],
): Promise<boolean> => (await counted(client, alternatives, filter)).some((entries) => entries > 0)

/** The number of entries that each of some questions has. */
async function counted(
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
