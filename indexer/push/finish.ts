import type { Meilisearch } from 'meilisearch'
import {
  type ActorRecord,
  type AnnouncementRecord,
  COLLECTION_INDEX,
  type DocumentRecord,
  type GoneRecord,
  VERSION_RECORD_ID,
  type VersionRecord,
} from '#schema/indexes'
import { run } from './tasks.ts'

export type CollectionChange = {
  upserts: (DocumentRecord | ActorRecord | GoneRecord)[]
  /** Ids of records, not of documents. */
  gone: string[]
  /** The new corpus version; null when it stays. */
  version: number | null
}

/**
 * Writes what the collection is made of, after its entries are in place. The version comes last, in
 * one task with the records that it counts.
 */
export async function writeCollection(
  client: Meilisearch,
  { upserts, gone, version }: CollectionChange,
): Promise<void> {
  const index = client.index(COLLECTION_INDEX)
  if (gone.length > 0) {
    await run(client, 'removing records of the collection', () => index.deleteDocuments(gone))
  }
  const records = version === null ? upserts : [...upserts, versionRecord(version)]
  if (records.length > 0) {
    await run(client, 'writing the collection', () => index.addDocuments(records))
  }
}

/** Says which version a run is about to make, before its first change. */
export async function announce(client: Meilisearch, version: number): Promise<void> {
  const record: AnnouncementRecord = { id: 'announced', type: 'announced', version }
  const index = client.index(COLLECTION_INDEX)
  await run(client, 'announcing a change', () => index.addDocuments([record]))
}

const versionRecord = (version: number): VersionRecord => ({
  id: VERSION_RECORD_ID,
  type: 'corpus',
  version,
})
