import type { Meilisearch } from 'meilisearch'
import { addChanges, type ChunkDiff, diffChunk, noChanges, type StoredEntry } from './diff.ts'
import { EntryIds } from './entry-ids.ts'
import type { DraftRecord } from './records.ts'
import { type EntryPlace, readEntries, readPlaces } from './stored.ts'

/** How a document differs from what the collection holds of it, found chunk by chunk. */
export class DocumentDiff {
  readonly id: string
  /** Ids of the entries that it had before and still has, as far as it has been read. */
  readonly kept: EntryIds
  readonly changes = noChanges()
  /** Number of entries that the collection holds of it. */
  readonly before: number
  readonly #client: Meilisearch
  readonly #version: number

  /** @param version the corpus version that this run would make */
  constructor(client: Meilisearch, id: string, before: number, version: number) {
    this.#client = client
    this.id = id
    this.kept = new EntryIds(id)
    this.before = before
    this.#version = version
  }

  async chunk(drafts: DraftRecord[]): Promise<ChunkDiff> {
    const ids = drafts.map(({ id }) => id)
    const stored = this.before > 0 ? await readEntries(this.#client, ids) : NOTHING
    for (const id of stored.keys()) this.kept.add(id)
    const diff = diffChunk(drafts, stored, this.#version)
    addChanges(this.changes, diff.changes)
    return diff
  }

  /** At the document's end: where those of its entries stood that it no longer has. */
  async *vanishedPlaces(): AsyncGenerator<EntryPlace[]> {
    if (this.before === this.kept.size) return
    for await (const places of readPlaces(this.#client, this.id)) {
      yield places.filter(({ id }) => !this.kept.has(id))
    }
  }
}

const NOTHING: ReadonlyMap<string, StoredEntry> = new Map()
