/** What the tests of this folder share: engines of their own, in folders that vanish afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { connectEngine, type EngineSession } from './connect.ts'
import { type EngineEnvironment, PROJECT } from './environment.ts'
import { isGone } from './processes.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kronika-engine-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** For engines that several tests share; the caller removes the folder. */
export function temporaryEnvironmentOutsideTests() {
  const directory = mkdtempSync(join(tmpdir(), 'kronika-engine-'))
  const environment: EngineEnvironment = { ...EMBEDDED, directory, port: randomPort() }
  return { environment, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

const EMBEDDED = { host: null, masterKey: '', binary: null, memory: '512MiB' }

/** High and random, so that runs side by side seldom meet; the next free one is taken anyway. */
export const randomPort = (): number => 20_000 + Math.floor(Math.random() * 30_000)

export function temporaryEnvironment(changes: Partial<EngineEnvironment> = {}): EngineEnvironment {
  return { ...EMBEDDED, directory: temporaryFolder(), port: randomPort(), ...changes }
}

/** Connects, and disconnects when the test is over, before its folder goes. */
export async function connectInTest(environment: EngineEnvironment): Promise<EngineSession> {
  const session = await connectEngine({ environment })
  onTestFinished(() => session.stop())
  return session
}

export type Connected = {
  program: ChildProcess
  session: { host: string; started: boolean; engine: number }
}

const PROGRAM = `
import { connectEngine } from '#engine/connect'
import { readFileSync } from 'node:fs'
const { host, started } = await connectEngine()
const state = JSON.parse(readFileSync(process.env.KRONIKA_DIR + '/engine.json', 'utf8'))
console.log(JSON.stringify({ host, started, engine: state.pid }))
setInterval(() => {}, 1_000)
`

/** Another program that connects to the engine of a folder and then waits to be killed. */
export async function connectElsewhere(environment: EngineEnvironment): Promise<Connected> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', PROGRAM]
  const program = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: {
      ...process.env,
      KRONIKA_DIR: environment.directory,
      KRONIKA_ENGINE_PORT: String(environment.port),
      MEILI_HOST: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let session: Connected['session'] | undefined
  onTestFinished(async () => {
    program.kill('SIGKILL')
    if (session?.started) await isGone(session.engine, 8_000)
  })
  const answer = await new Promise<string>((resolve, reject) => {
    let output = ''
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('\n')) resolve(output)
    })
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}`)))
  })
  const connected: Connected['session'] = JSON.parse(answer)
  session = connected
  return { program, session: connected }
}
