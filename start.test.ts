import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal } from './test-refusal.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** What can be wrong before anything is started: one line each, and no trace of the code. */
describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kronika-start-'))
  const file = join(folder, 'file')
  const taken = createServer()
  let port = 0

  beforeAll(async () => {
    writeFileSync(file, '')
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    port = (taken.address() as { port: number }).port
  })
  afterAll(() => {
    taken.close()
    rmSync(folder, { recursive: true })
  })

  it.each<[string, number, RegExp, () => Record<string, string>, string[]]>([
    ['a malformed port', 2, /^The environment is wrong: PORT is 'x'/, () => ({ PORT: 'x' }), []],
    ['a taken port', 1, /is taken.*PORT=\d+ npm start/, () => ({ PORT: String(port) }), []],
    ['an argument', 2, /not arguments/, () => ({}), ['--port', '3001']],
    ['an engine that is not there', 1, /reached/, () => ({ MEILI_HOST: 'http://127.0.0.1:2' }), []],
    ['a missing executable', 1, /MEILI_BIN/, () => ({ MEILI_BIN: join(folder, 'none') }), []],
    ['a folder that is a file', 1, /KRONIKA_DIR/, () => ({ KRONIKA_DIR: file }), []],
  ])('with %s', async (_, status, message, variables, args) => {
    const own = {
      PORT: String(await freePort()),
      KRONIKA_DIR: join(folder, 'kronika'),
      ...variables(),
    }
    const others = { MEILI_HOST: '', MEILI_BIN: '' }
    expectRefusal(['start.ts', ...args], { ...others, ...own }, { status, message })
  })
})
