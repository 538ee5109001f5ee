import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Meilisearch } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { isAlive } from '#engine/processes'
import { type AnnouncementRecord, COLLECTION_INDEX, type CollectionRecord } from '#schema/indexes'
import { LockError, stopIfAsked } from '../errors.ts'
import { answer, isAtWork, newestTask } from './tasks.ts'

const POLL_MS = 500
/** A run renews its announcement more often than this. */
const SILENT_MS = 25_000
/** Without time to watch it: clocks of two machines may be so far apart. */
const LONG_SILENT_MS = 10 * 60_000

export type WaitOptions = {
  signal: AbortSignal
  /** Told once when another run is at work. */
  log: (line: string) => void
  waitMs: number
}

/**
 * Resolves when no other run is changing the collection: none has announced a change that it has not
 * finished, or its process is dead, or nothing has been heard of it for a while. (Runs on one machine
 * wait for each other's lock file; two machines share only the engine.)
 *
 * @throws LockError when it takes too long
 */
export async function waitForOtherRun(client: Meilisearch, options: WaitOptions): Promise<void> {
  const began = Date.now()
  let heard = { task: Number.NaN, at: began }
  for (let told = false; ; told = true) {
    const other = await unfinished(client)
    if (other === null || isOver(other)) return
    const newest = await newestTask(client)
    if (newest === null) return
    const now = Date.now()
    if (newest.uid !== heard.task || isAtWork(newest)) heard = { task: newest.uid, at: now }
    const age = now - Date.parse(newest.enqueuedAt)
    if (now - heard.at > SILENT_MS || (!isAtWork(newest) && age > LONG_SILENT_MS)) return
    if (now - began >= options.waitMs) {
      const message = `Another run still changes the collection (${who(other)}): try again when it has ended.`
      throw new LockError(message)
    }
    const seconds = Math.round(options.waitMs / 1000)
    if (!told) {
      options.log(`Another run changes the collection (${who(other)}): waiting up to ${seconds} s.`)
    }
    await sleep(POLL_MS)
    stopIfAsked(options.signal)
  }
}

export function who({ pid, host, since }: AnnouncementRecord): string {
  if (pid === undefined || since === undefined) return 'unknown'
  const place = host === hostname() ? '' : ` on ${host}`
  return `process ${pid}${place}, since ${new Date(since).toTimeString().slice(0, 8)}`
}

/** A run of our own process is over: it would hold the lock file. */
function isOver({ host, pid }: AnnouncementRecord): boolean {
  if (pid === undefined) return true
  return host === hostname() && (pid === process.pid || !isAlive(pid))
}

async function unfinished(client: Meilisearch): Promise<AnnouncementRecord | null> {
  const records = await answer(client, 'the announcement', () =>
    client
      .index<CollectionRecord>(COLLECTION_INDEX)
      .getDocuments({ filter: 'type IN [announced, corpus]' }),
  ).catch((error) => {
    // No collection yet, or one without settings: nobody has announced anything.
    if (error instanceof EngineError && ['not-found', 'refused'].includes(error.code)) return null
    throw error
  })
  const announced = records?.results.find(({ type }) => type === 'announced')
  const corpus = records?.results.find(({ type }) => type === 'corpus')
  const version = corpus?.type === 'corpus' ? corpus.version : 0
  return announced?.type === 'announced' && announced.version > version ? announced : null
}
