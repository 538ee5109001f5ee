/**
 * What `npm start` runs: the engine, the bundled collection, the build and the web server. All that
 * it starts ends with it, in whatever way it ends.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectEngine, type EngineSession } from '#engine/connect'
import {
  EnvironmentError,
  PROJECT,
  readEnvironment,
  type ServerEnvironment,
} from '#engine/environment'
import { EngineError } from '#engine/errors'
import { describeExit, type Guarded, spawnGuarded } from '#engine/guard'
import { readKey } from '#engine/keys'
import { withoutEngineVariables } from '#engine/launch'
import { withLock } from '#engine/lock'
import { firstError, type Recorded, recorded } from '#engine/output'
import { checkServerPort } from '#engine/ports'
import { statusOf } from '#engine/probe'
import { onceStarterGone } from '#engine/processes'
import { Shutdown } from '#engine/shutdown'
import { LockError, SourceError, UsageError } from '#indexer/errors'
import { hintCompilation } from './compile-hint.ts'

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const SERVER = join(PROJECT, 'serve.ts')
const BUILD = join(PROJECT, '.next')
const STAMP = join(BUILD, 'kronika-build.json')
const SOURCES = [
  'app',
  'search',
  'schema',
  'engine',
  'instrumentation.ts',
  'proxy.ts',
  'compile-hint.ts',
  'next.config.js',
  'tsconfig.json',
]
const PACKAGES = ['package.json', 'package-lock.json']
const READY_DEADLINE_MS = 60_000
/** An engine that ends more often than this is broken, and starting it again does not help. */
const MOST_RESTARTS = 5
const RESTARTS_WITHIN_MS = 60_000

/** A failure that a user can mend: its message is all that is printed. */
class StartError extends Error {
  readonly status: number

  constructor(message: string, status = 1) {
    super(message)
    this.status = status
  }
}

const EXPECTED = [StartError, EngineError, LockError, SourceError, UsageError]

const shutdown = new Shutdown()
const log = (line: string): void => console.log(line)

async function start(): Promise<void> {
  if (process.argv.length > 2) {
    throw new StartError('npm start takes variables, not arguments, as in PORT=3001 npm start.', 2)
  }
  const { engine, server } = readEnvironment()
  await checkServerPort(server.port, server.host)

  const connected = keepEngine(engine)
  const indexed = connected.then((session) => index(session, server))
  const serving = connected.then(async (session) => {
    await buildWhenNeeded()
    return serve(session, server)
  })
  const [web] = await Promise.all([serving, indexed])
  await ready(web, server)
  log(`Kronika is ready at ${server.publicUrl ?? addressOf(server, 'localhost')}`)
}

type Environments = ReturnType<typeof readEnvironment>

/**
 * One engine for as long as the server runs, whether it crashed or belonged to another process that
 * ended: the page says that it is gone, and finds it again at the same address.
 */
async function keepEngine(environment: Environments['engine']): Promise<EngineSession> {
  const connect = () => connectEngine({ log, signal: shutdown.signal, environment })
  let current = connect()
  shutdown.add(async () => (await current).stop())
  const restarts: number[] = []
  const watch = async (session: EngineSession): Promise<void> => {
    const reason = await session.ended
    if (reason === undefined || shutdown.signal.aborted) return
    const now = Date.now()
    restarts.push(now)
    const recent = restarts.filter((time) => now - time < RESTARTS_WITHIN_MS).length
    if (recent > MOST_RESTARTS) throw new StartError(`${reason} It ended too often to go on.`)
    log(`${reason} Starting it again.`)
    environment.port = Number(new URL(session.host).port)
    current = connect()
    const next = await current
    if (next.host !== session.host) throw new StartError(`${reason} Its port was taken since.`)
    await watch(next)
  }
  const first = await current
  watch(first).catch(fail)
  return first
}

async function index(session: EngineSession, { withoutData }: ServerEnvironment): Promise<void> {
  if (withoutData) return
  const { refreshBundled } = await import('#indexer/bundled')
  const { indexed, summary } = await refreshBundled(session, { log, signal: shutdown.signal })
  if (indexed) log(summary)
}

async function buildWhenNeeded(): Promise<void> {
  const digest = digestOfSources()
  if (isBuilt(digest)) return
  // Next empties the folder of the build, except for this part of it.
  mkdirSync(join(BUILD, 'cache'), { recursive: true })
  const purpose = 'building the app'
  const lock = { deadlineMs: 600_000, purpose, signal: shutdown.signal }
  await withLock(join(BUILD, 'cache', 'kronika-build.lock'), lock, async () => {
    if (isBuilt(digest)) return
    log('Building the app (first start or changed sources, about a minute)…')
    const build = runNode([NEXT, 'build', PROJECT], {}, 'pipe')
    const output = recorded(build)
    const { code } = await build.exited
    if (shutdown.signal.aborted) return
    if (code !== 0) {
      process.stderr.write(output.text())
      throw new StartError('The app could not be built: see above what next build says.')
    }
    hintCompilation(BUILD)
    writeFileSync(STAMP, JSON.stringify({ digest }))
  })
}

function isBuilt(digest: string): boolean {
  try {
    const stamp = JSON.parse(readFileSync(STAMP, 'utf8'))
    return stamp.digest === digest && existsSync(join(BUILD, 'BUILD_ID'))
  } catch {
    return false
  }
}

/** Over the paths and contents of everything that a build is made of. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const path of [...SOURCES.flatMap(filesOf), ...PACKAGES].sort()) {
    const content = readFileSync(join(PROJECT, path))
    hash.update(`${path} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

function filesOf(source: string): string[] {
  const path = join(PROJECT, source)
  if (!statSync(path).isDirectory()) return [source]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)))
}

/** The app knows the engine's address and a key that reads; the master key stays here. */
async function serve(session: EngineSession, server: ServerEnvironment): Promise<Recorded> {
  const key = await readKey(session)
  shutdown.signal.throwIfAborted()
  const guarded = runNode(
    ['--import', 'tsx', SERVER],
    {
      PORT: String(server.port),
      HOST: server.host,
      MEILI_HOST: session.host,
      MEILI_SEARCH_KEY: key,
      ...(server.publicUrl === null ? {} : { PUBLIC_URL: server.publicUrl }),
    },
    'ignore',
  )
  const output = recorded(guarded)
  guarded.exited.then((exit) => {
    const reason = firstError(output.text())
    fail(new StartError(`The web server ended (${describeExit(exit)}): ${reason}`))
  })
  return output
}

function runNode(args: string[], env: Record<string, string>, stdout: 'pipe' | 'ignore'): Guarded {
  const guarded = spawnGuarded(process.execPath, args, {
    cwd: PROJECT,
    env: {
      ...withoutEngineVariables(process.env),
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      ...env,
    },
    stdout,
    stderr: 'pipe',
    // It serves reads alone, and open browsers keep connections that it would wait for.
    graceMs: 1_000,
  })
  shutdown.add(() => guarded.stop())
  return guarded
}

/** Resolves when the app answers that it can search. */
async function ready(web: Recorded, server: ServerEnvironment): Promise<void> {
  const loopback = { '0.0.0.0': '127.0.0.1', '::': '::1' }[server.host] ?? server.host
  const url = `${addressOf(server, loopback)}/api/health`
  const end = Date.now() + READY_DEADLINE_MS
  for (;;) {
    const status = await statusOf(url)
    // Without data there may be no collection yet, which is no failure then.
    if (status === 200 || (status === 503 && server.withoutData)) break
    shutdown.signal.throwIfAborted()
    if (Date.now() > end) {
      throw new StartError(`The app does not become ready (${url}: ${status ?? 'no answer'}).`)
    }
    await sleep(25)
  }
  web.passOn()
}

function addressOf({ host, port }: ServerEnvironment, here: string): string {
  const everyInterface = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)
  return `http://${hostOf(everyInterface ? here : host)}:${port}`
}

const hostOf = (host: string): string => (host.includes(':') ? `[${host}]` : host)

function fail(error: unknown): void {
  if (shutdown.signal.aborted) return
  const expected = EXPECTED.some((kind) => error instanceof kind)
  console.error(expected ? (error as Error).message : error)
  const status = error instanceof StartError ? error.status : 1
  void shutdown.end(error instanceof EnvironmentError ? 2 : status)
}

// A closed terminal or pipe must not become an error of its own.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
shutdown.listen()
// npm hands no signal on when it is killed.
if (process.env.npm_lifecycle_event) onceStarterGone(() => void shutdown.end(0))
start().catch(fail)
