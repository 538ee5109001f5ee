import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal } from './test-refusal.ts'

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
    const own = { PORT: '', HOST: '127.0.0.1', ...variables() }
    expectRefusal(['serve.ts'], own, { status, message })
  })
})
