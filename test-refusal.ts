import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'

type Refusal = { status: number; message: RegExp }

/** Runs one of the programs here, which is to say in one line why it cannot go on, and nothing else. */
export function expectRefusal(
  program: string[],
  variables: Record<string, string>,
  { status, message }: Refusal,
): void {
  const { npm_lifecycle_event: _npm, ...inherited } = process.env
  const result = spawnSync(process.execPath, ['--import', 'tsx', ...program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...inherited, ...variables },
    timeout: 20_000,
    killSignal: 'SIGKILL',
  })
  expect(result.stderr).toMatch(message)
  expect(result.stderr.trim().split('\n')).toHaveLength(1)
  expect(result.stdout).toBe('')
  expect(result.status).toBe(status)
}
