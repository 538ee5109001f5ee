import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '#engine/client'
import { enginesOf } from '#engine/network/network'
import {
  COLLECTION_INDEX,
  ENTRIES_INDEX,
  SHARE_RECORD_ID,
  type ShareRecord,
  VERSION_RECORD_ID,
  type VersionRecord,
} from '#schema/indexes'
import {
  decodeModel,
  MEANING_RECORD_ID,
  type MeaningPartRecord,
  type MeaningRecord,
} from '#schema/meaning/encoding'
import type { MeaningModel } from '#schema/meaning/model'
import type { EntryRecord } from '#schema/record'
import type { EngineClient } from './engine.ts'
import { VectorTable } from './vector-table.ts'

/**
 * The model of the collection and the vectors of its entries: the server keeps them between
 * requests, under the engine's address, the model's name and the corpus version. Both are fetched when they
 * are first needed; another corpus version brings the vectors of what is new in it.
 */

export type Meaning = {
  model: MeaningModel
  vectorsBy: MeaningRecord['vectorsBy']
  /** Empty where an embedder of the engine has them. */
  vectors: VectorTable
}

type Kept = Meaning & { host: string; version: number }

/** What a search needs to know of the collection as a whole. */
export type CollectionState = { version: number; meaning: MeaningRecord | null }

/** Some may be left of a former, larger model. */
const MOST_PARTS = 1_000
const PAGE = 10_000
/** Once fetching takes longer than this, searches go on without meaning, or with that of the version before. */
const PATIENCE_MS = 1_000
/** Of each request for vectors or model: nobody waits for it longer than PATIENCE_MS. */
const FETCH_DEADLINE_MS = 30_000
/** With more rows than this many times the entries, too many belong to entries that are gone. */
const WORN = 1.1

/** Next bundles pages and routes apart: what is kept must be one all the same. */
const slots = globalThis as {
  kronikaMeaning?: { kept: Kept | null; loading: { since: number; done: Promise<void> } | null }
}
slots.kronikaMeaning ??= { kept: null, loading: null }
const slot = slots.kronikaMeaning

export async function collectionState(client: EngineClient): Promise<CollectionState> {
  // By their ids: the engine has many of these answered while it works at one search.
  const { results } = await client
    .index<VersionRecord | MeaningRecord | ShareRecord>(COLLECTION_INDEX)
    .getDocuments({ ids: [VERSION_RECORD_ID, MEANING_RECORD_ID, SHARE_RECORD_ID] })
  const { of: shares } = results.find((record) => record.type === 'share') ?? { of: 1 }
  const engines = enginesOf(client).length
  // A total of a part of them would be wrong.
  if (shares !== engines) {
    throw new Error(`${shares} engines share the collection, and MEILI_HOST names ${engines}`)
  }
  const version = results.find((record) => record.type === 'corpus')
  const meaning = results.find((record) => record.type === 'meaning')
  return { version: version?.version ?? 0, meaning: meaning ?? null }
}

/** Null while the collection has no model, its vectors are being made anew, or are not here yet. */
export async function meaningOf(
  client: EngineClient,
  { version, meaning: record }: CollectionState,
): Promise<Meaning | null> {
  if (record === null || !isReady(record)) return null
  const ours = () => keptFor(client.config.host, record)
  const isNew = () => ours()?.version === version
  // What was under way when the collection changed may know the version before.
  for (let attempt = 0; attempt < 2 && !isNew(); attempt++) {
    const { since, done } = refreshing(client)
    await within(done, since + PATIENCE_MS - performance.now())
  }
  return ours()
}

/** What the last search went by, perhaps of a version that is gone; null before the first. */
export function meaningKept({ config: { host } }: EngineClient): Meaning | null {
  return slot.kept?.host === host ? slot.kept : null
}

/** Resolves with the promise, or when the time is over. */
async function within(promise: Promise<void>, ms: number): Promise<void> {
  if (ms <= 0) return
  const over = new AbortController()
  const timer = sleep(ms, undefined, { signal: over.signal }).catch(() => {})
  await Promise.race([promise, timer])
  over.abort()
}

function keptFor(host: string, { model, vectorsBy }: MeaningRecord): Kept | null {
  const { kept } = slot
  const fits = kept?.host === host && kept.model.id === model && kept.vectorsBy === vectorsBy
  return fits ? kept : null
}

const isReady = ({ complete, vectorsBy }: MeaningRecord): boolean =>
  complete && ['indexer', 'engine'].includes(vectorsBy)

/** Requests that come together share one. Never rejects: the next request tries again. */
function refreshing({ config: { host, apiKey } }: EngineClient) {
  if (slot.loading !== null) return slot.loading
  // A request's client gives up with the request.
  const client = createClient({ host, apiKey, timeoutMs: FETCH_DEADLINE_MS })
  const done = refresh(client)
    .catch(() => {})
    .finally(() => {
      slot.loading = null
    })
  slot.loading = { since: performance.now(), done }
  return slot.loading
}

async function refresh(client: EngineClient): Promise<void> {
  const { host } = client.config
  const state = await collectionState(client)
  const { version, meaning: record } = state
  if (record === null || !isReady(record)) return
  const before = keptFor(host, record)
  if (before?.version === version) return
  // Versions that begin again are of another collection, made of the same entries.
  const kept = before !== null && before.version < version ? before : null
  const model = kept?.model ?? (await fetchModel(client, record))
  if (model === null) return
  const { vectorsBy } = record
  const vectors =
    vectorsBy === 'indexer' ? await fetchVectors(client, model, kept) : new VectorTable()
  // A change meanwhile may have moved entries from one page to another.
  if (JSON.stringify(await collectionState(client)) !== JSON.stringify(state)) return
  slot.kept = { host, model, version, vectorsBy, vectors }
}

async function fetchModel(
  client: EngineClient,
  record: MeaningRecord,
): Promise<MeaningModel | null> {
  const { hits } = await client.index<MeaningPartRecord>(COLLECTION_INDEX).search('', {
    filter: 'type = meaning-part',
    limit: MOST_PARTS,
  })
  return decodeModel(record, hits)
}

type Stored = Pick<EntryRecord, 'id' | 'meaning'>

/** Of all entries, or of those that are newer than what is kept. */
async function fetchVectors(
  client: EngineClient,
  { dimensions }: MeaningModel,
  kept: Kept | null,
): Promise<VectorTable> {
  const index = client.index<Stored>(ENTRIES_INDEX)
  const { total: entries } = await index.getDocuments({ limit: 0 })
  if (kept !== null) {
    const changed: Stored[] = []
    for await (const page of storedVectors(client, `changedIn > ${kept.version}`))
      changed.push(...page)
    const vectors = changed.length === 0 ? kept.vectors : kept.vectors.with(changed)
    if (vectors.size <= WORN * entries) return vectors
  }
  const vectors = new VectorTable(dimensions, entries)
  for await (const page of storedVectors(client)) vectors.add(page)
  return vectors
}

async function* storedVectors(client: EngineClient, filter?: string): AsyncGenerator<Stored[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await client.index<Stored>(ENTRIES_INDEX).getDocuments({
      fields: ['id', 'meaning'],
      limit: PAGE,
      offset,
      ...(filter === undefined ? {} : { filter }),
    })
    yield results
    if (results.length < PAGE) return
  }
}
