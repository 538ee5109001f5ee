import { BibLatexParser, CSLParser, RISParser } from 'biblatex-csl-converter'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { DomUtils, parseDocument } from 'htmlparser2'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Entry, PartialDate } from '#schema/entry'
import { ENTRY_FIELDS } from '#schema/record'
import { seeded } from '#schema/seeded'
import type { VersionTimes } from '#search/server/version-times'
import { citationOf } from '../cite/citations'
import { cslOfEntry, titleOfEntry } from '../cite/csl'
import { coinsOf } from '../cite/embedded'
import { atom } from './atom'
import { bibtex, ris } from './bibliography'
import { calendarFile } from './calendar-file'
import { csv } from './csv'
import type { Format } from './format'
import { jsonLines } from './json-lines'
import { print } from './print'
import type { Provenance } from './provenance'

/**
 * Contents that would be commands, records, tags or formulas if a format let them: each file is read back by
 * a parser that others wrote, and must hold the same entries, no more and no fewer.
 */

const { seed, pick, between, chance } = seeded()

const PIECES = [
  'Envoy',
  ' council',
  ' 1999',
  ',',
  ';',
  '"',
  "'",
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u001b',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '-2+3',
  '+1',
  '{',
  '}',
  '\\',
  '\\input{secret}',
  '\\end{document}',
  '%',
  '$x^2_1$',
  '#',
  '&',
  '~',
  '@misc{evil,',
  '\nAU  - Evil, A.',
  '\r\nER  - \r\nTY  - JOUR\r\n',
  '\nEND:VEVENT\nBEGIN:VEVENT',
  '😀',
  '👩‍👩‍👧',
  'مرحبا',
  '\u202eabc\u202c',
  '日本語',
  ']]>',
  '<script>alert(1)</script>',
  '<!--',
  '&amp;',
  '\ud800',
]

const words = (): string =>
  `x${Array.from({ length: between(0, 14) }, () => pick(PIECES)).join('')}`
const anyWords = (): string => (chance(0.5) ? words() : words().slice(1))

const dateOf = (): PartialDate => ({
  edtf: '1999-06-10',
  start: '1999-06-10',
  end: '1999-06-10',
  precision: 'day',
  qualifier: null,
  inferred: false,
  rule: 'test',
  text: words(),
  offset: null,
})

function entryOf(position: number): Entry {
  return {
    id: `made-${'abcdefghijkl'.slice(0, 10)}${String.fromCharCode(97 + (position % 26))}${String.fromCharCode(97 + (Math.floor(position / 26) % 26))}`,
    kind: 'timeline',
    text: anyWords(),
    document: { id: 'made', title: words(), source: `${words()}.txt` },
    section: chance(0.5) ? words() : null,
    position,
    place: chance(0.3) ? words() : null,
    date: chance(0.7) ? dateOf() : null,
    mentions: chance(0.3) ? [dateOf()] : [],
    actors: chance(0.5)
      ? [{ id: 'a', name: words(), type: 'person', verified: false, rule: 'test', evidence: [] }]
      : [],
    addedIn: 1,
    changedIn: between(1, 3),
  }
}

const ENTRIES = Array.from({ length: 300 }, (_, position) => entryOf(position))
const QUERY = words().toWellFormed()

const provenance: Provenance = {
  words: `300 entries with “${QUERY}”`,
  address: `https://kronika.example/?${new URLSearchParams({ q: QUERY })}`,
  query: QUERY,
  filters: 'actor=%3DNATO&from=1999',
  total: ENTRIES.length,
  corpusVersion: 3,
  changedIn: 3,
  retrieved: '2026-11-24T10:00:00.000Z',
}
const citable = {
  site: 'https://kronika.example',
  siteName: 'Kronika: {A} & B',
  today: '2026-11-24',
}
const times = { of: (version: number) => `2026-11-0${version}T00:00:00.000Z` } as VersionTimes
const context = { provenance, citable, times }

const fileOf = ({ head, entry, tail }: Format, entries: Entry[] = ENTRIES, its = context): string =>
  [head?.(its) ?? '', ...entries.map((one) => entry(one, its)), tail?.(its) ?? ''].join('')

const none = { ...context, provenance: { ...provenance, total: 0, changedIn: null } }

/** As formats of lines have it: all blanks and control characters are one blank. */
const flat = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
const wellFormed = (text: string): string => text.toWellFormed()
const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id)

test(`CSV of hostile contents, seed ${seed}`, () => {
  const { data, errors } = Papa.parse<Record<string, string>>(fileOf(csv).slice(1), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  expect(data.map(({ id }) => id)).toEqual(idsOf(ENTRIES))
  for (const [index, row] of data.entries()) {
    const { text, document } = ENTRIES[index] as Entry
    expect([text, `'${text}`]).toContain(row.text)
    expect([document.title, `'${document.title}`]).toContain(row.document)
    expect([QUERY, `'${QUERY}`]).toContain(row.search_query)
    for (const value of Object.values(row)) expect(value.trimStart()).not.toMatch(/^[=+\-@]/)
  }
})

test(`JSON Lines of hostile contents, seed ${seed}`, () => {
  const lines = fileOf(jsonLines).trimEnd().split('\n')
  for (const [index, line] of lines.entries()) {
    const entry = ENTRIES[index] as Entry
    const read = JSON.parse(line) as Entry & { retrieval: object }
    expect(read).toMatchObject(Object.fromEntries(ENTRY_FIELDS.map((name) => [name, entry[name]])))
    expect(read.retrieval).toMatchObject({ query: QUERY, corpusVersion: 3 })
  }
  expect(lines).toHaveLength(ENTRIES.length)
})

type Read = { entry_key: string; bib_type: string; fields: Record<string, unknown> }

/** The words of a field, whatever marks its reader put on them. */
const wordsIn = (field: unknown): string =>
  typeof field === 'string'
    ? field
    : ((field ?? []) as { text?: string }[]).map(({ text }) => text ?? '').join('')

/** This reader takes HTML's entities for what they say. */
const told = (field: unknown): string => flat(wordsIn(field)).replaceAll('&amp;', '&')

test(`RIS of hostile contents, seed ${seed}`, () => {
  const { entries, errors } = new RISParser(fileOf(ris)).parse()
  expect(errors).toEqual([])
  const read = Object.values(entries) as unknown as Read[]
  expect(read).toHaveLength(ENTRIES.length)
  for (const [index, { bib_type, fields }] of read.entries()) {
    const entry = ENTRIES[index] as Entry
    expect(bib_type).toBe('online')
    expect(fields.author).toBeUndefined()
    expect(told(fields.abstract)).toBe(told(entry.text))
    expect(told(fields.title)).toBe(told(titleOfEntry(entry)))
    expect(told(fields.journaltitle)).toBe(told(entry.document.title))
    expect(told(fields.note)).toContain(told(QUERY))
  }
})

/** Letters and numbers; this reader leaves some of LaTeX's commands as they are. */
const plain = (text: string): string =>
  wellFormed(text)
    .replace(/textbrace(?:left|right)|textasciicircum|\u0871/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

test(`BibTeX of hostile contents, seed ${seed}`, () => {
  const { entries, errors } = new BibLatexParser(fileOf(bibtex), {
    processUnexpected: true,
    processUnknown: true,
  }).parse()
  expect(errors).toEqual([])
  const read = Object.values(entries) as unknown as Read[]
  expect(read.map(({ entry_key }) => entry_key)).toEqual(idsOf(ENTRIES))
  for (const [index, { fields }] of read.entries()) {
    const entry = ENTRIES[index] as Entry
    expect(plain(wordsIn(fields.title))).toBe(plain(titleOfEntry(entry)))
    expect(plain(wordsIn(fields.note))).toContain(plain('corpus version 3'))
  }
})

test(`CSL-JSON and COinS of hostile contents, seed ${seed}`, () => {
  for (const entry of ENTRIES) {
    const item = cslOfEntry(entry, citable)
    const items = JSON.parse(citationOf(item, 'csl-json')) as { id: string; title: string }[]
    const parser = new CSLParser({ [entry.id]: items[0] as never })
    const [read] = Object.values(parser.parse()) as unknown as Read[]
    expect(parser.errors).toEqual([])
    expect(wordsIn(read?.fields.title)).toBe(titleOfEntry(entry))
    const coins = new URLSearchParams(coinsOf(item))
    expect(coins.getAll('rft.title')).toEqual([wellFormed(item.title)])
    expect(coins.get('rft.source')).toBe(wellFormed(entry.document.title))
  }
})

/** What XML can say of a text. */
const inXml = (text: string): string =>
  wellFormed(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/\r\n?/g, '\n')

test(`Atom of hostile contents, seed ${seed}`, () => {
  const text = fileOf(atom)
  expect(XMLValidator.validate(text)).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
    isArray: (name: string, path: string) =>
      /^feed\.(?:entry|author|link|id|title|updated)$/.test(String(path)) && name !== '',
  } as never)
  const { feed } = parser.parse(text) as { feed: Record<string, Record<string, unknown>[]> }
  // RFC 4287, 4.1.1 and 4.1.2: one each, and an author.
  for (const name of ['id', 'title', 'updated', 'author']) expect(feed[name], name).toHaveLength(1)
  expect(feed.updated?.[0]).toBe('2026-11-03T00:00:00.000Z')
  expect(feed.entry).toHaveLength(ENTRIES.length)
  for (const [index, read] of (feed.entry ?? []).entries()) {
    const entry = ENTRIES[index] as Entry
    expect(read.id).toBe(`https://kronika.example/entry/${entry.id}`)
    expect(read.title).toBe(inXml(titleOfEntry(entry)))
    expect(read.updated).toBe(`2026-11-0${entry.changedIn}T00:00:00.000Z`)
    expect((read.content as { '#text'?: string })['#text'] ?? '').toBe(inXml(entry.text))
  }
})

test(`a calendar of hostile contents, seed ${seed}`, () => {
  const calendar = new ICAL.Component(ICAL.parse(fileOf(calendarFile)) as never)
  const events = calendar.getAllSubcomponents('vevent')
  const dated = ENTRIES.flatMap((entry) =>
    (entry.date === null ? entry.mentions : [entry.date]).map(() => entry),
  )
  expect(events).toHaveLength(dated.length)
  for (const [index, event] of events.entries()) {
    const entry = dated[index] as Entry
    expect(flat(String(event.getFirstPropertyValue('summary')))).toBe(
      flat(wellFormed(titleOfEntry(entry))),
    )
    const told = String(event.getFirstPropertyValue('description'))
    expect(flat(told).startsWith(flat(wellFormed(entry.text)))).toBe(true)
    const names = event.getFirstProperty('categories')?.getValues() ?? []
    expect(names.map((name) => flat(String(name)))).toEqual(
      entry.actors.map(({ name }) => flat(wellFormed(name))),
    )
  }
})

test(`the print view of hostile contents, seed ${seed}`, () => {
  const document = parseDocument(fileOf(print))
  expect(DomUtils.getElementsByTagName('script', document)).toHaveLength(0)
  const articles = DomUtils.getElementsByTagName('article', document)
  expect(articles).toHaveLength(ENTRIES.length)
  for (const [index, article] of articles.entries()) {
    const [, text] = DomUtils.getElementsByTagName('p', article)
    expect(flat(DomUtils.textContent(text as never))).toBe(
      flat(inXml((ENTRIES[index] as Entry).text)),
    )
  }
})

test('a file without entries has no records, and says which search found none', () => {
  const files = [csv, jsonLines, ris, bibtex, atom, calendarFile, print].map((format) =>
    fileOf(format, [], none),
  )
  for (const text of files) {
    const unfolded = text.replaceAll('\r\n ', '')
    for (const part of ['from%3D1999|from=1999|from\\u003d1999', '2026-11-24', '3']) {
      expect(unfolded).toMatch(new RegExp(part))
    }
  }
  const [table = '', lines = '', records = '', bib = ''] = files
  expect(Papa.parse(table, { header: true, skipEmptyLines: true }).data).toEqual([])
  expect(JSON.parse(lines)).toMatchObject({ total: 0, retrieval: { query: QUERY } })
  expect(Object.values(new RISParser(records).parse().entries)).toEqual([])
  expect(Object.values(new BibLatexParser(bib).parse().entries)).toEqual([])
})
