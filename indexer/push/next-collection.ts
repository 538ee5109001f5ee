import type { Meilisearch } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import { COLLECTION_INDEX, type CollectionRecord, ENTRIES_INDEX, NEXT } from '#schema/indexes'
import type { MeaningPartRecord } from '#schema/meaning/encoding'
import type { EntryRecord } from '#schema/record'
import { type BatchOptions, RecordBatches } from './batches.ts'
import { makeIndex } from './settings.ts'
import { giveShares } from './shares.ts'
import { pages, readRecords } from './stored.ts'
import { swapAll } from './swaps.ts'
import { answer, run } from './tasks.ts'

/** Whole records at a time, which may be large. */
const PAGE = 1_000

/**
 * A collection that is built beside the one that is being read, and then takes its place in one task:
 * entries and corpus version at the same moment. The app's key is good for the names of the old
 * indexes, which the new ones then have.
 */
export class NextCollection {
  readonly #client: Meilisearch
  readonly #entries: RecordBatches
  readonly #collection: RecordBatches

  private constructor(client: Meilisearch, options: BatchOptions) {
    this.#client = client
    this.#entries = new RecordBatches(client, NEXT.entries, options)
    this.#collection = new RecordBatches(client, NEXT.collection, options)
  }

  static async begin(client: Meilisearch, options: BatchOptions): Promise<NextCollection> {
    await removeNext(client)
    await makeIndex(client, NEXT.entries)
    await makeIndex(client, NEXT.collection)
    return new NextCollection(client, options)
  }

  addEntries(lines: Iterable<string>): Promise<void> {
    return this.#entries.add(lines)
  }

  /** Entries of the old collection. @param toLine gives them their vectors, which the engine keeps to itself */
  async copyEntries(ids: string[], toLine: (record: EntryRecord) => string): Promise<void> {
    for (let start = 0; start < ids.length; start += PAGE) {
      const some = ids.slice(start, start + PAGE)
      const records = await readRecords<EntryRecord>(this.#client, ENTRIES_INDEX, some)
      await this.#entries.add(records.map(toLine))
    }
  }

  /** All entries of the old collection that are wanted. */
  async copyAllEntries(
    isWanted: (record: EntryRecord) => boolean,
    toLine: (record: EntryRecord) => string,
  ): Promise<void> {
    for await (const page of pages<EntryRecord>(this.#client, ENTRIES_INDEX, {}, PAGE)) {
      await this.#entries.add(page.filter(isWanted).map(toLine))
    }
  }

  /** Takes out what has been added of a document. */
  async removeDocument(id: string): Promise<void> {
    await this.#entries.finish()
    const filter = `document.id = "${id}"`
    await run(this.#client, 'removing a document', () =>
      this.#client.index(NEXT.entries).deleteDocuments({ filter }),
    )
  }

  /** Resolves when all entries are in. */
  finishEntries(): Promise<void> {
    return this.#entries.finish()
  }

  /** Writes what the collection is made of: the old one's records but for those that go. */
  async writeCollection(
    records: (CollectionRecord | MeaningPartRecord)[],
    gone: ReadonlySet<string>,
    version: number,
  ): Promise<void> {
    const replaced = new Set([...records.map(({ id }) => id), ...gone])
    const isKept = ({ id, type }: CollectionRecord) =>
      !['announced', 'share'].includes(type) && !replaced.has(id)
    for await (const page of pages<CollectionRecord>(this.#client, COLLECTION_INDEX, {}, PAGE)) {
      await this.#collection.add(page.filter(isKept).map((record) => JSON.stringify(record)))
    }
    await this.#collection.add(records.map((record) => JSON.stringify(record)))
    await this.#collection.finish()
    if (enginesOf(this.#client).length > 1) {
      await giveShares(this.#client, NEXT.collection, version)
    }
  }

  /** Puts the new collection in the place of the old one, which is deleted then. */
  async takePlace(version: number): Promise<void> {
    await swapAll(this.#client, version)
    await removeNext(this.#client)
  }

  /** Resolves when nothing is under way; leaves no trace if the engine still answers. Never rejects. */
  async abandon(): Promise<void> {
    const indexUids = Object.values(NEXT)
    const engines = enginesOf(this.#client)
    for (const engine of engines) await engine.tasks.cancelTasks({ indexUids }).catch(() => {})
    await this.#entries.rest()
    await this.#collection.rest()
    for (const engine of engines) {
      for (const uid of indexUids) await engine.deleteIndex(uid).catch(() => {})
    }
  }
}

/** Deletes what a run left that was cut off, or the collection that has been replaced. */
export async function removeNext(client: Meilisearch): Promise<void> {
  await Promise.all(enginesOf(client).map(removeNextOn))
}

async function removeNextOn(client: Meilisearch): Promise<void> {
  for (const uid of Object.values(NEXT)) {
    const isThere = await answer(client, `the index ${uid}`, () => client.getRawIndex(uid)).then(
      () => true,
      (error) => {
        if (error instanceof EngineError && error.code === 'not-found') return false
        throw error
      },
    )
    if (isThere) await run(client, `deleting ${uid}`, () => client.deleteIndex(uid))
  }
}
