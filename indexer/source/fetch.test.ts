import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type FetchOptions, fetchAddress } from './fetch.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

const get = (address: string, options: Partial<FetchOptions> = {}) =>
  fetchAddress(address, { allowPrivate: true, signal: new AbortController().signal, ...options })

describe('fetchAddress', () => {
  it('gives bytes, content type and charset, unpacked', async () => {
    const address = await serve((_request, response) => {
      const type = 'text/plain; charset="iso-8859-2"'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
      response.end(gzipSync('June 1999'))
    })
    const { bytes, contentType, charset } = await get(address)
    expect(new TextDecoder().decode(bytes)).toBe('June 1999')
    expect({ contentType, charset }).toEqual({
      contentType: 'text/plain; charset="iso-8859-2"',
      charset: 'iso-8859-2',
    })
  })

  it('follows five redirects, and no sixth', async () => {
    const address = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('there')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    await expect(get(`${address}/5`)).resolves.toMatchObject({ bytes: Buffer.from('there') })
    await expect(get(`${address}/6`)).rejects.toThrow('redirects more than 5 times')
  })

  it('does not follow to another kind of address', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(302, { location: 'file:///etc/hostname' }).end()
    })
    await expect(get(address)).rejects.toThrow('redirects to a file: address')
  })

  it('refuses a private address, given or resolved', async () => {
    let asked = 0
    const address = await serve((_request, response) => {
      asked++
      response.end()
    })
    const port = new URL(address).port
    for (const host of ['localhost', '127.0.0.1', '[::1]', '0x7f.1', '[::ffff:127.0.0.1]']) {
      await expect(get(`http://${host}:${port}/`, { allowPrivate: false })).rejects.toThrow(
        'is a private or loopback address',
      )
    }
    expect(asked).toBe(0)
  })

  it('stops at the size limit, packed or not', async () => {
    const text = 'x'.repeat(2_000_000)
    const address = await serve((request, response) => {
      if (request.url === '/plain') response.end(text)
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text))
    })
    for (const path of ['/plain', '/packed']) {
      await expect(get(address + path, { maxBytes: 1_000_000 })).rejects.toThrow(
        'is larger than 1 MB',
      )
    }
  })

  it('gives up at the deadline, while waiting and while reading', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/drip') response.write('a beginning')
    })
    for (const path of ['/silent', '/drip']) {
      await expect(get(address + path, { deadlineMs: 150 })).rejects.toThrow(
        'did not answer in time',
      )
    }
  })

  it('names a status and a refused connection', async () => {
    const address = await serve((_request, response) => response.writeHead(404).end())
    await expect(get(address)).rejects.toThrow('answers with status 404')
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
    await expect(get(address)).rejects.toThrow('cannot be reached (connection refused)')
  })
})
