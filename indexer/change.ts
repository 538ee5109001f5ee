import { createClient } from '#engine/client'
import type { Context } from './context.ts'
import { lockCollection, WAIT_MS } from './lock.ts'
import { endsFor } from './push/tasks.ts'
import { CollectionUpdate } from './push/update.ts'

/** A batch of some megabytes takes a busy engine a while to receive. */
const CALL_DEADLINE_MS = 120_000

/**
 * Runs an action that changes the collection: alone, on a connected engine, with its indexes right.
 * The lock comes first, so that we never attach to an engine that another run is about to end.
 *
 * @throws LockError, EngineError, Interrupted
 */
export async function changeCollection<T>(
  context: Context,
  action: (update: CollectionUpdate) => Promise<T>,
): Promise<T> {
  const { lockFile, lockWaitMs: waitMs = WAIT_MS, progress, signal } = context
  const wait = { signal, log: progress.line, waitMs }
  const release = await lockCollection(lockFile, wait)
  try {
    const session = await context.connect()
    try {
      const { host, masterKey, started, ended } = session
      const client = createClient({ host, apiKey: masterKey, timeoutMs: CALL_DEADLINE_MS })
      // Of an engine that another process keeps, the end may be the beginning of the next.
      if (started && ended !== undefined) endsFor(client, ended)
      const update = await CollectionUpdate.open(client, { ...wait, onProgress: progress.engine })
      try {
        return await action(update)
      } finally {
        await update.rest()
      }
    } finally {
      await session.stop()
    }
  } finally {
    await release()
  }
}
