import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MeilisearchApiError } from 'meilisearch'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from './client.ts'
import { toEngineError } from './errors.ts'
import { askEngine } from './http.ts'

const servers: Server[] = []

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const echo: RequestListener = async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { method, url, headers } = request
  const body = Buffer.concat(parts).toString()
  response.end(JSON.stringify({ method, url, key: headers.authorization, body, text: 'Đinđić' }))
}

describe('askEngine', () => {
  it('sends what the library sends and gives back what is answered', async () => {
    const client = createClient({ host: await serving(echo), apiKey: 'k', onlyAsks: true })
    const queries = [{ indexUid: 'entries', q: 'Peć' }]
    expect(await client.multiSearch({ queries })).toEqual({
      method: 'POST',
      url: '/multi-search',
      key: 'Bearer k',
      body: JSON.stringify({ queries }),
      text: 'Đinđić',
    })
    expect(await client.index('entries').getDocuments({ limit: 1 })).toMatchObject({
      method: 'GET',
      url: '/indexes/entries/documents?limit=1',
      body: '',
    })
  })

  it('tells what the engine refuses', async () => {
    const host = await serving((_, response) => {
      response.statusCode = 404
      response.end(JSON.stringify({ message: 'No such index.', code: 'index_not_found' }))
    })
    await expect(askEngine(host)).rejects.toThrow(MeilisearchApiError)
    const client = createClient({ host, onlyAsks: true })
    const error = await client.multiSearch({ queries: [] }).catch((thrown: unknown) => thrown)
    expect(toEngineError(error, host)).toMatchObject({ code: 'not-found' })
  })

  it('fails as the library does with fetch: nobody there, too late, no engine, cut off', async () => {
    const codeOf = async (host: string, onlyAsks: boolean): Promise<string> => {
      const client = createClient({ host, onlyAsks, timeoutMs: 100 })
      const error = await client.multiSearch({ queries: [] }).catch((thrown: unknown) => thrown)
      return toEngineError(error, host).code
    }
    const hosts = [
      'http://127.0.0.1:9',
      await serving(() => {}),
      await serving((_, response) => response.end('<html>')),
      await serving((_, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"results":')
        setTimeout(() => response.destroy(), 10)
      }),
    ]
    const codes = await Promise.all(hosts.map((host) => codeOf(host, true)))
    expect(codes).toEqual(await Promise.all(hosts.map((host) => codeOf(host, false))))
    expect(codes).toContain('unreachable')
    expect(codes).toContain('timeout')
  })

  it('gives up with the reason of the one who waits', async () => {
    const host = await serving(() => {})
    const reason = new Error('left')
    const given = new AbortController()
    const asked = askEngine(host, { signal: given.signal })
    given.abort(reason)
    await expect(asked).rejects.toBe(reason)
    await expect(askEngine(host, { signal: given.signal })).rejects.toBe(reason)
  })

  it('does not ask again on a kept connection once it was given up', async () => {
    let asked = 0
    const host = await serving((_, response) => {
      asked++
      if (asked === 1) response.end('{}')
    })
    await askEngine(host)
    const reason = new Error('left')
    const given = new AbortController()
    const second = askEngine(host, { signal: given.signal })
    while (asked < 2) await new Promise(setImmediate)
    given.abort(reason)
    await expect(second).rejects.toBe(reason)
    // A rejection that nobody hears of, a turn later, would end the server.
    await new Promise((turn) => setTimeout(turn, 20))
    expect(asked).toBe(2)
  })

  it('has many questions under one deadline without a warning of Node', async () => {
    const warnings: Error[] = []
    const warned = (warning: Error) => warnings.push(warning)
    process.on('warning', warned)
    const host = await serving(echo)
    const client = createClient({ host, onlyAsks: true, signal: AbortSignal.timeout(10_000) })
    await Promise.all(Array.from({ length: 30 }, () => client.multiSearch({ queries: [] })))
    await new Promise(setImmediate)
    process.off('warning', warned)
    expect(warnings).toEqual([])
  })

  it('asks again where the engine closed the connection that was kept, and once only', async () => {
    let asked = 0
    let isClosing = true
    const host = await serving((request, response) => {
      asked++
      const isFirst = asked === 1
      if (isFirst) return response.end('{}')
      if (isClosing) request.socket.resetAndDestroy()
      else response.end('{"again":true}')
      isClosing = false
    })
    expect(await askEngine(host)).toEqual({})
    expect(await askEngine(host)).toEqual({ again: true })
    expect(asked).toBe(3)
  })
})
