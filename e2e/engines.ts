import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** An engine of a test's own; it ends with the program that keeps it. */
export type OwnEngine = { host: string; stop: () => Promise<void> }

const KEEPER = `
import { connectEngine } from '#engine/connect'
const { host } = await connectEngine()
console.log(host)
setInterval(() => {}, 1_000)
`

/**
 * Starts an engine, or starts one again that has stopped.
 *
 * @param directory where it keeps its database
 * @param masterKey of at least 43 letters and digits
 */
export async function ownEngine(
  directory: string,
  port: number,
  masterKey: string,
): Promise<OwnEngine> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(path.join(directory, 'master.key'), `${masterKey}\n`, { mode: 0o600 })
  const args = ['--import', 'tsx', '--input-type=module', '-e', KEEPER]
  const keeper = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      KRONIKA_DIR: directory,
      KRONIKA_ENGINE_PORT: String(port),
      MEILI_HOST: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const host = await firstLine(keeper)
  return {
    host,
    stop: async () => {
      const ended = new Promise((resolve) => keeper.once('exit', resolve))
      keeper.kill('SIGTERM')
      await ended
    },
  }
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')))
    })
    stdout?.once('end', () => reject(new Error(`the engine's keeper ended: ${output}`)))
  })
}
