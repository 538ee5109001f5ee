import type { EngineSession } from './connect.ts'
import { type EngineDirectory, masterKeyOf, openDirectory, unusable } from './directory.ts'
import type { EngineEnvironment } from './environment.ts'
import { EngineError } from './errors.ts'
import { describeExit, type Exit } from './guard.ts'
import { lastError, launchEngine } from './launch.ts'
import { locateEngine } from './locate.ts'
import { withLock } from './lock.ts'
import { answersWithKey } from './probe.ts'
import { isAlive, isGone } from './processes.ts'
import { type EngineState, isRunning, readState, removeState, writeState } from './state.ts'

/** Longer than an engine may take to start, and than its guard leaves it to end. */
const LOCK_DEADLINE_MS = 60_000
const GONE_DEADLINE_MS = 8_000

export type EmbeddedOptions = {
  environment: EngineEnvironment
  log: (line: string) => void
  signal?: AbortSignal | undefined
}

/**
 * The engine of KRONIKA_DIR: the running one, or else one that this process starts and that ends
 * with it. However many processes come at once, there is one engine.
 */
export async function embeddedEngine(options: EmbeddedOptions): Promise<EngineSession> {
  const directory = openDirectory(options.environment.directory)
  try {
    return await findOrStart(directory, options)
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException
    throw syscall === undefined ? error : unusable(directory.path, error)
  }
}

async function findOrStart(
  directory: EngineDirectory,
  options: EmbeddedOptions,
): Promise<EngineSession> {
  const running = await findRunning(directory)
  if (running !== null) return running
  const { signal } = options
  const lock = { deadlineMs: LOCK_DEADLINE_MS, purpose: 'starting the search engine', signal }
  return withLock(directory.lock, lock, async () => {
    return (await findRunning(directory)) ?? (await start(directory, options))
  })
}

/** Null when none runs; waits for one to be gone that lost its starter or is being stopped. */
async function findRunning(directory: EngineDirectory): Promise<EngineSession | null> {
  const state = readState(directory)
  if (state === null || !isRunning(directory, state)) return null
  if (!isAlive(state.starter) || state.phase === 'stopping') {
    await seeGone(directory, state)
    return null
  }
  // Its starter holds the lock and will say when it is ready.
  if (state.phase === 'starting') return null
  const host = `http://127.0.0.1:${state.port}`
  const masterKey = masterKeyOf(directory)
  if (await answersWithKey(host, masterKey)) return attached(directory, state, host, masterKey)
  if (!isRunning(directory, state)) return null
  const message = `The search engine of ${directory.path} runs (process ${state.pid}) but does not answer at ${host}: end it and try again.`
  throw new EngineError('timeout', message)
}

async function seeGone(directory: EngineDirectory, state: EngineState): Promise<void> {
  if (!(await isGone(state.pid, GONE_DEADLINE_MS)) && isRunning(directory, state)) {
    process.kill(state.pid, 'SIGKILL')
    await isGone(state.pid, GONE_DEADLINE_MS)
  }
  removeState(directory, state.pid)
}

function attached(
  directory: EngineDirectory,
  state: EngineState,
  host: string,
  masterKey: string,
): EngineSession {
  const ended = new Promise<string>((resolve) => {
    const timer = setInterval(() => {
      const stopping = readState(directory)?.phase === 'stopping'
      if (!stopping && isAlive(state.pid)) return
      clearInterval(timer)
      resolve('The process that had started the search engine ended it.')
    }, 250)
    timer.unref()
  })
  return { host, masterKey, embedded: true, started: false, ended, stop: async () => {} }
}

async function start(
  directory: EngineDirectory,
  { environment, log, signal }: EmbeddedOptions,
): Promise<EngineSession> {
  const left = readState(directory)
  // Half started by a process that failed: nobody waits for it any more.
  if (left !== null && isRunning(directory, left)) await seeGone(directory, left)

  const masterKey = masterKeyOf(directory)
  const executable = await locateEngine({ binary: environment.binary, directory, log })
  signal?.throwIfAborted()
  const publish = (phase: EngineState['phase'], pid: number, port: number) =>
    writeState(directory, {
      phase,
      pid,
      starter: process.pid,
      port,
      version: executable.version,
      startedAt: new Date().toISOString(),
    })
  const { guarded, pid, port } = await launchEngine({
    executable,
    directory,
    masterKey,
    port: environment.port,
    memory: environment.memory,
    signal,
    onStarted: (pid, port) => publish('starting', pid, port),
  })
  publish('ready', pid, port)

  return {
    host: `http://127.0.0.1:${port}`,
    masterKey,
    embedded: true,
    started: true,
    ended: guarded.exited.then((exit) => ending(directory, exit)),
    async stop() {
      if (readState(directory)?.pid === pid) publish('stopping', pid, port)
      await guarded.stop()
      removeState(directory, pid)
    },
  }
}

function ending(directory: EngineDirectory, exit: Exit): string {
  return `The search engine ended (${describeExit(exit)}): ${lastError(directory)}. Its log is ${directory.log}.`
}
