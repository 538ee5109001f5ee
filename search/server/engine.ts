import 'server-only'
import { readFileSync } from 'node:fs'
import { createClient } from '#engine/client'

/**
 * The app's access to the engine: a key that can search and read this collection and nothing else.
 * One client per request; nothing is kept between requests.
 */

/** For a request as a whole, to an engine that is busy but there. */
const DEADLINE_MS = 10_000
/** After this long the engine is asked whether it is there at all: the page must say within two seconds that it is not. */
const PROBE_AFTER_MS = 1_300
const PROBE_MS = 500

function searchKey(): string {
  const file = process.env.MEILI_SEARCH_KEY_FILE
  if (process.env.MEILI_SEARCH_KEY !== undefined) return process.env.MEILI_SEARCH_KEY
  return file === undefined ? '' : readFileSync(file, 'utf8').trim()
}

const hostOfEngine = (): string => process.env.MEILI_HOST ?? 'http://127.0.0.1:7700'

export function engineClient(
  deadlineMs: number,
  gone?: AbortSignal,
): ReturnType<typeof createClient> {
  const deadline = AbortSignal.timeout(deadlineMs)
  const signal = gone === undefined ? deadline : AbortSignal.any([deadline, gone])
  return createClient({
    host: hostOfEngine(),
    apiKey: searchKey(),
    timeoutMs: deadlineMs,
    signal,
    onlyAsks: true,
  })
}

/**
 * Does work with a client that waits long for a busy engine and gives up within two seconds on one
 * that does not even say that it is there. Throws what the engine's client throws.
 */
export async function patiently<T>(work: (client: EngineClient) => Promise<T>): Promise<T> {
  const gone = new AbortController()
  const probe = setTimeout(async () => {
    const are = await Promise.all(hostOfEngine().split(',').map(isThere))
    if (are.includes(false)) gone.abort()
  }, PROBE_AFTER_MS)
  try {
    return await work(engineClient(DEADLINE_MS, gone.signal))
  } finally {
    clearTimeout(probe)
  }
}

async function isThere(host: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PROBE_MS)
  const health = await fetch(`${host}/health`, { signal }).catch(() => null)
  return health?.ok === true
}

export type EngineClient = ReturnType<typeof engineClient>

/** Does work with a client for it alone. */
export type Ask = <T>(work: (client: EngineClient) => Promise<T>) => Promise<T>
