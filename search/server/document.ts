import 'server-only'
import type { Entry } from '#schema/entry'
import { facetAttribute } from '#schema/facets'
import { COLLECTION_INDEX, type DocumentRecord, ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { entryOf } from './adapt.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/** A document of the collection and parts of it, whatever its length. */

export type DocumentInfo = DocumentRecord['document'] & {
  /** Number of entries. */
  entries: number
}

/** A heading, at the first entry under it. */
export type SectionStart = { section: string; position: number; entry: string }

/** Far more headings than a person would read through. */
const MAX_SECTIONS = 1000

/** A document by its id; null when the collection has none. Throws what the engine's client throws. */
export async function findDocument(client: EngineClient, id: string): Promise<DocumentInfo | null> {
  const { hits } = await client.index<DocumentRecord>(COLLECTION_INDEX).search('', {
    filter: ['type = document', `document.id = ${quoted(id)}`],
    limit: 2,
  })
  const record = hits.find(({ document }) => document.id === id)
  if (record === undefined) return null
  const { timeline, paragraph } = record.entries
  return { ...record.document, entries: timeline + paragraph }
}

/** The entries of a document from one position to another, both included, in order. */
export async function entriesBetween(
  client: EngineClient,
  documentId: string,
  first: number,
  last: number,
): Promise<Entry[]> {
  if (last < 0 || last < first) return []
  const { hits } = await client.index<EntryRecord>(ENTRIES_INDEX).search('', {
    filter: [`document.id = ${quoted(documentId)}`, `position ${Math.max(0, first)} TO ${last}`],
    sort: ['position:asc', 'id:asc'],
    limit: last - Math.max(0, first) + 1,
  })
  return hits.map(entryOf)
}

/** The sections of a document in order, each where it first begins. */
export async function sectionsOf(
  client: EngineClient,
  documentId: string,
): Promise<SectionStart[]> {
  const { hits } = await client.index<EntryRecord>(ENTRIES_INDEX).search('', {
    filter: [`document.id = ${quoted(documentId)}`, `${facetAttribute('section')} IS NOT EMPTY`],
    // The engine keeps the first entry of each section in the order of the sorting.
    distinct: facetAttribute('section'),
    sort: ['position:asc'],
    attributesToRetrieve: ['id', 'section', 'position'],
    limit: MAX_SECTIONS,
  })
  // Each engine of a network has a first one.
  const first = new Map<string, SectionStart>()
  for (const { id, section, position } of hits) {
    if (!first.has(section ?? ''))
      first.set(section ?? '', { section: section ?? '', position, entry: id })
  }
  return [...first.values()]
}
