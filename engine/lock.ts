import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { EngineError } from './errors.ts'
import { isAlive } from './processes.ts'

/** The holder shows every few seconds that it still works; after this long without, it does not. */
const STALE_MS = 30_000
const BEAT_MS = 5_000

export type LockOptions = {
  deadlineMs: number
  /** What the lock is for, as in "another process is …". */
  purpose: string
  signal?: AbortSignal | undefined
}

/**
 * Runs an action while holding a lock file, one process at a time. A lock whose holder is dead, or
 * has shown no life for half a minute, is taken over.
 *
 * @throws EngineError `timeout` when the lock is not free before the deadline
 */
export async function withLock<T>(
  file: string,
  options: LockOptions,
  action: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + options.deadlineMs
  const mark = `${process.pid} ${randomUUID()}`
  while (!create(file, mark)) {
    options.signal?.throwIfAborted()
    if (isStale(file)) takeAway(file)
    else if (Date.now() > end) throw heldTooLong(file, options.purpose)
    else await sleep(25)
  }
  const beat = setInterval(() => touch(file), BEAT_MS)
  beat.unref()
  try {
    return await action()
  } finally {
    clearInterval(beat)
    if (read(file) === mark) rmSync(file, { force: true })
  }
}

/** Several waiters may see the same stale lock: only one at a time may look again and remove it. */
function takeAway(file: string): void {
  const broom = `${file}.takeover`
  if (!create(broom, String(process.pid))) {
    if (isStale(broom)) rmSync(broom, { force: true })
    return
  }
  try {
    if (isStale(file)) rmSync(file, { force: true })
  } finally {
    rmSync(broom, { force: true })
  }
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isStale(file: string): boolean {
  const age = ageOf(file)
  const pid = holderOf(file)
  if (age === null) return false
  // A file without a number in it was caught between its creation and its writing.
  return age > STALE_MS || (pid !== null && !isAlive(pid))
}

function holderOf(file: string): number | null {
  const pid = Number.parseInt(read(file) ?? '', 10)
  return Number.isNaN(pid) ? null : pid
}

function ageOf(file: string): number | null {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return null
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // removed by hand: nothing to keep alive
  }
}

function heldTooLong(file: string, purpose: string): EngineError {
  const message = `Another process (${holderOf(file) ?? 'unknown'}) is ${purpose} for too long: end it, or remove ${file}.`
  return new EngineError('timeout', message)
}
