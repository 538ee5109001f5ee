import { BibLatexParser } from 'biblatex-csl-converter'
import { expect, test } from 'vitest'
import type { Entry, PartialDate } from '#schema/entry'
import { citationOf } from './citations.ts'
import { cslOfDocument, cslOfEntry, titleOfEntry } from './csl.ts'
import { cslDate } from './csl-date.ts'

const date = (edtf: string, text: string): PartialDate => ({
  edtf,
  start: null,
  end: null,
  precision: 'day',
  qualifier: null,
  inferred: false,
  rule: 'test',
  text,
  offset: null,
})

const ENTRY: Entry = {
  id: 'harbour-log-abcdefghijkl',
  kind: 'timeline',
  text: 'The pilots’ boat brings 50% of the {mail} & the governor ashore.',
  document: { id: 'harbour-log', title: 'Harbour Log', source: 'https://archive.example/log_1' },
  section: 'Summer',
  position: 11,
  place: null,
  date: date('1899-06-10', '10 June 1899'),
  mentions: [],
  actors: [],
  addedIn: 1,
  changedIn: 1,
}

const CITABLE = {
  site: 'https://kronika.example',
  siteName: 'Kronika: Harbours',
  today: '2026-11-24',
}
const item = cslOfEntry(ENTRY, CITABLE)
const TITLE = '10 June 1899: The pilots’ boat brings 50% of the {mail} & the governor ashore'
const HERE = 'https://kronika.example/entry/harbour-log-abcdefghijkl'

test('an entry in Chicago, MLA and APA', () => {
  expect(citationOf(item, 'chicago')).toBe(
    `“${TITLE}.” In Harbour Log, “Summer,” entry 12. June 10, 1899. https://archive.example/log_1. Kronika: Harbours, ${HERE}. Accessed November 24, 2026.`,
  )
  expect(citationOf(item, 'mla')).toBe(
    `“${TITLE}.” Harbour Log, “Summer,” entry 12, 10 June 1899, https://archive.example/log_1. Kronika: Harbours, ${HERE}. Accessed 24 Nov. 2026.`,
  )
  expect(citationOf(item, 'apa')).toBe(
    `${TITLE}. (1899, June 10). Harbour Log (“Summer,” entry 12). Kronika: Harbours, ${HERE}. https://archive.example/log_1`,
  )
})

test('a document has no date of its own, and its own address', () => {
  const document = citationOf(cslOfDocument(ENTRY.document, CITABLE), 'chicago')
  expect(document).toBe(
    'Harbour Log. https://archive.example/log_1. Kronika: Harbours, https://kronika.example/document/harbour-log. Accessed November 24, 2026.',
  )
  expect(citationOf(cslOfDocument(ENTRY.document, CITABLE), 'apa')).toContain('(n.d.)')
})

test('BibTeX is read back by another', () => {
  const { entries, errors } = new BibLatexParser(citationOf(item, 'bibtex')).parse()
  expect(errors).toEqual([])
  const [read] = Object.values(entries) as { entry_key: string; fields: Record<string, unknown> }[]
  expect(read?.entry_key).toBe(ENTRY.id)
  expect(read?.fields.url).toBe('https://archive.example/log_1')
  const words = ((read?.fields.title ?? []) as { text: string }[]).map(({ text }) => text).join('')
  // The braces are commands, which this reader leaves out.
  expect(words).toBe(TITLE.replace(/[{}]/g, ''))
  expect(JSON.stringify(read?.fields.note)).toContain(HERE)
})

test('RIS has a tag a line, and both addresses', () => {
  const lines = citationOf(item, 'ris').split('\r\n')
  expect(lines[0]).toBe('TY  - ELEC')
  expect(lines.filter((line) => line.startsWith('UR'))).toEqual([
    'UR  - https://archive.example/log_1',
    `UR  - ${HERE}`,
  ])
  expect(lines).toContain('DA  - 1899/06/10/')
})

test('dates are never narrower than what was written', () => {
  const cases: [edtf: string, text: string, csl: object][] = [
    ['1999', '1999', { 'date-parts': [[1999]] }],
    ['1999-06', 'June 1999', { 'date-parts': [[1999, 6]] }],
    ['1999-21', 'spring of 1999', { 'date-parts': [[1999]], season: 1 }],
    [
      '1999-06-10/1999-06-12',
      'June 10-12, 1999',
      {
        'date-parts': [
          [1999, 6, 10],
          [1999, 6, 12],
        ],
      },
    ],
    ['199X', 'the 1990s', { literal: 'the 1990s' }],
    ['../1911', 'before 1912', { literal: 'before 1912' }],
  ]
  for (const [edtf, text, csl] of cases) expect(cslDate(date(edtf, text)), edtf).toEqual(csl)
  const about = { ...date('1389~', 'c. 1389'), qualifier: 'approximate' as const }
  expect(cslDate(about)).toEqual({ 'date-parts': [[1389]], circa: true })
})

test('every kind of date is cited in every form', () => {
  for (const edtf of ['1999-21', '199X', '../1911', '1946/..', '1999-06-10/1999-06-12', '0987']) {
    const dated = cslOfEntry({ ...ENTRY, date: date(edtf, 'as written') }, CITABLE)
    for (const format of ['chicago', 'mla', 'apa', 'bibtex', 'ris'] as const) {
      expect(citationOf(dated, format), `${edtf} ${format}`).toMatch(/\S/)
    }
  }
})

test('a long text is cut at a word, and never within a character', () => {
  const title = titleOfEntry({ text: `${'𝔸bc '.repeat(60)}`, date: null })
  expect(title.length).toBeLessThanOrEqual(111)
  expect(title.endsWith('bc…')).toBe(true)
})
