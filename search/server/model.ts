import 'server-only'
import { COLLECTION_INDEX, type VersionRecord } from '#schema/indexes'
import { decodeModel, type MeaningPartRecord, type MeaningRecord } from '#schema/meaning/encoding'
import type { MeaningModel } from '#schema/meaning/model'
import type { EngineClient } from './engine.ts'

/**
 * The model of the collection, fetched when it is first needed and whenever the collection has another
 * one: the only thing that the server keeps between requests, under the model's own name.
 */

export type Meaning = { model: MeaningModel; vectorsBy: MeaningRecord['vectorsBy'] }

/** Some may be left of a former, larger model. */
const MOST_PARTS = 1_000

let kept: MeaningModel | null = null
let fetching: { id: string; model: Promise<MeaningModel | null> } | null = null

/** What a search needs to know of the collection as a whole. */
export type CollectionState = { version: number; meaning: MeaningRecord | null }

export async function collectionState(client: EngineClient): Promise<CollectionState> {
  const { hits } = await client
    .index<VersionRecord | MeaningRecord>(COLLECTION_INDEX)
    .search('', { filter: 'type IN [corpus, meaning]', limit: 2 })
  const version = hits.find((record) => record.type === 'corpus')
  const meaning = hits.find((record) => record.type === 'meaning')
  return { version: version?.version ?? 0, meaning: meaning ?? null }
}

/** Null while the collection has no model, or its vectors are being made anew. */
export async function meaningOf(
  client: EngineClient,
  record: MeaningRecord | null,
): Promise<Meaning | null> {
  if (record === null || !record.complete) return null
  const model = kept?.id === record.model ? kept : await fetchOnce(client, record)
  return model === null ? null : { model, vectorsBy: record.vectorsBy }
}

/** Requests that come together share one fetch. */
async function fetchOnce(
  client: EngineClient,
  record: MeaningRecord,
): Promise<MeaningModel | null> {
  if (fetching?.id !== record.model) {
    const model = fetchModel(client, record)
    const current = { id: record.model, model }
    fetching = current
    const done = () => {
      if (fetching === current) fetching = null
    }
    model.then(done, done)
  }
  return fetching?.model ?? null
}

async function fetchModel(
  client: EngineClient,
  record: MeaningRecord,
): Promise<MeaningModel | null> {
  const { hits } = await client.index<MeaningPartRecord>(COLLECTION_INDEX).search('', {
    filter: 'type = meaning-part',
    limit: MOST_PARTS,
  })
  const model = decodeModel(record, hits)
  if (model !== null) kept = model
  return model
}
