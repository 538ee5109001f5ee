import { setTimeout as sleep } from 'node:timers/promises'
import type { Meilisearch, Task } from 'meilisearch'
import { EngineError, toEngineError } from './errors.ts'

const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 250
/** With a full disk the engine fails no task but begins it again every minute; once, also after a restart. */
const MOST_STARTS = 3

export type WaitOptions = { deadlineMs: number; onProgress?: (percentage: number) => void }

/**
 * Waits until the engine has done a task, asking ever less often.
 *
 * @param options.onProgress is told the engine's own progress, 0 to 100, while the task runs
 * @throws EngineError `task-failed` with the engine's reason, `timeout` after the deadline or when the
 *   engine begins the task again and again
 */
export async function waitForTask(
  client: Meilisearch,
  taskUid: number,
  options: WaitOptions,
): Promise<void> {
  const end = Date.now() + options.deadlineMs
  const starts = new Set<string>()
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const task = await askFor(client, taskUid)
    if (task !== null) {
      if (task.status === 'succeeded') return
      if (task.status === 'failed' || task.status === 'canceled') throw failure(task)
      if (task.startedAt !== null) starts.add(String(task.startedAt))
      if (starts.size > MOST_STARTS) throw startedAgain(client, task)
      if (options.onProgress) await reportProgress(client, task, options.onProgress)
    }
    if (Date.now() + pause > end) throw tooLate(client, taskUid, options.deadlineMs)
    await sleep(pause)
  }
}

/** Null when the engine was too busy to say: the task's own deadline decides, not this call's. */
async function askFor(client: Meilisearch, taskUid: number): Promise<Task | null> {
  try {
    return await client.tasks.getTask(taskUid)
  } catch (error) {
    const engineError = toEngineError(error, `task ${taskUid} at ${client.config.host}`)
    if (engineError.code === 'timeout') return null
    throw engineError
  }
}

async function reportProgress(
  client: Meilisearch,
  task: Task,
  onProgress: (percentage: number) => void,
): Promise<void> {
  if (task.batchUid === null) return
  // Progress is a comfort: a failure to learn it must not fail the work.
  const batch = await client.batches.getBatch(task.batchUid).catch(() => null)
  if (batch?.progress) onProgress(batch.progress.percentage)
}

function failure(task: Task): EngineError {
  const what = `${task.type}${task.indexUid ? ` on ${task.indexUid}` : ''}, task ${task.uid}`
  const reason = task.status === 'canceled' ? 'it was cancelled' : task.error?.message
  return new EngineError('task-failed', `The search engine failed (${what}): ${reason}`)
}

function startedAgain(client: Meilisearch, { uid }: Task): EngineError {
  const message = `The search engine at ${client.config.host} begins task ${uid} again and again: look at its log and at the space on its disk; it goes on by itself when it can.`
  return new EngineError('timeout', message)
}

function tooLate(client: Meilisearch, taskUid: number, deadlineMs: number): EngineError {
  const seconds = Math.round(deadlineMs / 100) / 10
  const message = `The search engine at ${client.config.host} has not finished task ${taskUid} after ${seconds} s: it may still finish; try again later.`
  return new EngineError('timeout', message)
}
