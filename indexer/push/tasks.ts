import { setTimeout as sleep } from 'node:timers/promises'
import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch'
import { EngineError, toEngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import { waitForTask } from '#engine/tasks'
import { COLLECTION_INDEX, ENTRIES_INDEX, NEXT } from '#schema/indexes'

/** Long enough for the largest batch behind others on a slow disk; a lost engine is seen at once. */
const TASK_DEADLINE_MS = 30 * 60_000
/** An engine that crashed may be started again by its keeper, and then goes on with its tasks. */
const RESTART_MS = 30_000
const RESTART_PAUSE_MS = 200

export const OUR_INDEXES = [ENTRIES_INDEX, COLLECTION_INDEX, NEXT.entries, NEXT.collection]

export type OnProgress = (percentage: number) => void

const ends = new WeakMap<Meilisearch, { reason: string | null }>()

/**
 * Lets calls to an engine fail at once when it has ended and nobody will start it again.
 *
 * @param ended resolves with what is known about its end
 */
export function endsFor(client: Meilisearch, ended: Promise<string>): void {
  const end = { reason: null as string | null }
  ends.set(client, end)
  ended.then((reason) => {
    end.reason = reason
  })
}

/**
 * A call to the engine, its failure in one line. Made again while the engine cannot be reached, until
 * it should have come back: so it must be one that may be made twice.
 *
 * @param what what it is about, as in "the settings of kronika"
 * @throws EngineError
 */
export async function answer<T>(
  client: Meilisearch,
  what: string,
  call: () => Promise<T>,
): Promise<T> {
  let failingSince = Number.POSITIVE_INFINITY
  for (;;) {
    const began = Date.now()
    try {
      return await call()
    } catch (error) {
      const failure = toEngineError(error, `${what} at ${client.config.host}`)
      if (failure.code !== 'unreachable') throw failure
      const now = Date.now()
      // A call that lasted longer had reached the engine: this is another failure than the last one.
      failingSince = now - began > RESTART_MS ? now : Math.min(failingSince, now)
      const reason = ends.get(client)?.reason ?? null
      if (reason !== null) throw new EngineError('unreachable', reason)
      if (now - failingSince > RESTART_MS) throw failure
      await sleep(RESTART_PAUSE_MS)
    }
  }
}

/**
 * Gives the engine a task and waits until it is done.
 *
 * @throws EngineError with the engine's own reason when the task fails
 */
export async function run(
  client: Meilisearch,
  what: string,
  call: () => Promise<EnqueuedTask>,
  onProgress?: OnProgress,
): Promise<void> {
  await settled(client, await answer(client, what, call), onProgress)
}

/** Resolves when the engine has done a task. @throws EngineError with its own reason */
export function settled(
  client: Meilisearch,
  { taskUid }: EnqueuedTask,
  onProgress?: OnProgress,
): Promise<void> {
  const options = { deadlineMs: TASK_DEADLINE_MS, ...(onProgress && { onProgress }) }
  return answer(client, `task ${taskUid}`, () => waitForTask(client, taskUid, options))
}

/** The newest task on our indexes, of those up to `from` when it is given; null when there is none. */
export async function newestTask(client: Meilisearch, from?: number): Promise<Task | null> {
  if (from !== undefined && from < 0) return null
  const { results } = await answer(client, 'the latest tasks', () =>
    client.tasks.getTasks({
      indexUids: OUR_INDEXES,
      limit: 1,
      ...(from !== undefined && { from }),
    }),
  )
  return results[0] ?? null
}

export const isAtWork = ({ status }: Task): boolean =>
  status === 'enqueued' || status === 'processing'

/**
 * Waits for what an interrupted run left with the engine, so that nothing moves while we compare. How
 * those tasks end does not matter: what they did or did not do is seen in the comparison.
 */
export async function settleEarlierTasks(client: Meilisearch): Promise<void> {
  await Promise.all(enginesOf(client).map(settleEarlierOn))
}

async function settleEarlierOn(client: Meilisearch): Promise<void> {
  const last = await newestTask(client)
  if (last === null || !isAtWork(last)) return
  await settled(client, { ...last, taskUid: last.uid }).catch((error) => {
    if (error.code !== 'task-failed') throw error
  })
}
