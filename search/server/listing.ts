import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import type { Hit } from '../answer.ts'
import { type EngineHit, hitOf } from './adapt.ts'
import { type Alternative, searchUnions, type UnionResult } from './alternatives.ts'
import { allOf, entriesOf, idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'
import { isMarkedApart, marked, marksApart, matchesAmong, withMarks, withStems } from './marks.ts'

/** The entries of one page, where meaning has a say: the engine has no such order by itself. */

export type Window = {
  offset: number
  size: number
  /** The engine's filters of the search. */
  filter: string[]
  /** An order that binds before relevance; null for relevance. */
  sort: string[] | null
}

/**
 * By relevance: the leading entries, then others with the words in the engine's order, then those found
 * by meaning alone that do not lead. The three parts are disjoint, so pages never overlap.
 *
 * @param ordering those of `aside` that pass the filters; not asked for an order that the reader chose
 * @param main with the number of entries with the words, under the filters
 * @param isListed whether it has the window of their list
 */
export async function listPage(
  client: EngineClient,
  found: Found,
  window: Window,
  ordering: Promise<readonly string[]>,
  main: Promise<UnionResult>,
  isListed: boolean,
): Promise<Hit[]> {
  if (window.sort !== null) {
    return marked(client, found, withStems(await list(client, wholeOf(found), window), found))
  }
  if (!isLed(found)) {
    const own = Promise.all([main, ordering]).then(([{ totalHits }, standing]) =>
      hitsOf(client, found, partsOf(found, window, totalHits, standing).ids),
    )
    const listed = isListed ? main.then(({ hits }) => hits) : list(client, found.words, window)
    const [rest, others] = await Promise.all([
      listed.then((hits) => marked(client, found, hits.map(hitOf))),
      own,
    ])
    return [...rest, ...others]
  }
  const { ids, rest, except } = partsOf(found, window, 0, await ordering)
  const [own, others] = await Promise.all([
    hitsOf(client, found, ids),
    list(client, found.words, without(except, rest)).then((hits) =>
      marked(client, found, withStems(hits, found)),
    ),
  ])
  return [...own, ...others]
}

/** What tells an entry and its state apart, without its words. */
export type EntryMark = Pick<EntryRecord, 'id' | 'changedIn'>

/** The list of listPage(), or the engine's own, as marks: so many that their words would not fit. */
export async function listMarks(
  client: EngineClient,
  found: Found,
  window: Window,
  wordTotal: number,
  standing: readonly string[],
): Promise<EntryMark[]> {
  if (window.sort !== null || hasEnginesOrder(found, window)) {
    return list<EntryMark>(client, wholeOf(found), window, MARK_FIELDS)
  }
  const { ids, rest, except } = partsOf(found, window, wordTotal, standing)
  const all = { filter: [], size: ids.length, offset: 0, sort: null }
  const [own, others] = await Promise.all([
    list<EntryMark>(client, [these(ids)], all, MARK_FIELDS),
    list<EntryMark>(client, found.words, without(except, rest), MARK_FIELDS),
  ])
  const byId = new Map(own.map((mark) => [mark.id, mark]))
  const marks = ids.map((id) => byId.get(id)).filter((mark) => mark !== undefined)
  return isLed(found) ? [...marks, ...others] : [...others, ...marks]
}

const MARK_FIELDS = ['id', 'changedIn'] as const

/** Entries with a place of their own lead the list; else they are its end. */
const isLed = ({ leading }: Found): boolean => leading.length > 0

type Parts = {
  /** Entries with a place of their own that lie in the window. */
  ids: readonly string[]
  /** What of the window is left for the words' own order. */
  rest: Window
  /** Those that have no place in it. */
  except: readonly string[]
}

/** Whether all entries with the words are known, and lead. */
function leadAll({ best, leading }: Found): boolean {
  const all = allOf(best)
  const led = new Set(leading)
  return all?.every((id) => led.has(id)) === true
}

function partsOf(
  found: Found,
  window: Window,
  wordTotal: number,
  standing: readonly string[],
): Parts {
  const { offset, size } = window
  if (isLed(found)) {
    const ids = standing.slice(offset, offset + size)
    const behind = Math.max(0, offset - standing.length)
    return {
      ids,
      rest: { ...window, offset: behind, size: leadAll(found) ? 0 : size - ids.length },
      except: found.leading,
    }
  }
  const from = Math.max(0, offset - wordTotal)
  const ids = standing.slice(from, Math.max(from, offset + size - wordTotal))
  return { ids, rest: offset < wordTotal ? window : { ...window, size: 0 }, except: [] }
}

const without = (except: readonly string[], window: Window): Window =>
  except.length === 0
    ? window
    : { ...window, filter: [...window.filter, `NOT ${idsFilter(except)}`] }

/** True where the engine's own list is the one that is wanted. */
export const hasEnginesOrder = ({ meaning, leading }: Found, { sort }: Window): boolean =>
  meaning.length === 0 && (leading.length === 0 || sort !== null)

/** The entries that have a place of their own in the list, leading or at its end. */
export const aside = ({ leading, meaning }: Found): string[] =>
  leading.length === 0 ? meaning : [...new Set([...leading, ...meaning])]

export function countIn(standing: readonly string[], ids: readonly string[]): number {
  const among = new Set(ids)
  return standing.filter((id) => among.has(id)).length
}

/** All that a query finds. */
export const wholeOf = (found: Found): Alternative[] =>
  found.meaning.length === 0 ? found.words : [...found.words, byMeaning(found)]

/** What meaning adds, as a question. */
export const byMeaning = ({ meaning }: Found): Alternative => these(meaning)

/** Some entries, as a question. */
export const these = (ids: readonly string[]): Alternative => ({
  q: '',
  matchingStrategy: 'all',
  filter: [idsFilter(ids)],
})

async function list<T = EngineHit>(
  client: EngineClient,
  alternatives: readonly Alternative[],
  { filter, size, offset, sort }: Window,
  fields: readonly string[] = ENTRY_FIELDS,
): Promise<T[]> {
  if (size <= 0) return []
  const [result] = await searchUnions(client, alternatives, [
    { filter, limit: size, offset, sort, facets: [], attributesToRetrieve: [...fields] },
  ])
  return (result?.hits ?? []) as T[]
}

/** Those of some entries that pass the filters, in the order given. */
export async function inOrder(
  client: EngineClient,
  ids: string[],
  filter: string[],
): Promise<string[]> {
  if (ids.length === 0 || filter.length === 0) return ids
  const { hits } = await client.index<{ id: string }>(ENTRIES_INDEX).search('', {
    filter: [...filter, idsFilter(ids)],
    limit: ids.length,
    attributesToRetrieve: ['id'],
  })
  const standing = new Set(hits.map(({ id }) => id))
  return ids.filter((id) => standing.has(id))
}

/** Entries by their ids, with what is marked in them, which is asked for meanwhile. */
async function hitsOf(client: EngineClient, found: Found, ids: readonly string[]): Promise<Hit[]> {
  if (ids.length === 0) return []
  // What was found by meaning alone has none of the words.
  const alone = new Set(found.meaning)
  const worded = ids.filter((id) => !alone.has(id))
  const isApart = isMarkedApart(found)
  const [records, matches, apart] = await Promise.all([
    entriesOf<EntryRecord>(client, ids, [...ENTRY_FIELDS]),
    matchesOf(client, found, isApart ? [] : worded),
    marksApart(client, found, worded),
  ])
  const hits = [...records.values()].map((record): EngineHit => {
    const found = matches.get(record.id)
    return found === undefined ? record : { ...record, _matchesPosition: found }
  })
  const byId = new Map(withMarks(found, withStems(hits, found), apart).map((hit) => [hit.id, hit]))
  return ids.map((id) => byId.get(id)).filter((hit) => hit !== undefined)
}

/** Known already where the best entries came with them; else the engine is asked. */
function matchesOf(
  client: EngineClient,
  { words, best }: Found,
  ids: readonly string[],
): ReturnType<typeof matchesAmong> {
  const known = new Map(
    best?.lists.flat().map(({ id, _matchesPosition }) => [id, _matchesPosition]),
  )
  if (ids.every((id) => known.get(id) !== undefined)) return Promise.resolve(known)
  return matchesAmong(client, words, ids)
}
