import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { JsonLines } from './json-lines.ts'

const LINES = ['{"a":"plain"}', '{"a":"Milošević — \\n 𝒜"}', `{"a":"${'long '.repeat(50_000)}"}`]

function linesOf(texts: string[]): JsonLines {
  const lines = new JsonLines()
  for (const text of texts) lines.add(text)
  return lines
}

describe('JsonLines', () => {
  it('gives back what it was given, counted in bytes', () => {
    const lines = linesOf(LINES)
    expect([...lines]).toEqual(LINES)
    expect(lines.count).toBe(3)
    expect(lines.bytes).toBe(Buffer.byteLength(LINES.join('\n')) + 1)
  })

  it('forgets what came after a place, and everything', () => {
    const lines = linesOf(LINES.slice(0, 1))
    const { end } = lines
    for (const line of LINES) lines.add(line)
    lines.cutTo(end)
    lines.add('{}')
    expect([...lines]).toEqual([LINES[0], '{}'])
    lines.clear()
    expect([...lines]).toEqual([])
    expect(lines.bytes).toBe(0)
  })
})

describe('JsonLines, sent', () => {
  const asked: { url: string | undefined; type: string | undefined; key: string | undefined }[] = []
  let body = ''
  const server = createServer(async (request, response) => {
    const { 'content-type': type, authorization: key } = request.headers
    asked.push({ url: request.url, type, key })
    body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    response.end('{"taskUid":7}')
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.close()
  })

  it('reaches the engine as it is, as often as it is sent', async () => {
    const { port } = server.address() as AddressInfo
    const client = createClient({ host: `http://127.0.0.1:${port}`, apiKey: 'key' })
    const lines = linesOf(LINES)
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await lines.send(client, 'kronika')).toMatchObject({ taskUid: 7 })
      expect(body).toBe(`${LINES.join('\n')}\n`)
    }
    const [first] = asked
    expect(first).toEqual({
      url: '/indexes/kronika/documents',
      type: 'application/x-ndjson',
      key: 'Bearer key',
    })
  })
})
