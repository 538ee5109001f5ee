import { type APIRequestContext, expect, test } from '@playwright/test'
import { BibLatexParser, RISParser } from 'biblatex-csl-converter'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { test as browser, expect as uses } from './kronika.ts'

/** Every file is read back by a parser that others wrote, and holds the entries of the API in its order. */

const SEARCHES = [
  '',
  '?q=refugees',
  '?q=nato&sort=newest',
  '?actor=NATO&from=1999-03&to=1999-06',
  '?q=zeppelin',
]

type Entry = {
  id: string
  text: string
  document: { title: string }
  date: { start: string | null; end: string | null } | null
  mentions: { start: string | null; end: string | null }[]
}

async function entriesOf(request: APIRequestContext, search: string): Promise<Entry[]> {
  const all: Entry[] = []
  for (let page = 1; ; page++) {
    const params = new URLSearchParams(search)
    params.set('page', String(page))
    params.set('size', '100')
    const answer = await request.get(`/api/entries?${params}`)
    const { hits, pages } = (await answer.json()) as { hits: Entry[]; pages: number }
    all.push(...hits)
    if (page >= pages) return all
  }
}

async function textOf(request: APIRequestContext, path: string, type: string): Promise<string> {
  const response = await request.get(path)
  expect(response.status(), path).toBe(200)
  expect(response.headers()['content-type'], path).toContain(type)
  return response.text()
}

const ignoring = (search: string) => `${search === '' ? '?' : `${search}&`}page=3&size=1`
type Fields = Record<string, unknown>

/** The words of a field, whatever marks its reader put on them. */
const wordsOf = (field: unknown): string =>
  typeof field === 'string'
    ? field
    : ((field ?? []) as { text?: string }[]).map(({ text }) => text ?? '').join('')
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

for (const search of SEARCHES) {
  test(`CSV of ${search || 'everything'}`, async ({ request, baseURL }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/api/entries.csv${ignoring(search)}`, 'text/csv')
    const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    expect(data.map((row) => row.id)).toEqual(entries.map(({ id }) => id))
    for (const [index, row] of data.entries()) {
      expect(row.text?.replace(/^'/, '')).toBe(entries[index]?.text.replace(/^'/, ''))
      expect(row.search_url).toMatch(new RegExp(`^${baseURL}/`))
      expect(Number(row.corpus_version)).toBeGreaterThan(0)
      expect(Date.parse(row.retrieved ?? '')).toBeGreaterThan(0)
    }
  })

  test(`JSON Lines of ${search || 'everything'}`, async ({ request }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/api/entries.jsonl${ignoring(search)}`, 'ndjson')
    const lines = text.split('\n').filter((line) => line !== '')
    const records = lines.map((line) => JSON.parse(line) as Entry & { retrieval: object })
    const found = records.filter(({ id }) => id !== undefined)
    expect(found.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
    expect(records).toHaveLength(Math.max(1, entries.length))
    for (const { retrieval } of records) {
      expect(retrieval).toMatchObject({
        query: new URLSearchParams(search).get('q') ?? '',
        corpusVersion: expect.any(Number),
      })
    }
  })

  test(`RIS of ${search || 'everything'}`, async ({ request }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/api/entries.ris${ignoring(search)}`, 'research-info')
    const { entries: read, errors } = new RISParser(text).parse()
    expect(errors).toEqual([])
    const records = Object.values(read) as unknown as { bib_type: string; fields: Fields }[]
    expect(records).toHaveLength(entries.length)
    for (const [index, { bib_type, fields }] of records.entries()) {
      expect(bib_type).toBe('online')
      expect(wordsOf(fields.abstract)).toBe(plain(entries[index]?.text ?? ''))
      expect(wordsOf(fields.note)).toContain('corpus version')
    }
    // Its reader leaves the ids out.
    const ids = [...text.matchAll(/^ID {2}- (.*)\r$/gm)].map(([, id]) => id)
    expect(ids).toEqual(entries.map(({ id }) => id))
    expect(text).toContain('corpus version')
  })

  test(`BibTeX of ${search || 'everything'}`, async ({ request }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/api/entries.bib${ignoring(search)}`, 'bibtex')
    expect(text).toContain('corpus version')
    const { entries: read, errors } = new BibLatexParser(text, {
      processUnexpected: true,
      processUnknown: true,
    }).parse()
    // It takes addresses for addresses only when their host has a name of the public kind.
    expect(errors.filter(({ type }) => type !== 'unknown_uri')).toEqual([])
    const keys = Object.values(read).map((entry) => (entry as { entry_key: string }).entry_key)
    expect(keys).toEqual(entries.map(({ id }) => id))
  })

  test(`the feed of ${search || 'everything'}`, async ({ request, baseURL }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/feed.atom${ignoring(search)}`, 'application/atom+xml')
    expect(XMLValidator.validate(text)).toBe(true)
    const { feed } = new XMLParser({ isArray: (name) => name === 'entry' }).parse(text) as {
      feed: {
        id: string
        updated: string
        entry?: { id: string; updated: string; title: string }[]
      }
    }
    expect(feed.id).toMatch(new RegExp(`^${baseURL}/`))
    expect((feed.entry ?? []).map(({ id }) => id)).toEqual(
      entries.map(({ id }) => `${baseURL}/entry/${id}`),
    )
    for (const entry of feed.entry ?? []) {
      expect(String(entry.title).trim()).not.toBe('')
      expect(Date.parse(entry.updated)).toBeGreaterThan(Date.parse('2020-01-01'))
      expect(Date.parse(entry.updated)).toBeLessThanOrEqual(Date.parse(feed.updated))
    }
    const again = await textOf(request, `/feed.atom${search}`, 'application/atom+xml')
    const timesOf = (file: string) => file.match(/<updated>[^<]*<\/updated>/g)
    expect(timesOf(again)).toEqual(timesOf(text))
  })

  test(`the calendar of ${search || 'everything'}`, async ({ request }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/api/entries.ics${ignoring(search)}`, 'text/calendar')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const calendar = new ICAL.Component(ICAL.parse(text) as never)
    const starts = calendar
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('dtstart')))
    const dates = entries.flatMap(({ date, mentions }) => (date === null ? mentions : [date]))
    expect(starts).toEqual(dates.map(({ start, end }) => start ?? end))
  })

  test(`the print view of ${search || 'everything'}`, async ({ request }) => {
    const entries = await entriesOf(request, search)
    const text = await textOf(request, `/print${ignoring(search)}`, 'text/html')
    expect(text.match(/<article>/g) ?? []).toHaveLength(entries.length)
    expect(text).toContain('corpus version')
  })
}

test('files are JSON errors to other methods', async ({ request }) => {
  for (const path of ['/api/entries.csv', '/feed.atom']) {
    const response = await request.post(path)
    expect(response.status()).toBe(405)
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } })
  }
})

browser('a shared link tells what has changed since', async ({ kronika, page }) => {
  await kronika.open('/?q=refugees')
  const { total } = await kronika.answer()
  const link = page.getByRole('link', { name: 'Copy a link to cite' })
  const address = (await link.getAttribute('href')) ?? ''
  uses(new URLSearchParams(address.slice(2)).get('v')).toMatch(new RegExp(`^\\d+\\.${total}$`))
  await page.goto(address)
  const note = page.getByRole('note')
  await uses(note).toContainText(`${total} results when shared, ${total} now`)
  await uses(note).toContainText('nothing has changed')
  await page.goto(address.replace(/\.\d+$/, `.${total + 3}`))
  await uses(note).toContainText(`${total + 3} results when shared, ${total} now: 3 gone`)
  await page.goto('/?q=refugees&v=soon')
  await uses(note).toContainText('v=soon')
})
