import 'server-only'
import type { Entry } from '#schema/entry'
import { ENTRIES_INDEX } from '#schema/indexes'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import { DEFAULT_SIZE, type SearchState } from '../state.ts'
import { withCanonicalActors } from './actors.ts'
import { entryOf } from './adapt.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { Ask, EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { type Found, find } from './find.ts'
import { aside, countIn, type EntryMark, inOrder, listMarks, wholeOf } from './listing.ts'
import { collectionState } from './model.ts'
import { orderOf } from './search.ts'

/**
 * Every hit of a search in its order, for files. What the search finds is settled once; its order comes as
 * marks, a great many in one answer of the engine and so of one moment; the entries themselves by their ids,
 * a batch ahead of the reader. Nothing is counted twice, and no more than two stretches of marks and two
 * batches are in memory. See docs/decisions/029.
 */

/** Marks of one answer, a second or two of the engine's time: most files need one. */
const STRETCH = 10_000
/** Entries of one answer, fewer where they are long. */
const MOST_PER_BATCH = 1_000
const FIRST_BATCH = 100
/** Characters of text that a batch should have. */
const BATCH_CHARACTERS = 1_000_000
/** A change while the first marks are read is no reason to fail: nothing has been written yet. */
const MOST_TRIES = 3

export type AllHits = {
  total: number
  corpusVersion: number
  relaxed: boolean
  /** The corpus version in which one of the entries came or changed last; null when there are none. */
  changedIn: number | null
  /** The state as understood. */
  state: SearchState
  batches: AsyncGenerator<Entry[]>
}

/** The collection changed while its entries were being handed out: what came before is no whole. */
export class CollectionChanged extends Error {
  constructor() {
    super('the collection changed while an export was being written')
  }
}

/** What a file is made from: settled before its first entry. */
type Search = {
  found: Found
  filter: string[]
  sort: string[] | null
  total: number
  /** Entries with the words. */
  words: number
  /** Ids of those with a place of their own. */
  standing: string[]
  stretchSize: number
}

/**
 * @param ask gives a client for one answer: a deadline is not for the whole
 * @param stretchSize marks of one answer
 * @throws CollectionChanged when it does so all the time; what the engine's client throws; later failures
 *   come with the batches
 */
export async function allHits(
  ask: Ask,
  asked: SearchState,
  stretchSize = STRETCH,
): Promise<AllHits> {
  const { state } = await ask((client) => withCanonicalActors(client, asked))
  for (let attempt = 1; ; attempt++) {
    const search = await ask((client) => settle(client, state, stretchSize))
    const first = await ask((client) => stretch(client, search, 0))
    if (first !== null) {
      return {
        total: search.total,
        corpusVersion: search.found.version,
        relaxed: search.found.relaxed,
        changedIn: first.reduce<number | null>((a, b) => Math.max(a ?? 0, b.changedIn), null),
        state: { ...state, page: 1, size: DEFAULT_SIZE, view: 'list' },
        batches: batchesOf(ask, search, first),
      }
    }
    if (attempt === MOST_TRIES) throw new CollectionChanged()
  }
}

async function settle(
  client: EngineClient,
  state: SearchState,
  stretchSize: number,
): Promise<Search> {
  const filter = engineFilter(filtersOf(state))
  const found = await find(client, state, filter)
  const [[count], standing] = await Promise.all([
    searchUnions(client, wholeOf(found), [countQuery(filter)]),
    inOrder(client, aside(found), filter),
  ])
  const total = count?.totalHits ?? 0
  const words = total - countIn(standing, found.meaning)
  return { found, filter, sort: orderOf(state), total, words, standing, stretchSize }
}

/** Marks from an offset on; null when they are not of the version that the search was settled on. */
async function stretch(
  client: EngineClient,
  { found, filter, sort, total, words, standing, stretchSize }: Search,
  offset: number,
): Promise<EntryMark[] | null> {
  const window = { offset, size: stretchSize, filter, sort }
  const marks = await listMarks(client, found, window, words, standing)
  const { version } = await collectionState(client)
  const isWhole = marks.length === Math.min(stretchSize, total - offset)
  return isWhole && version === found.version ? marks : null
}

async function* batchesOf(ask: Ask, search: Search, first: EntryMark[]): AsyncGenerator<Entry[]> {
  let size = FIRST_BATCH
  const { total, stretchSize } = search
  let coming: Promise<EntryMark[] | null> = Promise.resolve(first)
  for (let offset = 0; offset < total; offset += stretchSize) {
    const marks = await coming
    if (marks === null) throw new CollectionChanged()
    // The engine orders the next while the entries of these are read.
    const next = offset + stretchSize
    if (next < total) coming = ahead(ask((client) => stretch(client, search, next)))
    let start = 0
    const batch = (): Promise<Entry[]> => {
      const some = marks.slice(start, start + size)
      start += size
      return ahead(ask((client) => entriesOf(client, some)))
    }
    for (let reading = batch(); ; ) {
      const entries = await reading
      size = batchSize(entries)
      const isLast = start >= marks.length
      if (!isLast) reading = batch()
      yield entries
      if (isLast) break
    }
  }
}

/** What a reader who has left awaits no more may fail. */
function ahead<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {})
  return answer
}

function batchSize(entries: readonly Entry[]): number {
  const characters = entries.reduce((sum, { text }) => sum + text.length, 1)
  const fitting = Math.floor((BATCH_CHARACTERS * entries.length) / characters)
  return Math.min(MOST_PER_BATCH, Math.max(1, fitting))
}

/** Entries by their marks, in that order. Throws CollectionChanged when one has gone or is another. */
async function entriesOf(client: EngineClient, marks: readonly EntryMark[]): Promise<Entry[]> {
  const { results } = await client.index<EntryRecord>(ENTRIES_INDEX).getDocuments({
    ids: marks.map(({ id }) => id),
    fields: [...ENTRY_FIELDS],
    limit: marks.length,
    // Without a filter the client would write the ids into the address, which may not be that long.
    filter: [],
  })
  const byId = new Map(results.map((record) => [record.id, record]))
  return marks.map(({ id, changedIn }) => {
    const record = byId.get(id)
    if (record?.changedIn !== changedIn) throw new CollectionChanged()
    return entryOf(record)
  })
}
