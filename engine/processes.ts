import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the operating system says about processes that are not our children. */

/** True for a running process; a dead one that nobody has collected yet does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return statOf(pid)?.state !== 'Z'
}

/** The command line of a process; empty when there is none or it may not be read. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    return readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? ''
  }
  return ps(pid, 'command')
}

/** The parent's process id; 0 when there is none to be found. */
export function parentOf(pid: number): number {
  const known = statOf(pid)?.parent
  return known ?? Number(ps(pid, 'ppid'))
}

/** Resolves to true once the process is gone, to false after the deadline. */
export async function isGone(pid: number, deadlineMs: number): Promise<boolean> {
  const end = Date.now() + deadlineMs
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}

const SHELLS = ['sh', 'bash', 'dash', 'ash', 'zsh', 'busybox']

/**
 * The process that this one was started by: the parent, and for a shell between them (as npm uses
 * one for its scripts) the parent of that too.
 */
export function startersOfThis(): number[] {
  const parent = process.ppid
  const name = basename(commandOf(parent).split(' ')[0] ?? '').replace(/^-/, '')
  const above = SHELLS.includes(name) ? parentOf(parent) : 0
  return above > 1 ? [parent, above] : [parent]
}

/** Calls back once when one of the processes that started this one is gone. */
export function onceStarterGone(callback: () => void, everyMs = 250): void {
  const parent = process.ppid
  const starters = startersOfThis()
  const timer = setInterval(() => {
    if (process.ppid === parent && starters.every(isAlive)) return
    clearInterval(timer)
    callback()
  }, everyMs)
  timer.unref()
}

/** Linux: state letter and parent, after the name in parentheses, which may contain anything. */
function statOf(pid: number): { state: string; parent: number } | null {
  const stat = process.platform === 'linux' ? readProc(pid, 'stat') : null
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields?.[0] === undefined) return null
  return { state: fields[0], parent: Number(fields[1]) }
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

function ps(pid: number, field: string): string {
  try {
    const args = ['-o', `${field}=`, '-p', String(pid)]
    return execFileSync('ps', args, { encoding: 'utf8', timeout: 2_000 }).trim()
  } catch {
    return ''
  }
}
