import { describe, expect, it } from 'vitest'
import { authorityOf } from './actors/authority.ts'
import { parseDocument } from './parse.ts'
import { wholeOf } from './parsed.ts'
import { FORMATS, rendered, type TestBlock } from './test-renderings.ts'

/** Every row of the table of dates, as an entry's own date and inside a text, in every format. */

type Row = [written: string, edtf: string | null, start: string | null, end: string | null]

const ROWS: Row[] = [
  ['10 June 1999', '1999-06-10', '1999-06-10', '1999-06-10'],
  ['June 10, 1999', '1999-06-10', '1999-06-10', '1999-06-10'],
  ['10.06.1999', '1999-06-10', '1999-06-10', '1999-06-10'],
  ['1999-06-10', '1999-06-10', '1999-06-10', '1999-06-10'],
  ['June 1999', '1999-06', '1999-06-01', '1999-06-30'],
  ['1999-06', '1999-06', '1999-06-01', '1999-06-30'],
  ['spring of 1999', '1999-21', '1999-03-01', '1999-05-31'],
  ['summer of 1999', '1999-22', '1999-06-01', '1999-08-31'],
  ['autumn of 1999', '1999-23', '1999-09-01', '1999-11-30'],
  ['fall of 1999', '1999-23', '1999-09-01', '1999-11-30'],
  ['winter of 1999', '1999-24', '1999-12-01', '2000-02-29'],
  ['1999', '1999', '1999-01-01', '1999-12-31'],
  ['the 1990s', '199X', '1990-01-01', '1999-12-31'],
  ['19th century', '18XX', '1800-01-01', '1899-12-31'],
  ['June 10-12, 1999', '1999-06-10/1999-06-12', '1999-06-10', '1999-06-12'],
  ['between 3 and 5 May 1999', '1999-05-03/1999-05-05', '1999-05-03', '1999-05-05'],
  ['March 24 to June 10, 1999', '1999-03-24/1999-06-10', '1999-03-24', '1999-06-10'],
  ['1998/99', '1998/1999', '1998-01-01', '1999-12-31'],
  ['mid-July 1959', '1959-07~', '1959-07-01', '1959-07-31'],
  ['early 1999', '1999~', '1999-01-01', '1999-12-31'],
  ['late 1999', '1999~', '1999-01-01', '1999-12-31'],
  ['c. 1389', '1389~', '1389-01-01', '1389-12-31'],
  ['about June 1999', '1999-06~', '1999-06-01', '1999-06-30'],
  ['possibly 1389', '1389?', '1389-01-01', '1389-12-31'],
  ['1389?', '1389?', '1389-01-01', '1389-12-31'],
  ['before 1912', '../1911', null, '1911-12-31'],
  ['after 1945', '1946/..', '1946-01-01', null],
  ['since 1945', '1945/..', '1945-01-01', null],
  ['Oct. 28th', '1999-10-28', '1999-10-28', '1999-10-28'],
  ['30 February 1999', null, null, null],
  ['13.13.1999', null, null, null],
]

const WORDS = ['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heath']
const eventOf = (at: number): string =>
  `The ferry leaves for ${WORDS[at % 8]} and the ${WORDS[Math.floor(at / 8)]} quay.`

const HEADING: TestBlock = { kind: 'heading', level: 1, text: 'The year 1999' }
const INTRO: TestBlock = { kind: 'paragraph', text: 'The harbour office kept this record.' }
const YEAR: TestBlock = { kind: 'heading', level: 2, text: '1999' }

const entriesOf = async (blocks: TestBlock[], format: (typeof FORMATS)[number]) => {
  const whole = await wholeOf(await parseDocument(rendered(blocks, format), authorityOf([])))
  return { ...whole, entries: whole.entries.map(({ entry }) => entry) }
}

describe.each(FORMATS)('the table of dates in %s', (format) => {
  const isTable = /csv|tsv|json/.test(format)
  // In these a heading gives no year, as a column does not.
  const rows = ROWS.filter(([written]) => !isTable || written !== 'Oct. 28th')

  it('as own dates', async () => {
    const items = rows.map(([date], at) => ({ date, text: eventOf(at) }))
    const { entries, findings } = await entriesOf(
      [INTRO, YEAR, { kind: 'list', rows: items }],
      format,
    )
    const found = rows.map(([written], at) => {
      const entry = entries.find(({ text }) => text.endsWith(eventOf(at)))
      const { edtf = null, start = null, end = null } = entry?.date ?? {}
      return [written, edtf, start, end]
    })
    // A date that is none leaves the item below its year.
    expect(found).toEqual(rows)
    for (const [written, edtf] of rows)
      if (edtf === null) expect(findings.some(({ text }) => text.includes(written))).toBe(true)
  })

  it('inside texts', async () => {
    const texts = rows.filter(([written]) => written !== 'Oct. 28th')
    const blocks = texts.map(([written, edtf], at): TestBlock => {
      const before = /^(?:between|before|after|since|March)/.test(written) ? '' : 'in '
      const doubt = edtf?.endsWith('?') === true ? ',' : ''
      return { kind: 'paragraph', text: `They sailed ${before}${written}${doubt} ${eventOf(at)}` }
    })
    const { entries } = await entriesOf([HEADING, ...blocks], format)
    const found = texts.map(([written], at) => {
      const entry = entries.find(({ text }) => text.endsWith(eventOf(at)))
      const { edtf = null, start = null, end = null, offset = null } = entry?.mentions[0] ?? {}
      expect(entry?.mentions.length ?? 0, written).toBeLessThan(2)
      if (offset !== null)
        expect(`the ${entry?.text.slice(...offset)}`).toContain(written.replace(/^the /, ''))
      return [written, edtf, start, end]
    })
    expect(found).toEqual(texts)
  })
})
