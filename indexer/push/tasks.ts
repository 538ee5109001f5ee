import type { EnqueuedTask, Meilisearch } from 'meilisearch'
import { toEngineError } from '#engine/errors'
import { waitForTask } from '#engine/tasks'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'

/** Long enough for the largest batch behind others on a slow disk; a lost engine is seen at once. */
const TASK_DEADLINE_MS = 30 * 60_000

export type OnProgress = (percentage: number) => void

/**
 * A call to the engine, its failure in one line.
 *
 * @param what what it is about, as in "the settings of kronika"
 * @throws EngineError
 */
export async function answer<T>(
  client: Meilisearch,
  what: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toEngineError(error, `${what} at ${client.config.host}`)
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
  return waitForTask(client, taskUid, options)
}

/**
 * Waits for what an interrupted run left with the engine, so that nothing moves while we compare. How
 * those tasks end does not matter: what they did or did not do is seen in the comparison.
 */
export async function settleEarlierTasks(client: Meilisearch): Promise<void> {
  const { results } = await answer(client, 'earlier tasks', () =>
    client.tasks.getTasks({
      statuses: ['enqueued', 'processing'],
      indexUids: [ENTRIES_INDEX, COLLECTION_INDEX],
      limit: 1,
    }),
  )
  const [last] = results
  if (last === undefined) return
  await waitForTask(client, last.uid, { deadlineMs: TASK_DEADLINE_MS }).catch((error) => {
    if (error.code !== 'task-failed') throw error
  })
}
