import type { EngineSession } from '#engine/connect'
import type { Progress } from './report/progress.ts'

/** In KRONIKA_DIR. */
export const LOCK_FILE = 'collection.lock'

/** What a command needs of the world around it. */
export type Context = {
  /** What relative paths on the command line are relative to. */
  cwd: string
  /** The project's folder: where `data/` is. */
  project: string
  /** Held by whoever changes the collection. */
  lockFile: string
  /** How long to wait for another run; default a minute. */
  lockWaitMs?: number
  connect: () => Promise<EngineSession>
  progress: Progress
  /** Fires when the user asks to stop. */
  signal: AbortSignal
}
