import type { Meilisearch } from 'meilisearch'
import { COLLECTION_INDEX } from '#schema/indexes'
import {
  decodeModel,
  encodeModel,
  MEANING_RECORD_ID,
  type MeaningPartRecord,
  type MeaningRecord,
} from '#schema/meaning/encoding'
import type { MeaningModel } from '#schema/meaning/model'
import { TERMS_VERSION } from '#schema/meaning/terms'
import { answer, run } from '../push/tasks.ts'

/** What the collection knows of meanings, and who is to make vectors from now on. */
export type StoredMeaning = {
  record: MeaningRecord | null
  /** Null when there is none that fits all entries. */
  model: MeaningModel | null
  vectorsBy: MeaningRecord['vectorsBy']
}

export async function readMeaning(
  client: Meilisearch,
  vectorsBy: MeaningRecord['vectorsBy'],
): Promise<StoredMeaning> {
  const index = client.index<MeaningRecord | MeaningPartRecord>(COLLECTION_INDEX)
  const { results } = await answer(client, 'the model of meanings', () =>
    index.getDocuments({ filter: 'type IN [meaning, meaning-part]', limit: 1_000 }),
  )
  const record = results.find(({ type }) => type === 'meaning') as MeaningRecord | undefined
  if (record === undefined) return { record: null, model: null, vectorsBy }
  const parts = results.filter(({ type }) => type === 'meaning-part') as MeaningPartRecord[]
  const isUsable = record.complete && record.terms === TERMS_VERSION
  const model = isUsable ? decodeModel(record, parts) : null
  return { record, model, vectorsBy }
}

/** Before vectors of another model are pushed: a run that is cut off then leaves its mark. */
export async function markIncomplete(client: Meilisearch, record: MeaningRecord): Promise<void> {
  await run(client, 'announcing another model', () =>
    client.index(COLLECTION_INDEX).addDocuments([{ ...record, complete: false }]),
  )
}

/** A model as the collection stores it. */
export function meaningRecords(
  model: MeaningModel,
  vectorsBy: MeaningRecord['vectorsBy'],
): [MeaningRecord, ...MeaningPartRecord[]] {
  const parts = encodeModel(model)
  const record: MeaningRecord = {
    id: MEANING_RECORD_ID,
    type: 'meaning',
    model: model.id,
    parts: parts.length,
    complete: true,
    vectorsBy,
    terms: TERMS_VERSION,
  }
  return [record, ...parts]
}

/** The model with its name in one task, so that no reader finds one without the other. */
export async function writeMeaning(
  client: Meilisearch,
  model: MeaningModel,
  { record, vectorsBy }: StoredMeaning,
): Promise<void> {
  const index = client.index(COLLECTION_INDEX)
  const [next, ...parts] = meaningRecords(model, vectorsBy)
  await run(client, 'storing the model of meanings', () => index.addDocuments([next, ...parts]))
  const surplus = Array.from(
    { length: Math.max(0, (record?.parts ?? 0) - parts.length) },
    (_, i) => `meaning-part-${parts.length + i}`,
  )
  if (surplus.length > 0) {
    await run(client, 'removing a former model', () => index.deleteDocuments(surplus))
  }
}
