import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from './database.ts'
import type { EngineDirectory } from './directory.ts'
import { EngineError } from './errors.ts'
import { type Guarded, spawnGuarded } from './guard.ts'
import type { Executable } from './locate.ts'
import { nextFreePort } from './ports.ts'
import { answersWithKey } from './probe.ts'

/** Its files are safe at any moment (LMDB), so that a slow end may be cut short. */
const GRACE_MS = 4_000
const READY_DEADLINE_MS = 30_000
const POLL_MS = 25
/** Ports that were free when looked at and taken when the engine came. */
const PORT_ATTEMPTS = 5

export type LaunchOptions = {
  executable: Executable
  directory: EngineDirectory
  masterKey: string
  /** The first port to try. */
  port: number
  memory: string
  signal?: AbortSignal | undefined
  /** Told before the engine is ready, so that others can know of it. */
  onStarted: (pid: number, port: number) => void
}

export type Launched = { guarded: Guarded; pid: number; port: number }

/**
 * Starts the engine on loopback and waits until it answers.
 *
 * @throws EngineError with the engine's own last words when it ends instead
 */
export async function launchEngine(options: LaunchOptions): Promise<Launched> {
  let first = options.port
  for (let attempt = 1; ; attempt++) {
    const port = await nextFreePort(first)
    if (port === null) throw noPort(options.port)
    const launched = await launchAt(port, options)
    if (launched !== 'port taken') return launched
    if (attempt === PORT_ATTEMPTS) throw noPort(options.port)
    first = port + 1
  }
}

async function launchAt(port: number, options: LaunchOptions): Promise<Launched | 'port taken'> {
  const guarded = spawnEngine(port, options)
  try {
    const pid = await guarded.started.catch((error: Error) => {
      throw didNotStart(options, error.message)
    })
    options.onStarted(pid, port)
    const outcome = await outcomeOf(guarded, port, options)
    if (outcome === 'ready') return { guarded, pid, port }
    const reason = lastError(options.directory)
    if (outcome === 'ended' && /address already in use/i.test(reason)) return 'port taken'
    throw didNotStart(options, outcome === 'ended' ? reason : 'it did not answer in time')
  } catch (error) {
    await guarded.stop()
    throw error
  }
}

function spawnEngine(port: number, options: LaunchOptions): Guarded {
  const { directory, executable, masterKey, memory } = options
  const database = openDatabase(directory, executable.version)
  const log = openSync(directory.log, 'w', 0o600)
  const args = [
    ...['--http-addr', `127.0.0.1:${port}`],
    ...['--db-path', database.data],
    ...['--dump-dir', database.dumps],
    ...['--snapshot-dir', database.snapshots],
    ...['--max-indexing-memory', memory],
    ...['--env', 'production', '--log-level', 'WARN', '--no-analytics'],
  ]
  try {
    // The engine would also read a config.toml from the working directory.
    return spawnGuarded(executable.path, args, {
      cwd: database.path,
      env: { ...withoutEngineVariables(process.env), MEILI_MASTER_KEY: masterKey },
      stdout: log,
      stderr: log,
      graceMs: GRACE_MS,
    })
  } finally {
    closeSync(log)
  }
}

/** Settings for another engine must not reach this one, nor its key any other process. */
export function withoutEngineVariables(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(variables).filter(([name]) => !name.startsWith('MEILI_'))
  return Object.fromEntries(kept) as NodeJS.ProcessEnv
}

type Outcome = 'ready' | 'ended' | 'late'

async function outcomeOf(guarded: Guarded, port: number, options: LaunchOptions): Promise<Outcome> {
  let ended = false
  guarded.exited.then(() => {
    ended = true
  })
  const end = Date.now() + READY_DEADLINE_MS
  while (Date.now() < end) {
    options.signal?.throwIfAborted()
    if (ended) return 'ended'
    if (await answersWithKey(`http://127.0.0.1:${port}`, options.masterKey)) return 'ready'
    await sleep(POLL_MS)
  }
  return 'late'
}

/** What the engine's log says about its end, in one line. */
export function lastError(directory: EngineDirectory): string {
  const log = readLog(directory)
  const errors = [...log.matchAll(/^Error: (.+)$/gm)]
  const lines = log.split('\n').filter((line) => /\b(ERROR|panicked)\b/.test(line))
  return errors.at(-1)?.[1] ?? lines.at(-1)?.trim() ?? 'it said nothing'
}

function readLog({ log }: EngineDirectory): string {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    return readFileSync(log, 'utf8').replace(/\u001b\[[\d;]*m/g, '')
  } catch {
    return ''
  }
}

function didNotStart(options: LaunchOptions, reason: string): EngineError {
  const { directory, executable } = options
  const message = `The search engine (${executable.path}) did not start: ${reason} Its log is ${directory.log}.`
  return new EngineError('no-engine', message)
}

function noPort(first: number): EngineError {
  const message = `No port is free for the search engine from ${first} on: choose another with KRONIKA_ENGINE_PORT.`
  return new EngineError('no-engine', message)
}
