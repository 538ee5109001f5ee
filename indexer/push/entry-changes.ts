import type { Meilisearch } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import { ENTRIES_INDEX, NEXT } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { stopIfAsked } from '../errors.ts'
import type { EntryVectors } from '../meaning/entry-vectors.ts'
import { Announcement } from './announcement.ts'
import type { ChunkDiff } from './diff.ts'
import type { DocumentDiff } from './document-diff.ts'
import { type CollectionChange, versionRecords, writeCollection } from './finish.ts'
import { GatheredChanges } from './gathered.ts'
import { changeInPlace, clearTombstones, removeDocuments } from './in-place.ts'
import { JsonLines } from './json-lines.ts'
import { NextCollection } from './next-collection.ts'
import { type EntryPlace, readPlaces } from './stored.ts'
import type { OnProgress } from './tasks.ts'

/** What one task carries; the engine takes 100 MB unless told otherwise. */
const MAX_IN_PLACE_BYTES = 32_000_000
/** Below this number of new entries, the tasks that a new collection takes cost more than it saves. */
const MIN_REBUILD = 1_000

export type ChangesOptions = {
  signal: AbortSignal
  onProgress: OnProgress
  /** The corpus version that the changes will make. */
  version: number
  /** The newest task when the collection was read, see announcement.ts. */
  since: number
  /** The last run was cut off. */
  interrupted: boolean
  maxInPlaceBytes?: number
  vectors: EntryVectors
  /** The entries do not lie on the engines as these are named now: only a new collection can have them so. */
  isMisplaced: boolean
}

/** What a run is to make of the collection besides the documents that it has read. */
export type Outcome = {
  /** Ids of documents whose entries go. */
  gone: string[]
  goneEntries: number
  /** Numbers of entries: new, no longer there, and in all afterwards. */
  added: number
  removed: number
  size: number
  /** What the collection is made of, once the entries are in an index. */
  collection: (entriesUid: string) => Promise<Omit<CollectionChange, 'version'>>
}

/**
 * The changes of a run on their way into the collection, which readers see all at once: gathered, and
 * then made in one task; or, where they are too many for that, a new collection in the place of the
 * old one.
 */
export class EntryChanges {
  readonly #client: Meilisearch
  readonly #options: ChangesOptions
  readonly #gathered = new GatheredChanges()
  #next: NextCollection | null = null
  #announcement: Announcement | null = null
  /** Documents of which the new collection has all entries that it is to have. */
  readonly #complete = new Set<string>()

  constructor(client: Meilisearch, options: ChangesOptions) {
    this.#client = client
    this.#options = options
  }

  async chunk(document: DocumentDiff, { records, upserts }: ChunkDiff): Promise<void> {
    if (this.#next !== null) return this.#next.addEntries(records.map(this.#toLine))
    this.#gathered.upsert(document.id, upserts)
    if (this.#isTooMuch()) await this.#rebuild(document)
  }

  vanish({ id }: DocumentDiff, places: EntryPlace[]): void {
    // What nobody copies does not come into a new collection.
    if (this.#next === null) {
      this.#gathered.vanish(
        id,
        places.map((place) => place.id),
      )
    }
  }

  endOf({ id }: DocumentDiff): void {
    if (this.#next !== null) this.#complete.add(id)
  }

  /** A document that could not be read to its end: what the collection has of it stays as it is. */
  async giveUp({ id, before }: DocumentDiff): Promise<void> {
    if (before === 0) return
    if (this.#next === null) this.#gathered.forget(id)
    else {
      this.#gathered.documents.delete(id)
      await this.#next.removeDocument(id)
    }
  }

  /** Makes the changes, the corpus version last. */
  async make(outcome: Outcome): Promise<void> {
    stopIfAsked(this.#options.signal)
    const { isMisplaced } = this.#options
    if (this.#next === null && (isMisplaced || this.#isMostlyNew(outcome)))
      await this.#rebuild(null)
    if (this.#next === null) await this.#makeInPlace(outcome)
    else await this.#makeNext(this.#next, outcome)
  }

  /** After the run, whatever became of it: resolves when the engine is at rest. Never rejects. */
  async rest(): Promise<void> {
    await this.#announcement?.end()
    await this.#next?.abandon()
  }

  #isTooMuch(more = 0): boolean {
    const { maxInPlaceBytes = MAX_IN_PLACE_BYTES } = this.#options
    return this.#gathered.bytes + more > maxInPlaceBytes
  }

  /** Taking words out of an index costs as much as putting them in. */
  #isMostlyNew({ added, removed, goneEntries, size }: Outcome): boolean {
    if (this.#gathered.lines.count > 0 && this.#isTooMuch(goneEntries * TOMBSTONE_BYTES))
      return true
    return added >= MIN_REBUILD && removed > 0 && added + removed > size
  }

  async #makeInPlace({ gone, collection }: Outcome): Promise<void> {
    const { onProgress, version, interrupted, vectors } = this.#options
    const announcement = await this.#announce(true)
    const { vanished } = this.#gathered
    await vectors.settle(this.#gathered.lines)
    const lines = new JsonLines()
    for (const line of vectors.withVectors(this.#gathered.lines)) lines.add(line)
    this.#gathered.lines.clear()
    try {
      if (lines.count === 0 && vanished.length === 0) {
        await removeDocuments(this.#client, gone, onProgress)
      } else {
        for (const id of gone) {
          for await (const places of readPlaces(this.#client, id)) {
            for (const place of places) vanished.push(place.id)
          }
        }
        await changeInPlace(this.#client, lines, vanished, onProgress)
      }
    } catch (error) {
      const isUnharmed = error instanceof EngineError && error.code === 'task-failed'
      // Of several engines another may have made its part of the change.
      const isOne = enginesOf(this.#client).length === 1
      if (isUnharmed && isOne && !interrupted) await announcement.retract()
      throw error
    }
    if (interrupted) await clearTombstones(this.#client)
    await vectors.complete()
    await writeCollection(this.#client, { ...(await collection(ENTRIES_INDEX)), version })
  }

  /** From here on everything goes into a new collection, beginning with what has been gathered. */
  async #rebuild(current: DocumentDiff | null): Promise<void> {
    const { signal, onProgress, vectors } = this.#options
    stopIfAsked(signal)
    // Several engines do not put a new collection in place at one moment.
    const announcement = await this.#announce(enginesOf(this.#client).length > 1)
    announcement.keepAlive()
    const next = await NextCollection.begin(this.#client, { signal, onProgress })
    this.#next = next
    await vectors.settle(this.#gathered.lines)
    await next.addEntries(vectors.withVectors(this.#gathered.lines))
    this.#gathered.lines.clear()
    if (current === null) return
    const upserted = new Set(this.#gathered.documents.get(current.id)?.upserted)
    await next.copyEntries(
      [...current.kept].filter((id) => !upserted.has(id)),
      this.#toLine,
    )
  }

  async #makeNext(next: NextCollection, { gone, collection }: Outcome): Promise<void> {
    const goneDocuments = new Set(gone)
    const settled = new Map(
      [...this.#gathered.documents].map(([id, { upserted, vanished }]) => [
        id,
        new Set([...upserted, ...vanished]),
      ]),
    )
    await next.copyAllEntries(({ id, document }) => {
      // Tombstones have no document.
      if (document === undefined || goneDocuments.has(document.id)) return false
      return !this.#complete.has(document.id) && !settled.get(document.id)?.has(id)
    }, this.#toLine)
    await next.finishEntries()
    const { upserts, gone: goneRecords } = await collection(NEXT.entries)
    const { version, vectors } = this.#options
    const records = [...upserts, ...vectors.records(), ...versionRecords(version)]
    await next.writeCollection(records, new Set(goneRecords), version)
    await this.#announcement?.end()
    await this.#announcement?.check()
    stopIfAsked(this.#options.signal)
    // From here on it is complete: were it abandoned between the swaps of several engines, a part would be lost.
    this.#next = null
    await next.takePlace(version)
  }

  readonly #toLine = (record: EntryRecord): string => this.#options.vectors.line(record)

  async #announce(inPlace: boolean): Promise<Announcement> {
    const { version, since } = this.#options
    this.#announcement = await Announcement.make(this.#client, { version, since, inPlace })
    return this.#announcement
  }
}

/** More than a tombstone of an ordinary id takes. */
const TOMBSTONE_BYTES = 60
