import 'server-only'
import { frequenciesOf, type MeaningModel } from '#schema/meaning/model'
import { countTerms, type TermCounts, termsOf } from '#schema/meaning/terms'
import { shareOf } from '#schema/meaning/weights'
import type { SearchState } from '../state.ts'
import { type QueryParts, queryParts } from '../words.ts'
import { type Alternative, cannotRank, isWordless, searchUnions } from './alternatives.ts'
import { blendedOrder } from './blend.ts'
import {
  BEST_WORDS,
  type BestWords,
  bestWords,
  type Candidate,
  candidatesOf,
  type Nearest,
  nearestTo,
  whichMatch,
} from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { findWords } from './find-words.ts'
import { intentOf, isSentence } from './intent.ts'
import { someOfTheWords } from './loose-words.ts'
import {
  type CollectionState,
  collectionState,
  type Meaning,
  meaningKept,
  meaningOf,
} from './model.ts'
import type { OtherName } from './other-names.ts'
import { acrossSigns } from './phrases.ts'
import { type YearsFilter, yearsOf } from './typed-years.ts'

/** The entries with a query's words, before any filter. */
export type FoundWords = {
  words: Alternative[]
  /** Of a query of more than ten words the later ones, which a filter asks for. */
  also: string[]
  relaxed: boolean
  /** Names in the query that stand for actors with other names. */
  names: OtherName[]
  /** The best entries with the words, where they are known already. */
  best: BestWords | null
}

/**
 * What a query finds, before any filter: the entries with its words, and a bounded number of others
 * that are close enough in meaning. Every count and every list of the search is of this set.
 */
export type Found = FoundWords & {
  /** The corpus version. */
  version: number
  /** The query as terms; empty where meaning has no say. */
  terms: string[]
  /** Ids of entries found by meaning alone, none of which has the words, the closest first. */
  meaning: string[]
  /** Ids that lead the list, found either way, the best first; empty where the engine's order leads. */
  leading: string[]
}

/** So close must an entry be that has not the words; measured, see docs/decisions/024. */
const CLOSE = 0.3
/** Or it must have so much of what the query says, in whatever form of the words. */
const SHARE = 0.25

/**
 * What may join the entries with the words: nothing; others behind them, which leave their order to the engine;
 * or others among them.
 */
export type Joined = 'by nothing' | 'behind' | 'among'

export type Finding = {
  /** Known before the rest, so that it can be counted meanwhile. */
  words: Promise<FoundWords & { joined: Joined }>
  whole: Promise<Found>
}

export function finding(client: EngineClient, state: SearchState, filter: string[]): Finding {
  const collected = collectionState(client)
  const early = nearestEarly(client, state)
  const parts = queryParts(state.q)
  const years = yearsOf(client, parts.years, isSentence(parts))
  const words = foundWords(client, state, filter, collected, years)
  const whole = Promise.all([words, collected]).then(([found, collection]) =>
    withMeaning(client, state, { ...found, version: collection.version }, collection, early, years),
  )
  // Whoever awaits them hears of a failure; until then it must not count as unhandled.
  for (const promise of [collected, whole]) promise.catch(() => {})
  return { words: words.then((found) => ({ ...found, joined: joinedBy(state, found) })), whole }
}

function joinedBy(state: SearchState, { relaxed, words }: FoundWords): Joined {
  const { meaning, blended } = intentOf(state, relaxed)
  if (blended || cannotRank(words)) return 'among'
  return meaning ? 'behind' : 'by nothing'
}

export const find = (client: EngineClient, state: SearchState, filter: string[]): Promise<Found> =>
  finding(client, state, filter).whole

async function foundWords(
  client: EngineClient,
  state: SearchState,
  filter: string[],
  collected: Promise<CollectionState>,
  years: YearsFilter,
): Promise<FoundWords> {
  const found = await findWords(client, state, filter)
  if (!found.relaxed) return found
  const meaning = await meaningOf(client, await collected)
  const frequencies = meaning === null ? null : frequenciesOf(meaning.model)
  const { alternatives, entries } = await someOfTheWords(client, state.q, frequencies)
  const some = await acrossSigns(client, alternatives)
  const { filter: dated, aside } = await years()
  const bound = (one: Alternative): Alternative => ({
    ...one,
    filter: [...one.filter, ...dated],
    aside: [...(one.aside ?? []), ...aside],
  })
  const words = some.map(bound)
  // Few enough to be compared: then all that have the words are known before they are counted.
  const isFew = entries <= BEST_WORDS && intentOf(state, true).meaning
  const best = isFew ? await bestWords(client, words, { most: BEST_WORDS + 1 }) : null
  return { ...found, words, best }
}

async function withMeaning(
  client: EngineClient,
  state: SearchState,
  worded: FoundWords & { version: number },
  collection: CollectionState,
  early: Early | null,
  years: YearsFilter,
): Promise<Found> {
  const { words, names, relaxed } = worded
  const { meaning: asked, blended, parts } = intentOf(state, relaxed)
  const meaning = asked ? await meaningOf(client, collection) : null
  const found: Found = { ...worded, terms: [], meaning: [], leading: [] }
  if (cannotRank(words)) found.leading = await withTheWords(client, words)
  if (meaning === null) return found
  const { model } = meaning
  const terms = termsOfQuery(parts, names)
  const isKnown = early?.meaning === meaning && sameTerms(early.terms, terms)
  const nearest = await (isKnown ? early.nearest : nearestOf(client, meaning, parts, terms))
  if (nearest === null) return { ...found, terms }
  const [entries, best, matching] = await Promise.all([
    nearest.entries,
    worded.best ?? bestWords(client, words),
    whichMatch(client, nearest.ids, words, worded.best),
  ])
  const candidates = candidatesOf(entries, best)
  const query = countTerms(terms)
  const close = candidates.filter(
    (one) => one.wordRank === null && !matching.has(one.id) && isClose(one, query, model),
  )
  const alone = await bound(client, close, parts, years)
  if (!blended) return { ...found, terms, meaning: alone }
  const listed = new Set([...alone, ...matching])
  const leading = candidates.filter(({ id, wordRank }) => wordRank !== null || listed.has(id))
  return { ...found, terms, meaning: alone, leading: blendedOrder(leading, terms, model) }
}

type Early = { terms: string[]; meaning: Meaning; nearest: Promise<Nearest | null> }

/**
 * The entries closest to the words as typed, by the model of the search before, asked for while it is still being
 * found out which entries have the words and which version the collection is of; null for a query of which it is
 * not clear yet whether meaning has a say.
 */
function nearestEarly(client: EngineClient, state: SearchState): Early | null {
  const { meaning: asked, parts } = intentOf(state, false)
  const meaning = asked ? meaningKept(client) : null
  if (meaning === null) return null
  const terms = termsOfQuery(parts, [])
  // Looking through the vectors keeps this thread busy for some milliseconds: first the engine gets its work.
  const nearest = requestsSent().then(() => nearestOf(client, meaning, parts, terms))
  nearest.catch(() => {})
  return { terms, meaning, nearest }
}

/** A request that was made goes out in the next turns of the event loop. */
async function requestsSent(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate)
}

const TURNS = 3

const nearestOf = (
  client: EngineClient,
  meaning: Meaning,
  { words }: QueryParts,
  terms: string[],
): Promise<Nearest | null> => nearestTo(client, meaning, words.join(' '), terms)

const sameTerms = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((term, at) => term === other[at])

function isClose(
  { closeness, counts }: Candidate,
  query: TermCounts,
  model: MeaningModel,
): boolean {
  return (closeness ?? 0) >= CLOSE || shareOf(query, counts, frequenciesOf(model)) >= SHARE
}

/** More entries with a name as typed than anybody reads: the rest stands with those of other names. */
const MOST_TYPED = 1_000

/** Entries that have what was typed lead those that only have an actor that was named. */
async function withTheWords(
  client: EngineClient,
  words: readonly Alternative[],
): Promise<string[]> {
  const [result] = await searchUnions(
    client,
    words.filter((alternative) => !isWordless(alternative)),
    [{ ...EVERYTHING, limit: MOST_TYPED, attributesToRetrieve: ['id'] }],
  )
  return (result?.hits ?? []).map(({ id }) => id)
}

const EVERYTHING = { filter: [], facets: [], offset: 0, sort: null }

/** Actors that are named by initials are meant by their names in full as well. */
function termsOfQuery(parts: QueryParts, names: readonly OtherName[]): string[] {
  const initials = names.filter(({ typed }) => /^\p{Lu}+$/u.test(typed))
  return termsOf([...parts.words, ...initials.map(({ name }) => name)].join(' '))
}

/** Phrases, exclusions and years bind whatever way an entry is found. */
async function bound(
  client: EngineClient,
  close: readonly Candidate[],
  parts: QueryParts,
  years: YearsFilter,
): Promise<string[]> {
  const ids = close
    .toSorted((a, b) => (b.closeness ?? 0) - (a.closeness ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  if (parts.binding === '' && parts.years.length === 0) return ids
  const binding = {
    q: parts.binding,
    matchingStrategy: 'all' as const,
    filter: (await years()).filter,
  }
  const kept = await whichMatch(client, ids, await acrossSigns(client, [binding]))
  return ids.filter((id) => kept.has(id))
}
