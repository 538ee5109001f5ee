import 'server-only'
import { frequenciesOf, type MeaningModel } from '#schema/meaning/model'
import { countTerms, type TermCounts, termsOf } from '#schema/meaning/terms'
import { shareOf } from '#schema/meaning/weights'
import type { SearchState } from '../state.ts'
import { type QueryParts, queryParts } from '../words.ts'
import { type Alternative, cannotRank, isWordless, searchUnions } from './alternatives.ts'
import { blendedOrder } from './blend.ts'
import { type Candidate, candidatesOf, type Nearest, nearestTo, whichMatch } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { findWords, someOfTheWords } from './find-words.ts'
import { intentOf } from './intent.ts'
import { type CollectionState, collectionState, meaningOf } from './model.ts'
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
/** So many of them at most. */
const MOST = 100

export type Finding = {
  /** Known before the rest, so that it can be counted meanwhile. Settled: nothing joins it, and the engine orders it. */
  words: Promise<FoundWords & { isSettled: boolean }>
  whole: Promise<Found>
}

export function finding(client: EngineClient, state: SearchState, filter: string[]): Finding {
  const collected = collectionState(client)
  const early = nearestEarly(client, state, collected)
  const years = yearsOf(client, queryParts(state.q).years)
  const words = foundWords(client, state, filter, collected, years)
  const whole = Promise.all([words, collected]).then(([found, collection]) =>
    withMeaning(client, state, { ...found, version: collection.version }, collection, early, years),
  )
  // Whoever awaits them hears of a failure; until then it must not count as unhandled.
  for (const promise of [collected, whole]) promise.catch(() => {})
  const isSettled = (found: FoundWords): boolean =>
    !intentOf(state, found.relaxed).meaning && !cannotRank(found.words)
  return { words: words.then((found) => ({ ...found, isSettled: isSettled(found) })), whole }
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
  const some = await acrossSigns(client, someOfTheWords(state.q, frequencies))
  const filters = await years()
  return { ...found, words: some.map((one) => ({ ...one, filter: [...one.filter, ...filters] })) }
}

async function withMeaning(
  client: EngineClient,
  state: SearchState,
  worded: FoundWords & { version: number },
  collection: CollectionState,
  early: Promise<Early | null>,
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
  const known = await early
  const nearest =
    known !== null && sameTerms(known.terms, terms)
      ? known.nearest
      : await nearestTo(client, meaning, parts.words.join(' '), terms)
  if (nearest === null) return { ...found, terms }
  const ids = nearest.map(({ id }) => id)
  const [candidates, matching] = await Promise.all([
    candidatesOf(client, nearest, words),
    whichMatch(client, ids, words),
  ])
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

type Early = { terms: string[]; nearest: Nearest[] | null }

/**
 * The entries closest to the words as typed, asked for while it is still being found out which entries
 * have the words; null for a query of which it is not clear yet whether meaning has a say.
 */
function nearestEarly(
  client: EngineClient,
  state: SearchState,
  collection: Promise<CollectionState>,
): Promise<Early | null> {
  const early = async (): Promise<Early | null> => {
    const { meaning: asked, parts } = intentOf(state, false)
    if (!asked) return null
    const meaning = await meaningOf(client, await collection)
    if (meaning === null) return null
    const terms = termsOfQuery(parts, [])
    return { terms, nearest: await nearestTo(client, meaning, parts.words.join(' '), terms) }
  }
  const result = early()
  result.catch(() => {})
  return result
}

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
    .slice(0, MOST)
    .map(({ id }) => id)
  if (parts.binding === '' && parts.years.length === 0) return ids
  const binding = { q: parts.binding, matchingStrategy: 'all' as const, filter: await years() }
  const kept = await whichMatch(client, ids, await acrossSigns(client, [binding]))
  return ids.filter((id) => kept.has(id))
}
