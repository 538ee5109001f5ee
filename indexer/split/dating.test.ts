import { describe, expect, it } from 'vitest'
import { wholeDate } from '../dates/whole.ts'
import { allOf, inOnePart } from '../stages.ts'
import { anchorOf } from './date-of.ts'
import { datePieces as dateParts } from './dating.ts'
import type { Piece } from './split.ts'

const dates = { numericOrder: null, century: null }
const piece = (kind: Piece['kind'], text: string, more: Partial<Piece> = {}): Piece => ({
  kind,
  text,
  line: 1,
  cells: [],
  section: null,
  anchor: anchorOf(more.section?.under ?? null),
  attribution: null,
  ...more,
})
type Report = Parameters<typeof dateParts>[2]
const datePieces = async (pieces: Piece[], report: Report = () => {}) =>
  (await allOf(await dateParts(inOnePart(pieces), dates, report))).items
const kinds = async (pieces: Piece[]): Promise<string[]> =>
  (await datePieces(pieces)).map(({ kind, date }) => `${kind} ${date?.edtf ?? '-'}`)

describe('datePieces', () => {
  it('lets a bare year begin a paragraph only beside another dated one', async () => {
    const year = piece('paragraph', '1999 The wall breaks')
    const prose = piece('paragraph', 'Nobody came.')
    expect((await kinds([prose, year, prose]))[1]).toBe('paragraph -')
    expect((await kinds([prose, year, piece('paragraph', '10 June 2000 It is mended')]))[1]).toBe(
      'timeline 1999',
    )
    expect((await kinds([prose, { ...year, kind: 'list item' }]))[1]).toBe('timeline 1999')
  })

  it('reads the first cell of a row', async () => {
    const cells = ['June 1999', 'It breaks', '', 'Westport']
    const [row] = await datePieces([piece('table row', cells.join(' · '), { cells })])
    expect(row).toMatchObject({
      kind: 'timeline',
      text: 'It breaks · Westport',
      margin: 'June 1999',
    })
  })

  it('never makes a quotation a timeline entry', async () => {
    expect(await kinds([piece('quotation', '10 June 1999 was the day')])).toEqual(['paragraph -'])
  })

  it('says which line lacks its year, and which day no calendar has', async () => {
    const found: string[] = []
    const texts = ['- 24 March: the ice breaks', '30 February 1999: nothing', 'Rule: no ice']
    await datePieces(
      texts.map((text) => piece('list item', text.replace(/^- /, ''))),
      ({ text, reason }) => found.push(`${text}: ${reason}`),
    )
    expect(found.filter((line) => /24 March.*names the year/.test(line))).toHaveLength(1)
    expect(found.filter((line) => /30 February/.test(line)).length).toBeGreaterThan(0)
    expect(found.some((line) => line.includes('Rule'))).toBe(false)
  })

  const under = (name: string): Piece['section'] => {
    const date = wholeDate(name, { ...dates, anchor: null })
    const heading = { kind: 'heading', text: name, line: 1, level: 2, marked: true } as const
    return { heading, name, date, isDate: date !== null, under: date, anchor: null, day: null }
  }

  it('gives years and months to paragraphs where each heads one, but to no essays', async () => {
    const sections = ['1853', 'c. 1860', 'June 1871', '1880s'].map(under)
    const events = sections.map((section) => piece('paragraph', 'It burns.', { section }))
    const dated = ['timeline 1853', 'timeline 1860~', 'timeline 1871-06', 'timeline 188X']
    expect(await kinds(events)).toEqual(dated)
    expect(new Set(await kinds(events.slice(1)))).toEqual(new Set(['paragraph -']))
    expect(new Set(await kinds([...events, ...events]))).toEqual(new Set(['paragraph -']))
    const other = piece('paragraph', 'Nobody came.', { section: under('Sources') })
    expect(await kinds([...events, other])).toEqual([...dated, 'paragraph -'])
  })

  it('gives years and months to the items of a list', async () => {
    const items = ['1853', 'June 1871', '1880s'].map((name) =>
      piece('list item', 'It burns.', { section: under(name) }),
    )
    expect(await kinds(items)).toEqual(['paragraph 1853', 'paragraph 1871-06', 'paragraph -'])
  })

  it('gives a day of its own line or heading to all that stands below it', async () => {
    const [first, second] = [under('10 June 1999'), under('12 June 1999')]
    const below = [
      piece('paragraph', 'Talks begin.', { section: first }),
      piece('paragraph', 'April Jones leaves.', { section: first }),
      piece('list item', '1st Division lands.', { section: second }),
    ]
    expect(await kinds(below)).toEqual([
      'timeline 1999-06-10',
      'timeline 1999-06-10',
      'timeline 1999-06-12',
    ])
    expect(await kinds(below.slice(0, 2))).toEqual(['paragraph -', 'paragraph -'])
    const lines = ['10 June 1999', '12 June 1999'].flatMap((head) => [
      piece('paragraph', 'The wall breaks.', { head }),
      piece('paragraph', 'Nobody came.'),
    ])
    expect(await kinds(lines)).toEqual([
      'timeline 1999-06-10',
      'timeline 1999-06-10',
      'timeline 1999-06-12',
      'timeline 1999-06-12',
    ])
    expect((await kinds(lines.slice(0, 2)))[1]).toBe('paragraph -')
  })

  it('takes “Same day” for the day above', async () => {
    const items = ['10 June 1999: talks begin', 'Same day: talks end', '“Same day” is a song']
    expect(await kinds(items.map((text) => piece('list item', text)))).toEqual([
      'timeline 1999-06-10',
      'timeline 1999-06-10',
      'paragraph -',
    ])
    expect(await kinds([piece('list item', 'Same day: talks end')])).toEqual(['paragraph -'])
  })
})
