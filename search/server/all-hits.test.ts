import type { Meilisearch } from 'meilisearch'
import { beforeAll, expect, it } from 'vitest'
import { waitForTask } from '#engine/tasks'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { derivedFields } from '#schema/record'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { type AllHits, allHits, CollectionChanged } from './all-hits.ts'
import type { Ask } from './engine.ts'
import { search } from './search.ts'
import { actorOf, collectionOf, entryOf } from './test-collection.ts'

/** What a file holds, against the pages of the same search; and what it does when the collection changes. */

const { seed, pick, between, chance, some } = seeded()
const WORDS = 'river council treaty bridge envoy harbour 1998 1999'.split(' ')
const SIZE = 1_400

const entries = Array.from({ length: SIZE }, (_, position) => {
  const year = String(between(1900, 1999))
  const date = {
    edtf: year,
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    precision: 'year' as const,
    qualifier: null,
    inferred: false,
    rule: 'test',
    text: year,
    offset: null,
  }
  return entryOf(position, {
    text: Array.from({ length: between(1, 9) }, () => pick(WORDS)).join(' '),
    date: chance(0.8) ? date : null,
    kind: chance(0.5) ? 'timeline' : 'paragraph',
    actors: some(['Ana Envoy', 'Bor Harbour'], 0.2).map((name) => actorOf(name)),
  })
})

let client: Meilisearch
const ask: Ask = (work) => work(client)
beforeAll(async () => {
  client = await collectionOf(entries, { 'Ana Envoy': ['Annie Treaty'] })
})

const done = async (task: Promise<{ taskUid: number }>) =>
  waitForTask(client, (await task).taskUid, { deadlineMs: 60_000 })

async function idsOf({ batches }: AllHits): Promise<string[]> {
  const ids: string[] = []
  for await (const batch of batches) ids.push(...batch.map(({ id }) => id))
  return ids
}

async function pagesOf(state: SearchState): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const { answer } = await search(client, { ...state, page, size: 400 })
    ids.push(...answer.hits.map(({ id }) => id))
    if (page >= answer.pages) return ids
  }
}

it(`a file holds what the pages hold, in their order, seed ${seed}`, async () => {
  const states: Partial<SearchState>[] = [
    {},
    { q: 'zeppelin' },
    { q: 'council' },
    { q: 'rivr -bridge', sort: 'newest' },
    { q: '"river council"' },
    { q: 'council zeppelin' },
    { q: 'annie treaty' },
    { q: 'annie treaty', sort: 'oldest' },
    { actor: ['Annie Treaty'], from: '1950', to: '1960' },
    { undated: true, sort: 'document' },
    { q: 'treaty', notActor: ['Bor Harbour'], kind: ['timeline'] },
  ]
  for (const partial of states) {
    const state = { ...EMPTY_STATE, ...partial }
    const paged = await pagesOf(state)
    for (const stretch of [37, 500, 100_000]) {
      if (paged.length / stretch > 12) continue
      const found = await allHits(ask, state, stretch)
      expect(found.total).toBe(paged.length)
      expect(await idsOf(found), `${JSON.stringify(partial)} ${stretch}`).toEqual(paged)
    }
  }
})

it('a file is of one state of its entries, or breaks off', async () => {
  const state: SearchState = { ...EMPTY_STATE, sort: 'document' }
  const entriesIndex = client.index(ENTRIES_INDEX)
  const last = entries.at(-1) as (typeof entries)[number]
  const record = (changedIn: number, text = last.text) => ({
    ...last,
    ...derivedFields(last, ''),
    text,
    margin: '',
    fingerprint: '',
    addedIn: 1,
    changedIn,
  })
  const toVersion = (version: number) =>
    done(client.index(COLLECTION_INDEX).addDocuments([{ id: 'corpus', type: 'corpus', version }]))

  // Another version that leaves its entries alone is no change to a file that has all its marks …
  const whole = await allHits(ask, state)
  await whole.batches.next()
  await toVersion(2)
  expect((await idsOf(whole)).length).toBe(SIZE - 100)
  expect(whole.corpusVersion).toBe(1)
  // … and is one to a file that has still to ask for some.
  const long = await allHits(ask, state, 500)
  await long.batches.next()
  await toVersion(3)
  await expect(idsOf(long)).rejects.toThrow(CollectionChanged)

  const changing = await allHits(ask, state)
  await changing.batches.next()
  await done(entriesIndex.addDocuments([record(4, 'rewritten')]))
  await expect(idsOf(changing)).rejects.toThrow(CollectionChanged)
  const after = await allHits(ask, state)
  expect(after.changedIn).toBe(4)
  expect((await idsOf(after)).length).toBe(SIZE)

  const losing = await allHits(ask, state)
  await losing.batches.next()
  await done(entriesIndex.deleteDocument(last.id))
  await expect(idsOf(losing)).rejects.toThrow(CollectionChanged)
})

it('a reader who leaves ends it', async () => {
  const found = await allHits(ask, EMPTY_STATE)
  await found.batches.next()
  await found.batches.return(undefined)
  expect(await found.batches.next()).toEqual({ done: true, value: undefined })
})
