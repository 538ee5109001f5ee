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
} from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { STORED_FIELDS, type StoredEntry } from './diff.ts'
import { answer } from './tasks.ts'

/** Records per answer of which only a part is read: a few megabytes at most. */
const PAGE = 5_000

/** The collection as it stands, without its entries. */
export type StoredCollection = {
  /** 0 when nothing was ever indexed. */
  version: number
  /** The last run was cut off: its changes may be there, under the version it would have made. */
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
  for await (const page of pages<CollectionRecord>(client, COLLECTION_INDEX, {
    filter: 'type NOT IN [meaning-part, gone, version]',
  })) {
    for (const record of page) {
      if (record.type === 'corpus') collection.version = record.version
      else if (record.type === 'document') collection.documents.set(record.document.id, record)
      else if (record.type === 'actor') collection.actors.set(record.actorId, record)
      // A new collection that was never finished has left this one alone.
      else if (record.type === 'announced' && record.inPlace !== false) announced = record.version
    }
  }
  return { ...collection, interrupted: announced > collection.version }
}

/** What the collection holds of the entries with these ids, by id. */
export async function readEntries(
  client: Meilisearch,
  ids: string[],
): Promise<Map<string, StoredEntry>> {
  const fields = [...STORED_FIELDS]
  const entries = await readRecords<StoredEntry>(client, ENTRIES_INDEX, ids, fields)
  // A tombstone is no entry.
  const isEntry = ({ fingerprint }: StoredEntry) => fingerprint !== undefined
  return new Map(entries.filter(isEntry).map((entry) => [entry.id, entry]))
}

export type EntryPlace = Pick<EntryRecord, 'id' | 'position'>

/** All entries of a document, in parts, in no order. */
export async function* readPlaces(
  client: Meilisearch,
  documentId: string,
): AsyncGenerator<EntryPlace[]> {
  const fields: ('id' | 'position')[] = ['id', 'position']
  const query = { filter: `document.id = "${documentId}"`, fields }
  yield* pages<EntryPlace>(client, ENTRIES_INDEX, query)
}

/** Records by their ids, as many as there are, in no order. */
export async function readRecords<T extends RecordAny>(
  client: Meilisearch,
  uid: string,
  ids: string[],
  fields?: Extract<keyof T, string>[],
): Promise<T[]> {
  const { results } = await answer(client, `the records of ${uid}`, () =>
    client.index<T>(uid).getDocuments<T>({
      ids,
      // Without a filter the client would write the ids into the address, which may not be that long.
      filter: [],
      limit: ids.length,
      ...(fields && { fields }),
    }),
  )
  return results as T[]
}

/** The values that the entries of an index have for a facet, with the number of entries for each. */
export async function readFacet(
  client: Meilisearch,
  facet: 'actor' | 'document',
  uid: string = ENTRIES_INDEX,
): Promise<Map<string, number>> {
  const attribute = facetAttribute(facet)
  const { facetDistribution } = await answer(client, `the entries by ${facet}`, () =>
    client.index(uid).search('', { limit: 0, facets: [attribute] }),
  )
  const counts = Object.entries(facetDistribution?.[attribute] ?? {})
  return new Map(counts.map(([key, count]) => [facetValue(key), count]))
}

export type Texts = Pick<EntryRecord, 'id' | 'text' | 'margin'>

/** Texts may be long. */
const TEXT_PAGE = 1_000
const SAMPLE_PAGE = 100

/**
 * The words of all entries, in pages.
 *
 * @param size how many there are; with `most`, pages from all over them, of about that many together
 */
export async function* readTexts(
  client: Meilisearch,
  size = 0,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Texts[]> {
  const limit = most < size ? SAMPLE_PAGE : TEXT_PAGE
  const step = most < size ? Math.ceil((limit * size) / most) : limit
  for (let offset = 0; ; offset += step) {
    const { results } = await answer(client, 'the texts of the entries', () =>
      client
        .index<Texts>(ENTRIES_INDEX)
        .getDocuments({ fields: ['id', 'text', 'margin'], limit, offset }),
    )
    // A tombstone has no text.
    yield (results as Texts[]).filter(({ text }) => text !== undefined)
    if (results.length < limit) return
  }
}

/** All records of an index in pages; none when there is no such index. */
export async function* pages<T extends RecordAny>(
  client: Meilisearch,
  uid: string,
  query: Pick<DocumentsQuery<T>, 'filter' | 'fields'>,
  size = PAGE,
): AsyncGenerator<T[]> {
  for (let offset = 0; ; offset += size) {
    const { results } = await answer(client, `the records of ${uid}`, () =>
      client.index<T>(uid).getDocuments<T>({ ...query, limit: size, offset }),
    ).catch((error) => {
      if (error instanceof EngineError && error.code === 'not-found') return { results: [] }
      throw error
    })
    yield results as T[]
    if (results.length < size) return
  }
}
