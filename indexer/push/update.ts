import type { Meilisearch } from 'meilisearch'
import type { Actor } from '#schema/entry'
import type { ActorRecord, DocumentRecord, GoneRecord } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import type { ParsedDocument } from '../parsed.ts'
import { diffActors } from './actors.ts'
import { EntryBatches } from './batches.ts'
import { canonicalJson } from './canonical.ts'
import { type Changes, diffChunk, noChanges, type StoredEntry } from './diff.ts'
import { announce, writeCollection } from './finish.ts'
import { draftRecord } from './records.ts'
import { ensureIndexes } from './settings.ts'
import { readCollection, readEntries, readFacet, type StoredCollection } from './stored.ts'
import { type OnProgress, settleEarlierTasks } from './tasks.ts'

/** Entries of one document whose places are kept when they go. */
const MOST_GONE = 10_000

export type UpdateOptions = { signal: AbortSignal; onProgress: OnProgress }

/** What a run made of the collection. */
export type UpdateResult = { changes: Changes; version: number; changedAnything: boolean }

/**
 * One run's changes to the collection: documents one after another, then `finish`. Whoever holds it
 * holds the collection's lock.
 */
export class CollectionUpdate {
  readonly stored: StoredCollection
  /** Actors of this run's entries, by id. */
  readonly actors = new Map<string, Actor>()
  readonly #client: Meilisearch
  /** Number of entries by document, before the run. */
  readonly #sizes: Map<string, number>
  readonly #batches: EntryBatches
  readonly #version: number
  readonly #changes = noChanges()
  readonly #seen = new Set<string>()
  readonly #gone: GoneRecord[] = []

  private constructor(
    client: Meilisearch,
    stored: StoredCollection,
    sizes: Map<string, number>,
    options: UpdateOptions,
  ) {
    this.#client = client
    this.stored = stored
    this.#sizes = sizes
    this.#version = stored.version + 1
    const beforeFirst = () => announce(client, this.#version)
    this.#batches = new EntryBatches(client, { ...options, beforeFirst })
  }

  /** Makes indexes and settings right, and learns what the collection holds. */
  static async open(client: Meilisearch, options: UpdateOptions): Promise<CollectionUpdate> {
    await settleEarlierTasks(client)
    await ensureIndexes(client)
    const stored = await readCollection(client)
    return new CollectionUpdate(client, stored, await readFacet(client, 'document'), options)
  }

  /**
   * Brings the collection's entries of a document up to date.
   *
   * @param onRecords told of all its entries in order
   * @throws SourceError where the document cannot be read to its end: nothing of it is deleted then
   */
  async document(
    { document, entries }: ParsedDocument,
    onRecords: (records: EntryRecord[]) => Promise<void>,
  ): Promise<void> {
    const vanished = this.#sizes.has(document.id)
      ? await readEntries(this.#client, document.id)
      : new Map<string, StoredEntry>()
    for await (const chunk of entries) {
      this.#seen.add(document.id)
      const { records, upserts, changes } = diffChunk(
        chunk.map(draftRecord),
        vanished,
        this.#version,
      )
      await this.#batches.document(upserts, [])
      this.#count(changes)
      for (const record of records) {
        vanished.delete(record.id)
        for (const actor of record.actors) this.actors.set(actor.id, actor)
      }
      await onRecords(records)
    }
    this.#seen.add(document.id)
    await this.#batches.document([], [...vanished.keys()])
    this.#remember(vanished)
    this.#changes.removed += vanished.size
  }

  /** Of a document that was rewritten as a whole, the first places are enough to find one's way. */
  #remember(vanished: ReadonlyMap<string, StoredEntry>): void {
    for (const { id, position } of [...vanished.values()].slice(0, MOST_GONE)) {
      this.#gone.push({ id: `gone-${id}`, type: 'gone', position, goneIn: this.#version })
    }
  }

  #count(changes: Changes): void {
    for (const [name, count] of Object.entries(changes)) {
      this.#changes[name as keyof Changes] += count
    }
  }

  /**
   * Removes documents, then writes what the collection is made of.
   *
   * @param documents the records of the documents that were read
   * @param removed ids of documents to remove
   * @param actors all actors that this run knows; null leaves the stored ones alone
   */
  async finish(
    documents: DocumentRecord[],
    removed: string[],
    actors: ReadonlyMap<string, ActorRecord> | null,
  ): Promise<UpdateResult> {
    await this.#batches.finish()
    const leftovers = [...this.#sizes.keys()].filter((id) => this.#isLeftover(id))
    const entriesGone = [...new Set([...removed, ...leftovers])].filter((id) => this.#sizes.has(id))
    await this.#batches.removeDocuments(entriesGone)
    for (const id of entriesGone) this.#changes.removed += this.#sizes.get(id) ?? 0

    const upserts = documents.filter((record) => !this.#isStored(record))
    const actorsDiff = await this.#diffActors(actors)
    const changedAnything =
      this.stored.interrupted ||
      this.#hasChanges() ||
      removed.length > 0 ||
      upserts.some((record) => !this.#isSameReference(record))
    await writeCollection(this.#client, {
      upserts: [...upserts, ...actorsDiff.upserts, ...this.#gone],
      gone: [...[...removed, ...this.#lost()].map((id) => `document-${id}`), ...actorsDiff.gone],
      version: changedAnything ? this.#version : null,
    })
    const version = changedAnything ? this.#version : this.stored.version
    return { changes: this.#changes, version, changedAnything }
  }

  /** After a failure or a wish to stop: resolves when the engine is at rest. Never rejects. */
  async rest(): Promise<void> {
    await this.#batches.rest()
  }

  /** Entries of a document that has no record were left by a run that was cut off. */
  #isLeftover(id: string): boolean {
    return !this.stored.documents.has(id) && !this.#seen.has(id)
  }

  /** Documents whose entries a run removed that was cut off before it removed their records. */
  #lost(): string[] {
    if (!this.stored.interrupted) return []
    return [...this.stored.documents.values()]
      .filter(({ entries }) => entries.timeline + entries.paragraph > 0)
      .map(({ document }) => document.id)
      .filter((id) => !this.#sizes.has(id) && !this.#seen.has(id))
  }

  #hasChanges(): boolean {
    const { unchanged: _, ...changes } = this.#changes
    return Object.values(changes).some((count) => count > 0)
  }

  #isStored(record: DocumentRecord): boolean {
    return canonicalJson(this.stored.documents.get(record.document.id)) === canonicalJson(record)
  }

  /** Where a document comes from may change without a change to the collection. */
  #isSameReference({ document }: DocumentRecord): boolean {
    return (
      canonicalJson(this.stored.documents.get(document.id)?.document) === canonicalJson(document)
    )
  }

  async #diffActors(wanted: ReadonlyMap<string, ActorRecord> | null) {
    if (wanted === null) return { upserts: [], gone: [] }
    const { actors } = this.stored
    const isEveryOneKnown = [...actors.keys()].every((id) => wanted.has(id))
    const inUse = isEveryOneKnown ? [] : (await readFacet(this.#client, 'actor')).keys()
    return diffActors(actors, wanted, new Set(inUse))
  }
}
