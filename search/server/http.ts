import 'server-only'
import { QueryError } from '../instant.ts'
import { logged } from './logged.ts'

/**
 * Answers over HTTP. What goes wrong with the engine is told in our words: its address, its keys and
 * its messages stay on the server.
 */

const HEADERS = { 'cache-control': 'no-store' }

export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: HEADERS })

export const failure = (status: number, code: string, message: string): Response =>
  json({ error: { code, message } }, status)

/** What a route answers to the methods that it does not have. */
export const notAllowed = (): Response =>
  failure(405, 'method_not_allowed', 'This address does not take this method.')

export const noSuchAddress = (): Response =>
  failure(404, 'not_found', 'The API has no such address.')

/** Runs a request to its answer; every failure becomes one `{ error: { code, message } }`. */
export async function answered(work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(await work())
  } catch (error) {
    if (error instanceof QueryError) return failure(400, 'bad_request', error.message)
    return engineGone(error)
  }
}

/** 503 for whatever the engine did; what it was goes to the server's log alone. */
export function engineGone(error: unknown): Response {
  logged(error)
  return failure(
    503,
    'engine_unavailable',
    'The search engine does not answer. The collection is unharmed; try again in a moment.',
  )
}

const MAX_BODY_BYTES = 100_000

/** The JSON body of a request. Throws QueryError when it is too long or no JSON. */
export async function bodyOf(request: Request): Promise<unknown> {
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.length
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel()
      throw new QueryError(`the request is longer than ${MAX_BODY_BYTES} bytes`)
    }
    chunks.push(value)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    throw new QueryError('the request is not JSON')
  }
}
