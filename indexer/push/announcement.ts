import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Meilisearch, Task } from 'meilisearch'
import {
  ANNOUNCEMENT_RECORD_ID,
  type AnnouncementRecord,
  COLLECTION_INDEX,
  type CollectionRecord,
} from '#schema/indexes'
import { LockError } from '../errors.ts'
import { who } from './other-run.ts'
import { answer, newestTask, run, settled } from './tasks.ts'

/** More often than another run gives up on us, see other-run.ts. */
const RENEW_MS = 10_000

/**
 * What a run says before its first change. The engine puts all tasks in one order, whichever machine
 * they come from, and every run announces before it changes anything: so of two that read the same
 * collection, the one that announces second finds the other's task before its own, and gives way.
 */
export class Announcement {
  readonly record: AnnouncementRecord
  readonly #client: Meilisearch
  #renewal: NodeJS.Timeout | undefined
  #renewing: Promise<unknown> = Promise.resolve()

  private constructor(client: Meilisearch, record: AnnouncementRecord) {
    this.#client = client
    this.record = record
  }

  /**
   * @param version the corpus version that the change will make
   * @param since uid of the newest task when the collection was read, -1 for none
   * @throws LockError when another run has begun to change it since
   */
  static async make(
    client: Meilisearch,
    options: { version: number; inPlace: boolean; since: number },
  ): Promise<Announcement> {
    const { since, ...change } = options
    const announcement = new Announcement(client, {
      id: ANNOUNCEMENT_RECORD_ID,
      type: 'announced',
      run: randomUUID(),
      pid: process.pid,
      host: hostname(),
      since: new Date().toISOString(),
      ...change,
    })
    const isNewer = (task: Task | null) => (task?.uid ?? -1) > since
    if (isNewer(await newestTask(client))) throw await changedMeanwhile(client)
    const task = await answer(client, ANNOUNCING, () => announcement.#write())
    await settled(client, task)
    if (isNewer(await newestTask(client, task.taskUid - 1))) throw await changedMeanwhile(client)
    return announcement
  }

  /** Renews it for as long as the change lasts: a run of which nothing is heard counts as dead. */
  keepAlive(): void {
    this.#renewal = setInterval(() => {
      this.#renewing = this.#write().catch(() => {})
    }, RENEW_MS)
    this.#renewal.unref()
  }

  async end(): Promise<void> {
    clearInterval(this.#renewal)
    await this.#renewing
  }

  /** @throws LockError when another run took us for dead */
  async check(): Promise<void> {
    const announced = await readAnnouncement(this.#client)
    if (announced?.run !== this.record.run) throw await changedMeanwhile(this.#client)
  }

  /** After a change that the engine refused as a whole: the collection is as it was. */
  async retract(): Promise<void> {
    const version = this.record.version - 1
    await run(this.#client, ANNOUNCING, () => this.#write({ ...this.record, version }))
  }

  #write(record = this.record) {
    return this.#client.index(COLLECTION_INDEX).addDocuments([record])
  }
}

const ANNOUNCING = 'announcing a change'

async function readAnnouncement(client: Meilisearch): Promise<AnnouncementRecord | null> {
  const { results } = await answer(client, 'the announcement', () =>
    client.index<CollectionRecord>(COLLECTION_INDEX).getDocuments({ filter: 'type = announced' }),
  )
  return (results[0] as AnnouncementRecord | undefined) ?? null
}

async function changedMeanwhile(client: Meilisearch): Promise<LockError> {
  const other = await readAnnouncement(client)
  const name = other === null ? '' : ` (${who(other)})`
  return new LockError(
    `Another run${name} changed the collection while this one was at work: run it again. Nothing of this one is in the collection.`,
  )
}
