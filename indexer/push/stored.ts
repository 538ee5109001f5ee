import type { DocumentsQuery, Meilisearch, RecordAny } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { facetValue } from '#schema/facet-key'
import { facetAttribute } from '#schema/facets'
import {
  type ActorRecord,
  COLLECTION_INDEX,
  type CollectionRecord,
  type DocumentRecord,
  ENTRIES_INDEX,
  VERSION_RECORD_ID,
} from '#schema/indexes'
import { STORED_FIELDS, type StoredEntry } from './diff.ts'
import { answer } from './tasks.ts'

/** Records per answer: a few megabytes at most. */
const PAGE = 5_000

/** The collection as it stands, without its entries. */
export type StoredCollection = {
  /** 0 when nothing was ever indexed. */
  version: number
  /** The last run was cut off: some of its changes are there, under the version it would have made. */
  interrupted: boolean
  documents: Map<string, DocumentRecord>
  actors: Map<string, ActorRecord>
}

/** Reads the collection's records; an engine without our indexes holds an empty one. */
export async function readCollection(client: Meilisearch): Promise<StoredCollection> {
  const collection: StoredCollection = {
    version: 0,
    interrupted: false,
    documents: new Map(),
    actors: new Map(),
  }
  let announced = 0
  for await (const record of pages<CollectionRecord>(client, COLLECTION_INDEX, {})) {
    if (record.id === VERSION_RECORD_ID && record.type === 'corpus') {
      collection.version = record.version
    } else if (record.type === 'announced') announced = record.version
    else if (record.type === 'document') collection.documents.set(record.document.id, record)
    else if (record.type === 'actor') collection.actors.set(record.actorId, record)
  }
  return { ...collection, interrupted: announced > collection.version }
}

/** What the collection holds of one document, by entry id. */
export async function readEntries(
  client: Meilisearch,
  documentId: string,
): Promise<Map<string, StoredEntry>> {
  const stored = new Map<string, StoredEntry>()
  const query = { filter: `document.id = "${documentId}"`, fields: [...STORED_FIELDS] }
  for await (const entry of pages<StoredEntry>(client, ENTRIES_INDEX, query)) {
    stored.set(entry.id, entry)
  }
  return stored
}

/** The values that entries have for a facet, with the number of entries for each. */
export async function readFacet(
  client: Meilisearch,
  facet: 'actor' | 'document',
): Promise<Map<string, number>> {
  const attribute = facetAttribute(facet)
  const { facetDistribution } = await answer(client, `the entries by ${facet}`, () =>
    client.index(ENTRIES_INDEX).search('', { limit: 0, facets: [attribute] }),
  )
  const counts = Object.entries(facetDistribution?.[attribute] ?? {})
  return new Map(counts.map(([key, count]) => [facetValue(key), count]))
}

async function* pages<T extends RecordAny>(
  client: Meilisearch,
  uid: string,
  query: Pick<DocumentsQuery<T>, 'filter' | 'fields'>,
): AsyncGenerator<T> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await answer(client, `the records of ${uid}`, () =>
      client.index<T>(uid).getDocuments<T>({ ...query, limit: PAGE, offset }),
    ).catch((error) => {
      if (error instanceof EngineError && error.code === 'not-found') return { results: [] as T[] }
      throw error
    })
    yield* page.results
    if (page.results.length < PAGE) return
  }
}
