import { lookup as resolveName } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SourceError } from '../errors.ts'
import { MAX_ADDRESS_BYTES } from './limits.ts'
import { isPrivateAddress } from './private-address.ts'

const DEADLINE_MS = 30_000
const MAX_REDIRECTS = 5

export type FetchOptions = {
  allowPrivate: boolean
  signal: AbortSignal
  deadlineMs?: number
  maxBytes?: number
}

export type Fetched = { bytes: Uint8Array; contentType: string | null; charset: string | null }

type Limits = { allowPrivate: boolean; signal: AbortSignal; maxBytes: number }

/**
 * What lies at an http(s) address. Every address that a name resolves to is checked at the moment of
 * connecting, so that neither a redirect nor a second answer of the name server leads inside.
 *
 * @throws SourceError with the reason, without the address
 */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Fetched> {
  const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS)
  const limits = {
    allowPrivate: options.allowPrivate,
    signal: AbortSignal.any([options.signal, deadline]),
    maxBytes: options.maxBytes ?? MAX_ADDRESS_BYTES,
  }
  try {
    return await follow(new URL(address), limits)
  } catch (error) {
    options.signal.throwIfAborted()
    if (deadline.aborted) throw new SourceError('did not answer in time: try again later')
    throw error instanceof SourceError ? error : new SourceError(connectionReason(error))
  }
}

async function follow(first: URL, limits: Limits): Promise<Fetched> {
  let url = first
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await ask(url, limits)
    const next = redirectOf(answer, url)
    if (next === null) return await download(answer, limits)
    answer.destroy()
    url = next
  }
  throw new SourceError(`redirects more than ${MAX_REDIRECTS} times: give the final address`)
}

function redirectOf(answer: IncomingMessage, url: URL): URL | null {
  const { location } = answer.headers
  const status = answer.statusCode ?? 0
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  if (!URL.canParse(location, url)) throw new SourceError('redirects to an address that is none')
  const next = new URL(location, url)
  if (next.protocol === 'http:' || next.protocol === 'https:') return next
  throw new SourceError(`redirects to a ${next.protocol} address: only http and https are read`)
}

function ask(url: URL, { allowPrivate, signal }: Limits): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A host that is an address is not looked up, so it is judged here.
  if (!allowPrivate && isIP(host) && isPrivateAddress(host)) throw privateAddress(url)
  const lookup: LookupFunction = (name, options, callback) =>
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      if (!allowPrivate && found.some(({ address }) => isPrivateAddress(address))) {
        return callback(privateAddress(url), '', 0)
      }
      const [first] = found
      if (options.all) callback(null, found)
      else callback(null, first?.address ?? '', first?.family ?? 0)
    })
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  const headers = {
    accept:
      'text/plain, text/markdown, text/html, application/xhtml+xml, application/xml, */*;q=0.1',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Kronika (document indexer)',
  }
  return new Promise((resolve, reject) => {
    // No agent: a kept-alive connection would outlive the run, and skip the lookup.
    request(url, { agent: false, headers, lookup, signal }, resolve).on('error', reject).end()
  })
}

async function download(answer: IncomingMessage, limits: Limits): Promise<Fetched> {
  const status = answer.statusCode ?? 0
  if (status !== 200) {
    answer.destroy()
    throw new SourceError(`answers with status ${status}: check the address`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decompressed(answer, limits.signal)) {
    size += chunk.length
    if (size > limits.maxBytes) {
      answer.destroy()
      const limit = `${Math.floor(limits.maxBytes / 1_000_000)} MB`
      throw new SourceError(`is larger than ${limit}: download it and split it`)
    }
    chunks.push(chunk)
  }
  const contentType = answer.headers['content-type'] ?? null
  const charset = /charset=["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null
  return { bytes: Buffer.concat(chunks), contentType, charset }
}

function decompressed(answer: IncomingMessage, signal: AbortSignal): Readable {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return answer
  const stream = decompressor(encoding)
  signal.addEventListener('abort', () => stream.destroy(signal.reason), { once: true })
  answer.on('error', (error) => stream.destroy(error))
  return answer.pipe(stream)
}

function decompressor(encoding: string) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new SourceError(`is packed in a way that is not read (${encoding})`)
}

function privateAddress(url: URL): SourceError {
  return new SourceError(
    `is refused: ${url.hostname} is a private or loopback address (--allow-private reads it)`,
  )
}

const CONNECTION_REASONS: Record<string, string> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'its name cannot be resolved now',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection lost',
  EHOSTUNREACH: 'no route to it',
  ENETUNREACH: 'no route to it',
  EPROTO: 'it does not speak TLS',
}

function connectionReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return `cannot be reached (${CONNECTION_REASONS[code ?? ''] ?? code ?? message}): check the address`
}
