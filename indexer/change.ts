import { createClient } from '#engine/client'
import type { Context } from './context.ts'
import { lockCollection } from './lock.ts'
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
  const { lockFile, lockWaitMs, progress, signal } = context
  const release = await lockCollection(lockFile, {
    signal,
    log: progress.line,
    ...(lockWaitMs !== undefined && { waitMs: lockWaitMs }),
  })
  try {
    const session = await context.connect()
    try {
      const { host, masterKey } = session
      const client = createClient({ host, apiKey: masterKey, timeoutMs: CALL_DEADLINE_MS })
      const update = await CollectionUpdate.open(client, { signal, onProgress: progress.engine })
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
