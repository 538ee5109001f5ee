import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url))

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** How a command ended, for a message. The guard reports a signal as 128 and its number. */
export function describeExit({ code, signal }: Exit): string {
  if (signal !== null) return signal
  return code !== null && code > 128 ? `signal ${code - 128}` : `status ${code}`
}

/** A command that ends when this process does, in whatever way this process ends. */
export type Guarded = {
  guardPid: number
  /** The command's own process id, once it runs; rejects when it could not be started. */
  started: Promise<number>
  /** Never rejects. `code` is the command's status, 128 and the number for one ended by a signal. */
  exited: Promise<Exit>
  /** There when piped. */
  stdout: Readable | null
  stderr: Readable | null
  /** SIGTERM, then SIGKILL after the grace; resolves when the command is gone. */
  stop(): Promise<void>
  /** SIGKILL at once. */
  kill(): void
}

export type GuardOptions = {
  cwd: string
  env: NodeJS.ProcessEnv
  stdout: 'ignore' | 'pipe' | number
  stderr: 'ignore' | 'pipe' | number
  /** Milliseconds between SIGTERM and SIGKILL. */
  graceMs: number
}

/** Starts a command under `guard.mjs`. Once it runs, it does not keep this process running. */
export function spawnGuarded(command: string, args: string[], options: GuardOptions): Guarded {
  const { cwd, env, stdout, stderr, graceMs } = options
  const guard = spawn(process.execPath, [GUARD, String(graceMs), command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', stdout, stderr, 'ipc'],
  })
  let commandPid: number | undefined
  const started = commandStarted(guard).then((pid) => {
    commandPid = pid
    return pid
  })
  const release = () => {
    guard.unref()
    guard.channel?.unref()
  }
  started.then(release, release) // a failure is known from `exited` too; not everyone asks here
  const exited = guardExited(guard).then((exit) => {
    // A killed guard cannot end its command; where the kernel does not either, this does.
    if (exit.signal !== null) killGroup(commandPid)
    commandPid = undefined // the number may belong to another process from now on
    return exit
  })

  const kill = () => {
    if (!tell(guard, 'kill')) killGroup(commandPid)
  }
  return {
    guardPid: guard.pid ?? 0,
    started,
    exited,
    stdout: guard.stdout,
    stderr: guard.stderr,
    kill,
    async stop() {
      guard.ref()
      if (!tell(guard, 'stop')) return void (await exited)
      const late = setTimeout(() => {
        killGroup(commandPid)
        guard.kill('SIGKILL')
      }, graceMs + 2_000)
      await exited
      clearTimeout(late)
    },
  }
}

async function commandStarted(guard: ChildProcess): Promise<number> {
  const exited = guardExited(guard).then(({ code, signal }) => {
    throw new Error(`it ended at once (${signal ?? `exit ${code}`})`)
  })
  const told = once(guard, 'message').then(([message]: { pid?: number; failure?: string }[]) => {
    if (message?.pid !== undefined) return message.pid
    throw new Error(message?.failure ?? 'it could not be started')
  })
  exited.catch(() => {})
  told.catch(() => {})
  return Promise.race([told, exited])
}

async function guardExited(guard: ChildProcess): Promise<Exit> {
  if (guard.exitCode !== null || guard.signalCode !== null) {
    return { code: guard.exitCode, signal: guard.signalCode }
  }
  return new Promise((resolve) => {
    guard.once('exit', (code, signal) => resolve({ code, signal }))
    guard.once('error', () => resolve({ code: 127, signal: null }))
  })
}

/** False when the guard is no longer there to be told. */
function tell(guard: ChildProcess, message: 'stop' | 'kill'): boolean {
  if (!guard.connected) return false
  guard.send(message, () => {})
  return true
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it is gone already
  }
}
