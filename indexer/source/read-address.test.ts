import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GOLD, goldAuthority } from '../gold/expectation.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'
import { readDocument } from './read.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'

let server: Server
let origin: string
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const { searchParams, pathname } = new URL(url, 'http://localhost')
    const bytes = readFileSync(join(GOLD, searchParams.get('file') ?? pathname.slice(1)))
    response.writeHead(200, { 'content-type': searchParams.get('type') ?? '' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function read(path: string, parameters: Record<string, string>) {
  const address = `${origin}/${path}?${new URLSearchParams(parameters)}`
  const planned = { id: 'a', source: address, shown: address, from: { address } }
  const signal = new AbortController().signal
  return readDocument(planned, { allowPrivate: true, signal })
}

const CASES: [file: string, type: string, format: string][] = [
  ['keepers-book.docx', DOCX, 'docx'],
  ['keepers-book.docx', `${DOCX}; charset=binary`, 'docx'],
  ['harbour-office.pdf', PDF, 'pdf'],
  ['harbour-office.pdf', 'Application/PDF;version=1.4', 'pdf'],
  ['bridge.json', 'application/json', 'json'],
  ['pilots-log.xml', 'application/tei+xml', 'tei'],
]

it.each(CASES)('reads %s by its type %s, whatever the address says', async (file, type, format) => {
  const result = await read('download', { file, type })
  if (!('source' in result)) throw new Error(result.reason)
  expect(result.source.format).toBe(format)
  const { entries } = await wholeOf(await parseDocument(result.source, goldAuthority()))
  const expected = JSON.parse(
    readFileSync(join(GOLD, file.replace(/\.[^.]+$/, '.expected.json')), 'utf8'),
  )
  expect(entries.map(({ entry }) => [entry.text, entry.date?.edtf])).toEqual(
    expected.entries.map((entry: { text: string; date: { edtf: string } | null }) => [
      entry.text,
      entry.date?.edtf,
    ]),
  )
})

it('reads bytes without a type by the name in their address', async () => {
  for (const type of ['', 'application/octet-stream']) {
    const result = await read('harbour-office.pdf', { type })
    expect('source' in result && result.source.format).toBe('pdf')
  }
})

it('says of a page that calls itself a PDF what is wrong', async () => {
  const result = await read('download', { file: 'light-station.html', type: PDF })
  if (!('source' in result)) return expect(result.reason).not.toBe('')
  const reading = parseDocument(result.source, goldAuthority()).then(wholeOf)
  await expect(reading).rejects.toThrow(/PDF/)
})
