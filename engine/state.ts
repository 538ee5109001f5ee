import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { EngineDirectory } from './directory.ts'
import { commandOf, isAlive } from './processes.ts'

/** What is known to other processes about the embedded engine of a folder. */
export type EngineState = {
  phase: 'starting' | 'ready' | 'stopping'
  /** The engine itself. */
  pid: number
  /** The process at whose end it ends. */
  starter: number
  port: number
  version: string
  startedAt: string
}

/** Null when there is none, or none that can be read. */
export function readState(directory: EngineDirectory): EngineState | null {
  try {
    const state = JSON.parse(readFileSync(directory.state, 'utf8'))
    const numbers = [state.pid, state.starter, state.port]
    const texts = [state.phase, state.version]
    const isState =
      numbers.every(Number.isInteger) && texts.every((value) => typeof value === 'string')
    return isState ? state : null
  } catch {
    return null
  }
}

/** Replaces the state at once, so that nobody reads half of it. */
export function writeState(directory: EngineDirectory, state: EngineState): void {
  const draft = `${directory.state}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, directory.state)
}

/** Forgets an engine; leaves the state of another one alone. */
export function removeState(directory: EngineDirectory, pid: number): void {
  if (readState(directory)?.pid === pid) rmSync(directory.state, { force: true })
}

/**
 * True when the recorded process runs and is the engine of this folder at the recorded port: the
 * number may belong to another program by now, and the port to another server.
 */
export function isRunning(directory: EngineDirectory, state: EngineState): boolean {
  if (!isAlive(state.pid)) return false
  const command = commandOf(state.pid)
  const database = directory.database(state.version)
  return command.includes(`127.0.0.1:${state.port} `) && command.includes(database)
}
