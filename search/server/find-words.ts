import 'server-only'
import type { SearchState } from '../state.ts'
import { engineWords, spelledWords } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import { type BestWords, bestWords } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { counted } from './how-many.ts'
import { intentOf } from './intent.ts'
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

/** Whether the best entries with the words are asked for while it is found out whether there are any. */
export const wantsBest = (state: SearchState, filter: readonly string[]): boolean =>
  filter.length === 0 && intentOf(state, false).meaning

export async function findWords(
  client: EngineClient,
  state: SearchState,
  filter: string[],
): Promise<Words> {
  const { also, relaxable } = engineWords(state.q, state.exact)
  const spelled = spelledWords(state.q, state.exact)
  const later = await longQueryFilter(client, spelled, also)
  // Names are not looked for in so many words.
  if (relaxable && later.isNone) return { ...NOTHING, names: [] }
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
    relaxable ? anyTyped(client, typed, state, filter) : { isThere: true, best: null },
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
  return { ...NOTHING, names }
}

/** Whether any entry has the words; with the best of them in one question where it can be one. */
async function anyTyped(
  client: EngineClient,
  typed: readonly Alternative[],
  state: SearchState,
  filter: string[],
): Promise<{ isThere: boolean; best: BestWords | null }> {
  if (!wantsBest(state, filter)) {
    return { isThere: await anyEntry(client, typed, filter), best: null }
  }
  const best = await bestWords(client, typed, { wantsMarks: intentOf(state, false).blended })
  return { isThere: best.lists.some((hits) => hits.length > 0), best }
}

const NOTHING = { words: [], also: [], relaxed: true, best: null }
const NO_NAMES = { names: [], readings: [] }

const anyEntry = async (
  client: EngineClient,
  alternatives: readonly Alternative[],
  filter: string[],
): Promise<boolean> => (await counted(client, alternatives, filter)).some((entries) => entries > 0)
