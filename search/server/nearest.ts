import 'server-only'
import type { Entry } from '#schema/entry'
import { COLLECTION_INDEX, type GoneRecord } from '#schema/indexes'
import { type DocumentInfo, entriesBetween, findDocument } from './document.ts'
import type { EngineClient } from './engine.ts'

/** An entry's id ends in a hash of its text, and a count among equal texts: indexer/ids.ts. */
const ENTRY_ID = /^([a-z0-9-]+)-[a-z2-7]{12}(?:-\d+)?$/

/** What is left where an entry stood: its document, and the entry that is nearest to its old place. */
export type Left = { document: DocumentInfo; entry: Entry | null }

/** Null when the document is gone as well, or the id is none. Throws what the engine's client throws. */
export async function nearestLeft(client: EngineClient, entryId: string): Promise<Left | null> {
  const documentId = ENTRY_ID.exec(entryId)?.[1]
  if (documentId === undefined) return null
  const document = await findDocument(client, documentId)
  if (document === null) return null
  const position = await placeOf(client, entryId)
  if (position === null) return { document, entry: null }
  const place = Math.min(position, document.entries - 1)
  const [entry = null] = await entriesBetween(client, documentId, place, place)
  return { document, entry }
}

/** The position that an entry had when it went; null when that is not known. */
async function placeOf(client: EngineClient, entryId: string): Promise<number | null> {
  const record = await client
    .index<GoneRecord>(COLLECTION_INDEX)
    .getDocument(`gone-${entryId}`)
    .catch(() => null)
  return record?.position ?? null
}
