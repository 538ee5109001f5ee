/**
 * A real run into a real engine with many rows; then one with nothing changed, and one with a changed
 * row. Of each the time, what it pushed, and the memory of indexer and engine, looked at all the while.
 * The engine's own memory is what it does not share with its files.
 *
 *     node bench/million.mjs [rows, default 1000000] [folder that is kept and gone on with]
 *
 * Linux only: memory is read from /proc.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { rows } from './large-files.mjs'

const SAMPLE_MS = 500
const MB = 1_000

const root = path.resolve(import.meta.dirname, '..')
const count = Number(process.argv[2] ?? 1_000_000)
const folder = process.argv[3] ?? mkdtempSync(path.join(tmpdir(), 'kronika-million-'))
const file = path.join(folder, 'rows.jsonl')
const KRONIKA_DIR = path.join(folder, 'engine')

async function write(lines) {
  const draft = createWriteStream(`${file}.new`)
  for await (const line of lines) if (!draft.write(`${line}\n`)) await once(draft, 'drain')
  draft.end()
  await once(draft, 'close')
  renameSync(`${file}.new`, file)
}

function* made() {
  for (const row of rows(1, count)) yield JSON.stringify(row)
}

async function* changed() {
  let at = 0
  for await (const line of createInterface(createReadStream(file))) {
    const row = JSON.parse(line)
    if (at++ === count >> 1) row.text += ` And on ${Date.now()} nothing more.`
    yield JSON.stringify(row)
  }
}

/** Kilobytes of memory that a process has: all, and without its files; 0 when it is gone. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0)
    return { all: of('VmRSS'), own: of('RssAnon') }
  } catch {
    return { all: 0, own: 0 }
  }
}

function engineProcess() {
  try {
    return JSON.parse(readFileSync(path.join(KRONIKA_DIR, 'engine.json'), 'utf8')).pid
  } catch {
    return null
  }
}

/** Runs the indexer and tells of it. */
async function run(name) {
  const report = path.join(folder, 'report.json')
  const began = performance.now()
  const args = ['--import', 'tsx', 'indexer/cli.ts', '--report', report, file]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, KRONIKA_DIR, MEILI_HOST: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = (errors + text).slice(-2_000)
  })
  const seen = []
  let engine = { all: 0, own: 0 }
  const timer = setInterval(() => {
    seen.push(memoryOf(child.pid).all / MB)
    const now = memoryOf(engineProcess())
    engine = { all: Math.max(engine.all, now.all), own: Math.max(engine.own, now.own) }
  }, SAMPLE_MS)
  const [status] = await once(child, 'close')
  clearInterval(timer)
  const seconds = Math.round((performance.now() - began) / 1000)
  seen.sort((a, b) => a - b)
  const at = (part) => Math.round(seen[Math.floor((seen.length - 1) * part)] ?? 0)
  console.log(`${name}: ${seconds} s, exit ${status}`)
  if (status === 0) {
    const { added, changed, moved, removed, unchanged, corpusVersion } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    console.log(' ', JSON.stringify({ added, changed, moved, removed, unchanged, corpusVersion }))
  }
  console.log(`  indexer: peak ${at(1)} MB, 99 of 100 samples below ${at(0.99)}, half ${at(0.5)}`)
  console.log(
    `  engine: peak ${Math.round(engine.own / MB)} MB of its own, ${Math.round(engine.all / MB)} with its files`,
  )
  // What follows would measure something else.
  if (status !== 0) throw new Error(errors)
}

try {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) await write(made())
  await run(`${count} rows`)
  await run('nothing changed')
  await write(changed())
  await run('one row changed')
} finally {
  if (process.argv[3] === undefined) rmSync(folder, { recursive: true, force: true })
}
