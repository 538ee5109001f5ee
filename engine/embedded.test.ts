import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ENGINE_VERSION } from '#schema/indexes'
import { createClient } from './client.ts'
import { commandOf, isAlive, isGone, parentOf } from './processes.ts'
import { connectElsewhere, connectInTest, temporaryEnvironment } from './test-engine.ts'

const stateIn = (directory: string) =>
  JSON.parse(readFileSync(join(directory, 'engine.json'), 'utf8'))

/** Where the system offers it: the kernel ends the engine then. */
const canDieWithItsParent =
  process.platform === 'linux' &&
  spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0

describe('the embedded engine', () => {
  it('has a key that its owner alone can read and no list of processes shows', async () => {
    const environment = temporaryEnvironment()
    const session = await connectInTest(environment)
    const file = join(environment.directory, 'master.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim()).toBe(session.masterKey)
    expect(Buffer.from(session.masterKey, 'base64url').length).toBeGreaterThanOrEqual(32)
    const command = commandOf(stateIn(environment.directory).pid)
    expect(command).toContain('--no-analytics')
    expect(command).not.toContain(session.masterKey)
    await expect(createClient({ host: session.host }).getVersion()).rejects.toThrow()
  })

  it('keeps its key and its documents from one start to the next', async () => {
    const environment = temporaryEnvironment()
    const first = await connectInTest(environment)
    const client = createClient({ host: first.host, apiKey: first.masterKey })
    await client.createIndex('kept').waitTask()
    const { pid } = stateIn(environment.directory)
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    const second = await connectInTest(environment)
    expect(second.masterKey).toBe(first.masterKey)
    const again = createClient({ host: second.host, apiKey: second.masterKey })
    expect((await again.getIndexes()).results.map(({ uid }) => uid)).toEqual(['kept'])
  })

  it('is one engine for programs that come at the same moment', async () => {
    const environment = temporaryEnvironment()
    const programs = await Promise.all([1, 2, 3].map(() => connectElsewhere(environment)))
    const sessions = programs.map(({ session }) => session)
    expect(new Set(sessions.map(({ engine }) => engine)).size).toBe(1)
    expect(sessions.filter(({ started }) => started)).toHaveLength(1)
  })

  it('ends when the program that started it is killed, and tells who shared it', async () => {
    const environment = temporaryEnvironment()
    const { program, session } = await connectElsewhere(environment)
    const shared = await connectInTest(environment)
    expect(shared).toMatchObject({ host: session.host, started: false })
    program.kill('SIGKILL')
    expect(await isGone(session.engine, 8_000)).toBe(true)
    expect(await shared.ended).toContain('search engine')
    const next = await connectInTest(environment)
    expect(next).toMatchObject({ host: session.host, started: true })
  })

  it.runIf(canDieWithItsParent)(
    'ends even when its guard is killed at the same moment',
    async () => {
      const { program, session } = await connectElsewhere(temporaryEnvironment())
      const guard = parentOf(session.engine)
      program.kill('SIGKILL')
      process.kill(guard, 'SIGKILL')
      expect(await isGone(session.engine, 8_000)).toBe(true)
    },
  )

  it('outlives a program that only shared it', async () => {
    const environment = temporaryEnvironment()
    const session = await connectInTest(environment)
    const other = await connectElsewhere(environment)
    expect(other.session).toMatchObject({ host: session.host, started: false })
    other.program.kill('SIGKILL')
    await once(other.program, 'exit')
    await createClient({ host: session.host, apiKey: session.masterKey }).getVersion()
  })

  it('takes the next port when its own is taken', async () => {
    const port = await listen()
    const { host } = await connectInTest(temporaryEnvironment({ port }))
    expect(Number(new URL(host).port)).toBeGreaterThan(port)
  })

  it('is not confused with a stranger at the recorded port', async () => {
    const port = await listen()
    const environment = temporaryEnvironment()
    const state = {
      phase: 'ready',
      pid: process.pid,
      starter: process.pid,
      port,
      version: '1.21.0',
    }
    writeFileSync(join(environment.directory, 'engine.json'), JSON.stringify(state))
    const session = await connectInTest(environment)
    expect(session.started).toBe(true)
    expect(new URL(session.host).port).not.toBe(String(port))
  })

  it('starts again after it was killed while it made its database', async () => {
    const environment = temporaryEnvironment()
    const data = join(environment.directory, `engine-${ENGINE_VERSION}`, 'data.ms')
    mkdirSync(join(data, 'auth'), { recursive: true })
    mkdirSync(join(data, 'indexes'))
    const session = await connectInTest(environment)
    const client = createClient({ host: session.host, apiKey: session.masterKey })
    await client.createIndex('kept').waitTask()
    await session.stop()
    // One that holds something is not ours to throw away, whatever is wrong with it.
    rmSync(join(data, 'VERSION'))
    await expect(connectInTest(environment)).rejects.toThrow(/version of the database/)
    expect(readdirSync(join(data, 'indexes'))).toHaveLength(1)
  })

  it('says in one line why a folder cannot be used', async () => {
    const file = join(temporaryEnvironment().directory, 'file')
    writeFileSync(file, '')
    for (const directory of [file, join(file, 'deeper')]) {
      const attempt = connectInTest(temporaryEnvironment({ directory }))
      await expect(attempt).rejects.toMatchObject({ code: 'environment' })
      await expect(attempt).rejects.toThrow(/KRONIKA_DIR\.$/)
    }
  })
})

/** A server that answers everything as a healthy engine would. */
async function listen(): Promise<number> {
  const server = createServer((_, response) => response.end('{"status":"available"}'))
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
