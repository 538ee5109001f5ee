import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unusable } from '#engine/directory'
import { commandOf, isAlive } from '#engine/processes'
import { LockError, stopIfAsked } from './errors.ts'

/** How long another run is waited for, unless the caller says otherwise. */
export const WAIT_MS = 60_000
const PAUSE_MS = 100
const BEAT_MS = 5_000
/** Removing a dead run's lock takes a moment: a takeover that is older was cut off itself. */
const TAKEOVER_MS = 10_000
/** Of a process on another machine, only its sign of life is known; large documents delay that. */
const SILENT_MS = 10 * 60_000

type Holder = { id: string; pid: number; host: string; command: string; since: string }

export type LockOptions = {
  /** Told once when somebody else holds the lock. */
  log: (line: string) => void
  signal: AbortSignal
  waitMs?: number
}

/**
 * Only one run changes a collection at a time: a file says who, and a dead run's lock is taken over.
 * (Not `#engine/lock`, which takes silence for death: a run may be busy with one large document.)
 *
 * @param file the lock file; its folder is made when missing
 * @returns what releases the lock
 * @throws LockError when another run holds it for too long
 */
export async function lockCollection(
  file: string,
  options: LockOptions,
): Promise<() => Promise<void>> {
  const own = ownContent()
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await waitFor(file, own, options)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? unusable(dirname(file), error) : error
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), BEAT_MS)
  beat.unref()
  return async () => {
    clearInterval(beat)
    if ((await read(file)) === own) await rm(file, { force: true })
  }
}

async function waitFor(file: string, own: string, options: LockOptions): Promise<void> {
  const { log, signal, waitMs = WAIT_MS } = options
  const end = Date.now() + waitMs
  let told = false
  while (!(await create(file, own))) {
    stopIfAsked(signal)
    const content = await read(file)
    if (content === null) continue
    if (await isDead(file, content)) {
      await takeAway(file, content)
      continue
    }
    if (Date.now() > end) {
      const advice = `try again when it has ended, or remove ${file} if it has`
      throw new LockError(`Another run still changes the collection (${who(content)}): ${advice}.`)
    }
    const seconds = Math.round(waitMs / 1000)
    if (!told) {
      log(`Another run changes the collection (${who(content)}): waiting up to ${seconds} s.`)
    }
    told = true
    await sleep(PAUSE_MS)
  }
}

function ownContent(): string {
  const { pid } = process
  const since = new Date().toISOString()
  const host = hostname()
  return JSON.stringify({
    id: randomUUID(),
    pid,
    host,
    command: commandOf(pid),
    since,
  } satisfies Holder)
}

/** The file appears under its name with its content in it. False when it is there already. */
async function create(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, content, { mode: 0o600 })
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Several waiters may find the same dead run: one at a time looks again and removes its lock. */
async function takeAway(file: string, content: string): Promise<void> {
  const takeover = `${file}.takeover`
  if (!(await create(takeover, ''))) {
    if ((await ageOf(takeover)) > TAKEOVER_MS) await rm(takeover, { force: true })
    await sleep(PAUSE_MS)
    return
  }
  try {
    if ((await read(file)) === content) await rm(file, { force: true })
  } finally {
    await rm(takeover, { force: true })
  }
}

/** The number may be another program's by now, so the command must be the same too. */
async function isDead(file: string, content: string): Promise<boolean> {
  const holder = parse(content)
  if (holder === null) return true
  if (holder.host !== hostname()) return (await ageOf(file)) > SILENT_MS
  if (!isAlive(holder.pid)) return true
  return holder.command !== '' && commandOf(holder.pid) !== holder.command
}

function parse(content: string): Holder | null {
  try {
    return JSON.parse(content) as Holder
  } catch {
    return null
  }
}

function who(content: string): string {
  const holder = parse(content)
  if (holder === null) return 'unknown'
  return `process ${holder.pid}, since ${new Date(holder.since).toTimeString().slice(0, 8)}`
}

const read = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null)

/** Milliseconds since the file was last touched; 0 when it is gone. */
async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null)
  return found === null ? 0 : Date.now() - found.mtimeMs
}
