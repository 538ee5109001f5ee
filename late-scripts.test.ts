import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { LateScripts, loadScriptsLate } from './late-scripts.ts'

const PAGE = `<!DOCTYPE html><html><head><title>Őr</title>
<link rel="preload" as="script" fetchPriority="low" href="/_next/c.js"/><script src="/_next/a.js" async=""></script>
<link rel="stylesheet" href="/a.css"/></head><body>a &lt;script src="/b.js" async=""&gt; – “Őrség”
<script>self.data = 1 < 2 && 3 > 2</script><script>self.data.push("[\\"/_next/static/chunks/d.js\\",\\"/_next/static/chunks/b.js\\"]")</script><script src="/_next/static/chunks/b.js" id="_R_" async=""></script></body></html>`

const inPieces = (size: number): string => {
  const page = new LateScripts()
  const bytes = Buffer.from(PAGE)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) {
    pieces.push(page.next(bytes.subarray(at, at + size)))
  }
  return Buffer.concat([...pieces, page.end()]).toString()
}

test('all scripts of a page wait, with those that its data names, and nothing else of it changes', () => {
  const page = inPieces(PAGE.length * 2).replace(/<head><script>[\s\S]*?<\/script>/, '<head>')
  const expected = PAGE.replace(/<link rel="preload"[^>]*>/, '')
    .replace('<script src="/_next/a.js" async="">', '<script type="late" data-src="/_next/a.js">')
    .replace(
      '<script src="/_next/static/chunks/b.js" id="_R_" async="">',
      '<script type="late" data-src="/_next/static/chunks/b.js" id="_R_">',
    )
    .replace('</body>', '<script type="late" data-src="/_next/static/chunks/d.js"></script></body>')
  expect(page).toBe(expected)
})

test.each([1, 2, 7, 64, 333])('a page in pieces of %i bytes is as one that comes whole', (size) => {
  expect(inPieces(size)).toBe(inPieces(PAGE.length * 2))
})

let close: () => void = () => undefined
afterEach(() => close())

async function answered(answer: (response: ServerResponse) => void): Promise<Response> {
  const server = createServer((_, response) => {
    loadScriptsLate(response)
    answer(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close = () => server.close()
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) })
}

test('a page that names its length is sent whole', async () => {
  const response = await answered((out) => {
    out.setHeader('content-type', 'text/html; charset=utf-8')
    out.setHeader('content-length', Buffer.byteLength(PAGE))
    out.end(PAGE)
  })
  expect(await response.text()).toBe(inPieces(PAGE.length * 2))
})

test('a page that is written and then ended by a call back is sent whole', async () => {
  const response = await answered((out) => {
    out.setHeader('content-type', 'text/html')
    out.write(PAGE.slice(0, 90))
    out.write(Buffer.from(PAGE.slice(90)))
    out.end(() => undefined)
  })
  expect(await response.text()).toBe(inPieces(PAGE.length * 2))
})

test('what is no page leaves as it came', async () => {
  const response = await answered((out) => {
    out.setHeader('content-type', 'application/json')
    out.setHeader('content-length', Buffer.byteLength(PAGE))
    out.end(PAGE)
  })
  expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(PAGE)))
  expect(await response.text()).toBe(PAGE)
})
