import { BibLatexParser, RISParser } from 'biblatex-csl-converter'
import { XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { expect, test, vi } from 'vitest'
import type { Entry } from '#schema/entry'
import { CollectionChanged } from '#search/server/all-hits'
import type { VersionTimes } from '#search/server/version-times'
import { atom } from './atom'
import { bibtex, ris } from './bibliography'
import { calendarFile } from './calendar-file'
import { csv } from './csv'
import { fileStream } from './file-stream'
import type { Format } from './format'
import { jsonLines } from './json-lines'
import { print } from './print'

const ENTRY: Entry = {
  id: 'harbour-log-abcdefghijkl',
  kind: 'paragraph',
  text: 'The pilots’ boat brings the mail.',
  document: { id: 'harbour-log', title: 'Harbour Log', source: 'log.txt' },
  section: null,
  position: 0,
  place: null,
  date: null,
  mentions: [],
  actors: [],
  addedIn: 1,
  changedIn: 1,
}

const context = {
  provenance: {
    words: '200 entries.',
    address: 'https://kronika.example/',
    query: '',
    filters: '',
    total: 200,
    corpusVersion: 1,
    changedIn: 1,
    retrieved: '2026-11-24T10:00:00.000Z',
  },
  citable: { site: 'https://kronika.example', siteName: 'Kronika', today: '2026-11-24' },
  times: { learn: async () => {}, of: () => '2026-11-24T00:00:00.000Z' } as unknown as VersionTimes,
}

/** What a reader got before the connection failed; fails when it did not. */
async function brokenOff(format: Format): Promise<string> {
  async function* batches() {
    yield Array.from({ length: 150 }, () => ENTRY)
    throw new CollectionChanged()
  }
  const reader = fileStream(format, batches(), context).getReader()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  for (;;) {
    const chunk = await reader.read().catch((error) => error as Error)
    if (chunk instanceof Error) return text
    if (chunk.done) throw new Error('the file ends as if it were whole')
    text += decoder.decode(chunk.value, { stream: true })
  }
}

test('a file that breaks off says so in its last record, and its connection fails', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const words = 'This file is incomplete'
  const table = Papa.parse<Record<string, string>>((await brokenOff(csv)).slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(table.errors).toEqual([])
  expect(table.data).toHaveLength(151)
  expect(table.data.at(-1)).toMatchObject({ id: '', kind: 'incomplete', corpus_version: '1' })
  expect(table.data.at(-1)?.text).toContain(words)
  const lines = (await brokenOff(jsonLines)).trimEnd().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ error: { code: 'collection_changed' } })
  const records = Object.values(new RISParser(await brokenOff(ris)).parse().entries)
  expect(records).toHaveLength(151)
  expect(JSON.stringify(records.at(-1))).toContain(words)
  const bib = new BibLatexParser(await brokenOff(bibtex), { processUnexpected: true }).parse()
  expect(JSON.stringify(Object.values(bib.entries).at(-1))).toContain(words)
  expect(await brokenOff(print)).toContain(words)
  // These have an end of their own, without which no parser takes them.
  const feed = await brokenOff(atom)
  expect(feed).toContain(words)
  expect(XMLValidator.validate(feed)).not.toBe(true)
  const calendar = await brokenOff(calendarFile)
  expect(calendar).toContain(words)
  expect(() => ICAL.parse(calendar)).toThrow()
  expect(log).toHaveBeenCalledTimes(7)
})

test('nothing is read before it is wanted', async () => {
  let taken = 0
  async function* batches() {
    for (; taken < 50; taken++) yield Array.from({ length: 100 }, () => ENTRY)
  }
  const reader = fileStream(csv, batches(), context).getReader()
  await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(taken).toBeLessThan(4)
  await reader.cancel()
})
