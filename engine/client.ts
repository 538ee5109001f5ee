import { setMaxListeners } from 'node:events'
import { Meilisearch } from 'meilisearch'
import { askEngine } from './http.ts'
import { EngineNetwork } from './network/network.ts'

/** Milliseconds that one call to the engine may take unless its caller says otherwise. */
export const CALL_DEADLINE_MS = 10_000

export type ClientOptions = {
  /** The engine's address, or those of several that share one collection, with commas between. */
  host: string
  apiKey?: string
  timeoutMs?: number
  /** One deadline for all calls together; the library then leaves `timeoutMs` out. */
  signal?: AbortSignal
  /** Whether it changes nothing, so that every request may be sent twice. */
  onlyAsks?: boolean
}

/**
 * A client of which every call has a deadline. A call that is given a signal of its own must take it
 * from `withDeadline`: the library leaves its own timeout out then (meilisearch 0.57).
 */
export function createClient(options: ClientOptions): Meilisearch {
  const [first = '', ...others] = options.host.split(',').map((host) => host.trim())
  if (others.length === 0) return clientOf(options)
  const engine = (host: string): Meilisearch => clientOf({ ...options, host })
  return new EngineNetwork([engine(first), ...others.map(engine)])
}

function clientOf(options: ClientOptions): Meilisearch {
  const { host, apiKey, timeoutMs = CALL_DEADLINE_MS, signal, onlyAsks } = options
  // All requests that are under way listen to it; without this Node takes more than ten for a leak.
  if (signal !== undefined) setMaxListeners(0, signal)
  return new Meilisearch({
    host,
    // An empty key would still send `Authorization: Bearer`, which the engine takes for a wrong key.
    ...(apiKey ? { apiKey } : {}),
    timeout: timeoutMs,
    ...(onlyAsks ? { httpClient: askEngine } : {}),
    // A compressed answer on a kept-alive connection stalls 40 ms (Nagle's algorithm in the engine).
    requestInit: {
      headers: { 'accept-encoding': 'identity' },
      ...(signal === undefined ? {} : { signal }),
    },
  })
}

/** A signal that also fires after `timeoutMs`, for calls that can be given up earlier. */
export function withDeadline(signal: AbortSignal, timeoutMs = CALL_DEADLINE_MS): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
}
