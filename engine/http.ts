import * as http from 'node:http'
import * as https from 'node:https'
import { MeilisearchApiError } from 'meilisearch'

/**
 * Requests to the engine over kept connections, for the library in place of `fetch`: a search is up to ten of
 * them, and each keeps this server's one thread busy for 0.7 ms less (docs/decisions/034).
 */

/** The engine closes connections that nobody used for five seconds. */
const KEPT_MS = 4_000

const KEPT = { keepAlive: true, timeout: KEPT_MS }
const AGENTS = { http: new http.Agent(KEPT), https: new https.Agent(KEPT) }

/**
 * A question, which may be asked twice: where the engine closed the kept connection meanwhile. Throws
 * MeilisearchApiError on what the engine refuses, the signal's reason when it is given up, else what the connection
 * threw.
 */
export async function askEngine(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<unknown> {
  const url = new URL(input instanceof Request ? input.url : input)
  const { status, statusText, text } = await sent(url, init)
  const body = text === '' ? undefined : JSON.parse(text)
  if (status >= 200 && status < 300) return body
  throw new MeilisearchApiError(new Response(null, { status, statusText }), body)
}

type Answer = { status: number; statusText: string; text: string }

function sent(url: URL, init: RequestInit, isSecond = false): Promise<Answer> {
  const { method = 'GET', body, signal } = init
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const [{ request }, agent] =
      url.protocol === 'https:' ? [https, AGENTS.https] : [http, AGENTS.http]
    const headers = Object.fromEntries(new Headers(init.headers))
    const asked = request(url, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', failed)
      answer.on('end', () => {
        signal?.removeEventListener('abort', givenUp)
        const { statusCode: status = 0, statusMessage: statusText = '' } = answer
        resolve({ status, statusText, text: Buffer.concat(parts).toString() })
      })
    })
    const givenUp = (): void => {
      asked.destroy()
      reject(signal?.reason)
    }
    const failed = (error: NodeJS.ErrnoException): void => {
      // A request that is given up fails as well.
      if (signal?.aborted) return
      signal?.removeEventListener('abort', givenUp)
      const wasClosed = asked.reusedSocket && error.code === 'ECONNRESET' && !isSecond
      if (wasClosed) resolve(sent(url, init, true))
      else reject(error)
    }
    signal?.addEventListener('abort', givenUp, { once: true })
    asked.on('error', failed)
    asked.end(body ?? undefined)
  })
}
