import type { Meilisearch } from 'meilisearch'
import type { ActorRecord, DocumentRecord, GoneRecord } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import type { ActorRef } from '../actors/others.ts'
import { SourceError } from '../errors.ts'
import { chosenEmbedder } from '../meaning/embedder.ts'
import { EntryVectors } from '../meaning/entry-vectors.ts'
import { readMeaning, type StoredMeaning } from '../meaning/stored-model.ts'
import type { ParsedDocument } from '../parsed.ts'
import { diffActors } from './actors.ts'
import { canonicalJson } from './canonical.ts'
import { addChanges, type Changes, noChanges } from './diff.ts'
import { DocumentDiff } from './document-diff.ts'
import { EntryChanges } from './entry-changes.ts'
import { type CollectionChange, writeCollection } from './finish.ts'
import { removeNext } from './next-collection.ts'
import { type WaitOptions, waitForOtherRun } from './other-run.ts'
import { draftRecord } from './records.ts'
import { ensureIndexes } from './settings.ts'
import { areShared } from './shares.ts'
import { type EntryPlace, readCollection, readFacet, type StoredCollection } from './stored.ts'
import { finishSwaps } from './swaps.ts'
import { newestTask, type OnProgress, settleEarlierTasks } from './tasks.ts'

/** Entries of one document whose places are kept when they go. */
const MOST_GONE = 10_000

export type UpdateOptions = WaitOptions & {
  onProgress: OnProgress
  /** Changes of more bytes make a new collection; for tests. */
  maxInPlaceBytes?: number
}

/** What a run made of the collection. */
export type UpdateResult = { changes: Changes; version: number; changedAnything: boolean }

/**
 * One run's changes to the collection: documents one after another, then `finish`. Readers see nothing
 * of them before that, and then all. Whoever holds it holds the collection's lock.
 */
export class CollectionUpdate {
  readonly stored: StoredCollection
  /** Actors of this run's entries, by id. */
  readonly actors = new Map<string, ActorRef>()
  readonly #client: Meilisearch
  /** Number of entries by document, before the run. */
  readonly #sizes: Map<string, number>
  readonly #entries: EntryChanges
  readonly #vectors: EntryVectors
  readonly #version: number
  readonly #isMisplaced: boolean
  readonly #changes = noChanges()
  readonly #seen = new Set<string>()
  readonly #gone: GoneRecord[] = []

  private constructor(
    client: Meilisearch,
    stored: StoredCollection,
    sizes: Map<string, number>,
    meaning: StoredMeaning,
    options: UpdateOptions & { since: number; isMisplaced: boolean },
  ) {
    this.#client = client
    this.stored = stored
    this.#sizes = sizes
    this.#version = stored.version + 1
    const { interrupted } = stored
    this.#isMisplaced = options.isMisplaced
    this.#vectors = new EntryVectors(client, meaning, sum([...sizes.values()]))
    this.#entries = new EntryChanges(client, {
      ...options,
      version: this.#version,
      interrupted,
      vectors: this.#vectors,
    })
  }

  /** Makes indexes and settings right, and learns what the collection holds. */
  static async open(client: Meilisearch, options: UpdateOptions): Promise<CollectionUpdate> {
    await waitForOtherRun(client, options)
    await settleEarlierTasks(client)
    await finishSwaps(client)
    await removeNext(client)
    await ensureIndexes(client)
    const isMisplaced = !(await areShared(client))
    const since = (await newestTask(client))?.uid ?? -1
    const stored = await readCollection(client)
    const sizes = await readFacet(client, 'document')
    const meaning = await readMeaning(client, chosenEmbedder().vectorsBy)
    return new CollectionUpdate(client, stored, sizes, meaning, { ...options, since, isMisplaced })
  }

  /**
   * Takes note of what of a document is new, has changed, or is gone.
   *
   * @param onRecords told of all its entries in order
   * @throws SourceError where the document cannot be read to its end: then the collection keeps what
   *   it holds of it, or has what could be read of a document that it did not hold
   */
  async document(
    { document, entries }: ParsedDocument,
    onRecords: (records: EntryRecord[]) => Promise<void>,
  ): Promise<void> {
    const before = this.#sizes.get(document.id) ?? 0
    const diff = new DocumentDiff(this.#client, document.id, before, this.#version)
    try {
      for await (const chunk of entries) {
        this.#seen.add(document.id)
        const chunkDiff = await diff.chunk(chunk.map(draftRecord))
        await this.#entries.chunk(diff, chunkDiff)
        for (const record of chunkDiff.records) {
          for (const { id, name, type, verified } of record.actors) {
            if (!this.actors.has(id)) this.actors.set(id, { id, name, type, verified })
          }
        }
        await onRecords(chunkDiff.records)
      }
    } catch (error) {
      if (error instanceof SourceError) {
        await this.#entries.giveUp(diff)
        if (before === 0) addChanges(this.#changes, diff.changes)
      }
      throw error
    }
    this.#seen.add(document.id)
    let gone = 0
    for await (const places of diff.vanishedPlaces()) {
      this.#entries.vanish(diff, places)
      this.#remember(places.slice(0, MOST_GONE - gone))
      gone += places.length
    }
    this.#entries.endOf(diff)
    addChanges(this.#changes, { ...diff.changes, removed: gone })
  }

  /** Of a document that was rewritten as a whole, the first places are enough to find one's way. */
  #remember(places: EntryPlace[]): void {
    for (const { id, position } of places) {
      this.#gone.push({ id: `gone-${id}`, type: 'gone', position, goneIn: this.#version })
    }
  }

  /**
   * Makes the changes, removes documents, and writes what the collection is made of.
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
    const leftovers = [...this.#sizes.keys()].filter((id) => this.#isLeftover(id))
    const gone = [...new Set([...removed, ...leftovers])].filter((id) => this.#sizes.has(id))
    const goneEntries = sum(gone.map((id) => this.#sizes.get(id) ?? 0))
    this.#changes.removed += goneEntries
    const upserts = documents.filter((record) => !this.#isStored(record))
    const goneRecords = [...removed, ...this.#lost()].map((id) => `document-${id}`)
    const collection = async (entriesUid?: string): Promise<Omit<CollectionChange, 'version'>> => {
      const actorsDiff = await this.#diffActors(actors, entriesUid)
      return {
        upserts: [...upserts, ...actorsDiff.upserts, ...this.#gone],
        gone: [...goneRecords, ...actorsDiff.gone],
      }
    }
    const changedAnything =
      this.stored.interrupted ||
      this.#isMisplaced ||
      this.#hasChanges() ||
      removed.length > 0 ||
      upserts.some((record) => !this.#isSameReference(record))
    if (changedAnything) {
      const { added, removed: removedEntries } = this.#changes
      const size = sum([...this.#sizes.values()]) + added - removedEntries
      await this.#entries.make({
        gone,
        goneEntries,
        added,
        removed: removedEntries,
        size,
        collection,
      })
    } else {
      await this.#vectors.complete()
      await writeCollection(this.#client, { ...(await collection()), version: null })
    }
    const version = changedAnything ? this.#version : this.stored.version
    return { changes: this.#changes, version, changedAnything }
  }

  /** After the run, whatever became of it: resolves when the engine is at rest. Never rejects. */
  rest(): Promise<void> {
    return this.#entries.rest()
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

  async #diffActors(wanted: ReadonlyMap<string, ActorRecord> | null, entriesUid?: string) {
    if (wanted === null) return { upserts: [], gone: [] }
    const { actors } = this.stored
    const isEveryOneKnown = [...actors.keys()].every((id) => wanted.has(id))
    const inUse = isEveryOneKnown ? [] : (await readFacet(this.#client, 'actor', entriesUid)).keys()
    return diffActors(actors, wanted, new Set(inUse))
  }
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)
