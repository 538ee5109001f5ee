import type { Meilisearch } from 'meilisearch'
import {
  type ActorRecord,
  COLLECTION_INDEX,
  type DocumentRecord,
  type GoneRecord,
  VERSION_RECORD_ID,
  type VersionRecord,
  type VersionTimeRecord,
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
  const records = version === null ? upserts : [...upserts, ...versionRecords(version)]
  if (records.length > 0) {
    await run(client, 'writing the collection', () => index.addDocuments(records))
  }
}

/** The corpus version, and when it was made: now. */
export const versionRecords = (version: number): [VersionTimeRecord, VersionRecord] => [
  { id: `version-${version}`, type: 'version', version, at: new Date().toISOString() },
  { id: VERSION_RECORD_ID, type: 'corpus', version },
]
