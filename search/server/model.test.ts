import type { Meilisearch } from 'meilisearch'
import { beforeAll, expect, it } from 'vitest'
import { waitForTask } from '#engine/tasks'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { encodeModel, type MeaningRecord } from '#schema/meaning/encoding'
import type { MeaningModel } from '#schema/meaning/model'
import { packed } from '#schema/meaning/vectors'
import { collectionState, meaningOf } from './model.ts'
import { collectionOf, entryOf } from './test-collection.ts'

/** What the server keeps between requests follows the collection. */

const ENTRIES = 40
const NORTH = Float32Array.of(1, 0)
const EAST = Float32Array.of(0, 1)

const entries = Array.from({ length: ENTRIES }, (_, i) => entryOf(i, { text: `entry ${i}` }))
const idOf = (i: number): string => (entries[i] as (typeof entries)[number]).id
let client: Meilisearch

beforeAll(async () => {
  client = await collectionOf(entries)
  await meanings(entries.map(({ id }) => ({ id, meaning: packed(NORTH) })))
})

async function done({ taskUid }: { taskUid: number }): Promise<void> {
  await waitForTask(client, taskUid, { deadlineMs: 30_000 })
}

const meanings = async (records: { id: string; meaning: string | null; changedIn?: number }[]) =>
  done(await client.index(ENTRIES_INDEX).updateDocuments(records))

const version = async (number: number) =>
  done(
    await client
      .index(COLLECTION_INDEX)
      .addDocuments([{ id: 'corpus', type: 'corpus', version: number }]),
  )

/** A model of one word. */
async function model(id: string, changes: Partial<MeaningRecord> = {}): Promise<void> {
  const made: MeaningModel = {
    id,
    dimensions: 2,
    entries: ENTRIES,
    averageLength: 1,
    terms: new Map([['word', 0]]),
    entriesWith: Uint32Array.of(1),
    vectors: Int8Array.of(127, 0),
    scales: Float32Array.of(1),
  }
  const parts = encodeModel(made)
  const record = { id: 'meaning', type: 'meaning', model: id, parts: parts.length, complete: true }
  await done(
    await client
      .index(COLLECTION_INDEX)
      .addDocuments([{ ...record, vectorsBy: 'indexer', ...changes }, ...parts]),
  )
}

const meaning = async () => meaningOf(client, await collectionState(client))
const nearest = async (to: Float32Array) => (await (await meaning())?.vectors.nearest(to, 1))?.[0]

it('has none before there is a model, while one is made, and where an older Kronika made it', async () => {
  expect(await meaning()).toBeNull()
  await model('a', { complete: false })
  expect(await meaning()).toBeNull()
  await model('a', { vectorsBy: 'model' as never })
  expect(await meaning()).toBeNull()
})

it('fetches model and vectors once, and what another version brings', async () => {
  await model('a')
  const first = await meaning()
  expect(first?.vectors.size).toBe(ENTRIES)
  expect((await meaning())?.vectors).toBe(first?.vectors)
  // A change that its run has not finished is not looked for.
  await meanings([{ id: idOf(3), meaning: packed(EAST), changedIn: 2 }])
  expect((await nearest(EAST))?.cosine).toBeCloseTo(0)
  await version(2)
  expect(await nearest(EAST)).toMatchObject({ id: idOf(3) })
  expect((await meaning())?.model).toBe(first?.model)
})

it('forgets entries that are gone before they are many', async () => {
  const gone = entries.slice(20).map(({ id }) => id)
  await done(await client.index(ENTRIES_INDEX).deleteDocuments(gone))
  await version(3)
  expect((await meaning())?.vectors.size).toBe(20)
})

it('fetches all vectors again with another model', async () => {
  await meanings([
    { id: idOf(5), meaning: packed(EAST) },
    { id: idOf(3), meaning: packed(NORTH) },
  ])
  await model('b')
  expect((await meaning())?.model.id).toBe('b')
  expect(await nearest(EAST)).toMatchObject({ id: idOf(5) })
})

it('has no vectors where an embedder of the engine makes them', async () => {
  await model('b', { vectorsBy: 'engine' })
  expect(await meaning()).toMatchObject({ vectorsBy: 'engine' })
  expect((await meaning())?.vectors.size).toBe(0)
})

it('refuses to answer for a part of a collection that several engines share', async () => {
  const share = (of: number) =>
    client.index(COLLECTION_INDEX).addDocuments([{ id: 'share', type: 'share', number: 0, of }])
  await done(await share(2))
  await expect(collectionState(client)).rejects.toThrow('2 engines share the collection')
  await done(await share(1))
  await expect(collectionState(client)).resolves.toMatchObject({ version: expect.any(Number) })
})
