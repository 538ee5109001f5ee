import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT } from '#engine/environment'

export type Ended = { status: number | null; stdout: string; stderr: string }

/** The command as a user runs it. */
export function runCommand(
  args: string[],
  { cwd, variables = {} }: { cwd: string; variables?: Record<string, string> },
): Promise<Ended> {
  const { npm_lifecycle_event: _, INIT_CWD: __, ...inherited } = process.env
  const tsx = join(PROJECT, 'node_modules/tsx/dist/loader.mjs')
  const child = spawn(
    process.execPath,
    ['--import', tsx, join(PROJECT, 'indexer/cli.ts'), ...args],
    { cwd, env: { ...inherited, ...variables }, timeout: 60_000 },
  )
  return new Promise((resolve) => {
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
