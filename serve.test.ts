import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What keeps it from serving is one line, and no trace of the code. */
describe('serve.ts', () => {
  const taken = createServer()
  let port = 0

  beforeAll(async () => {
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    port = (taken.address() as { port: number }).port
  })
  afterAll(() => taken.close())

  it.each<[string, number, RegExp, () => Record<string, string>]>([
    ['a malformed port', 2, /^The environment is wrong: PORT is 'abc'/, () => ({ PORT: 'abc' })],
    ['a taken port', 1, /^Port \d+ is taken/, () => ({ PORT: String(port) })],
    [
      'a host of others',
      1,
      /^The server cannot listen on 192\.0\.2\.1/,
      () => ({ HOST: '192.0.2.1' }),
    ],
  ])('with %s', (_, status, message, variables) => {
    const result = spawnSync(process.execPath, ['--import', 'tsx', 'serve.ts'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      env: { ...process.env, PORT: '', HOST: '127.0.0.1', ...variables() },
      timeout: 20_000,
      killSignal: 'SIGKILL',
    })
    expect(result.stderr).toMatch(message)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
    expect(result.stdout).toBe('')
    expect(result.status).toBe(status)
  })
})
