/**
 * Time from `npm start` (installed and built, the collection indexed) to the first answered search:
 * median of several rounds, in milliseconds. Run `npm start` once before, so that all is built.
 *
 *     node bench/start-up.mjs [rounds]
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')
const rounds = Number(process.argv[2] ?? 7)
const port = 3970
const directory = mkdtempSync(path.join(tmpdir(), 'kronika-bench-'))
const env = {
  ...process.env,
  PORT: String(port),
  KRONIKA_DIR: directory,
  KRONIKA_ENGINE_PORT: String(port + 1),
}

async function answered() {
  try {
    const address = `http://127.0.0.1:${port}/api/entries?q=refugees`
    const response = await fetch(address, { signal: AbortSignal.timeout(2000) })
    return response.ok && (await response.json()).total > 0
  } catch {
    return false
  }
}

async function round() {
  const begin = performance.now()
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  while (!(await answered())) {
    if (performance.now() - begin > 300_000) throw new Error('no answer within five minutes')
    await sleep(10)
  }
  const took = performance.now() - begin
  child.kill('SIGTERM')
  await ended
  // npm ends first; the server a moment later.
  while (await answered()) await sleep(50)
  await sleep(1000)
  return took
}

const first = await round()
const times = []
for (let i = 0; i < rounds; i++) times.push(await round())
times.sort((a, b) => a - b)
console.log(`first (empty engine): ${Math.round(first)} ms`)
console.log(`then, median of ${rounds}: ${Math.round(times[Math.floor(rounds / 2)])} ms`)
console.log(`slowest: ${Math.round(times.at(-1))} ms`)
rmSync(directory, { recursive: true, force: true })
