import type { Meilisearch } from 'meilisearch'
import { createClient } from './client.ts'
import { embeddedEngine } from './embedded.ts'
import { type EngineEnvironment, readEngineEnvironment } from './environment.ts'
import { EngineError, toEngineError } from './errors.ts'
import { linkEngines } from './network/link.ts'
import { enginesOf } from './network/network.ts'

export type EngineSession = {
  /** `http://127.0.0.1:7700`; of several engines that share a collection, all with commas between */
  host: string
  /** Empty when the engine runs without one. Never handed to the app. */
  masterKey: string
  /** An engine of this project's own, in KRONIKA_DIR. */
  embedded: boolean
  /** Started by this process, and ended with it. */
  started: boolean
  /** For an embedded engine: resolves, with what is known about it, when it has ended. */
  ended?: Promise<string>
  /** Ends the engine if this process started it; resolves when it is gone. */
  stop(): Promise<void>
}

export type ConnectOptions = {
  log?: (line: string) => void
  signal?: AbortSignal
  /** Default: from the environment variables. */
  environment?: EngineEnvironment
}

/**
 * The engine: the one at MEILI_HOST, the running one of KRONIKA_DIR, or one that is started now.
 *
 * @throws EngineError in one clear line when there is none
 */
export async function connectEngine(options: ConnectOptions = {}): Promise<EngineSession> {
  const { log = () => {}, signal, environment = readEngineEnvironment() } = options
  if (environment.host === null) return embeddedEngine({ environment, log, signal })
  const engines = enginesOf(
    createClient({ host: environment.host, apiKey: environment.masterKey, timeoutMs: 5_000 }),
  )
  for (const client of engines) await checkEngine(client, environment.masterKey)
  if (engines.length > 1) await linkEngines(engines, environment.masterKey)
  return {
    host: environment.host,
    masterKey: environment.masterKey,
    embedded: false,
    started: false,
    stop: async () => {},
  }
}

/** Both questions, so that a wrong address and a wrong key are told apart. */
async function checkEngine(client: Meilisearch, masterKey: string): Promise<void> {
  const { host } = client.config
  try {
    const { status } = await client.health()
    if (status !== 'available') throw new SyntaxError('no health in the answer')
    await client.getVersion()
  } catch (error) {
    const engineError = toEngineError(error, host)
    if (engineError.code !== 'forbidden') throw engineError
    const problem = masterKey === '' ? 'wants a key' : 'refuses the key in MEILI_MASTER_KEY'
    const message = `The search engine at ${host} ${problem}: set MEILI_MASTER_KEY to its master key.`
    throw new EngineError('forbidden', message, { cause: error })
  }
}
