import type { Meilisearch } from 'meilisearch'
import type { ParsedEntry } from '#schema/entry'
import {
  COLLECTION_INDEX,
  type CollectionRecord,
  type DocumentRecord,
  ENTRIES_INDEX,
} from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { authorityOf } from '../actors/authority.ts'
import { SourceError } from '../errors.ts'
import { inOneChunk, type ParsedDocument, type WholeDocument } from '../parsed.ts'
import { RestCollector } from '../rest.ts'
import { actorRecords } from './actors.ts'
import { CollectionUpdate, type UpdateOptions, type UpdateResult } from './update.ts'

/** What the tests of this folder share: documents of a few words, and runs that push them. */

/** Each text is an entry, with an id that tells which. */
export function parsed(id: string, ...texts: string[]): WholeDocument {
  const document = { id, title: `Title of ${id}`, source: `${id}.txt` }
  const entries = texts.map((text, position) => {
    const entry: ParsedEntry = {
      id: `${id}-${text}`,
      kind: 'paragraph',
      text,
      document,
      section: null,
      position,
      place: null,
      date: null,
      mentions: [],
      actors: [],
    }
    return { entry, margin: '' }
  })
  return { document, entries, ...new RestCollector().rest }
}

/** Its entries in chunks of a size; with `failsAfter`, it cannot be read past so many of them. */
export function inChunks(
  whole: WholeDocument,
  size: number,
  failsAfter = Number.POSITIVE_INFINITY,
): ParsedDocument {
  async function* entries() {
    for (let start = 0, chunks = 0; ; start += size, chunks++) {
      if (chunks >= failsAfter) throw new SourceError('is cut off')
      if (start >= whole.entries.length) return
      yield whole.entries.slice(start, start + size)
    }
  }
  return { ...inOneChunk(whole), entries: entries() }
}

export const documentRecord = ({ document, entries }: WholeDocument): DocumentRecord => ({
  id: `document-${document.id}`,
  type: 'document',
  document,
  root: 'n',
  rootDigest: 'digest',
  entries: { timeline: 0, paragraph: entries.length },
})

/** Runs that change an engine's collection. */
export function testRuns(client: Meilisearch) {
  const open = (options: Partial<UpdateOptions> = {}) =>
    CollectionUpdate.open(client, {
      signal: new AbortController().signal,
      onProgress: () => {},
      log: () => {},
      waitMs: 0,
      ...options,
    })
  return {
    open,
    put: (update: CollectionUpdate, document: WholeDocument) =>
      update.document(inOneChunk(document), async () => {}),
    async update(
      documents: WholeDocument[],
      removed: string[] = [],
      options: Partial<UpdateOptions> = {},
    ): Promise<UpdateResult> {
      const update = await open(options)
      try {
        for (const document of documents)
          await update.document(inOneChunk(document), async () => {})
        const records = documents.map(documentRecord)
        return await update.finish(records, removed, actorRecords(authorityOf([]), []))
      } finally {
        await update.rest()
      }
    },
    /** Everything that the engine holds, in the order of ids. */
    async held() {
      const entries = await client.index<EntryRecord>(ENTRIES_INDEX).getDocuments({ limit: 1000 })
      const records = await client
        .index<CollectionRecord>(COLLECTION_INDEX)
        .getDocuments({ limit: 1000 })
      return {
        entries: entries.results
          .map(({ id, addedIn, changedIn }) => `${id} ${addedIn} ${changedIn}`)
          .sort(),
        records: records.results.map(({ id }) => id).sort(),
      }
    },
    /** The kinds of all tasks that the engine was ever given, the oldest first. */
    async tasks(): Promise<string[]> {
      const { results } = await client.tasks.getTasks({ limit: 1000 })
      return results.map(({ type, indexUid }) => `${type} ${indexUid}`).reverse()
    },
  }
}
