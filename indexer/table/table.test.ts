import { describe, expect, it } from 'vitest'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'
import type { ColumnMap } from './columns.ts'
import type { TableFormat } from './rows.ts'

const parse = async (format: TableFormat, text: string, map: ColumnMap = {}) =>
  wholeOf(
    await parseDocument({ id: 't', source: `t.${format}`, format, text }, authorityOf([]), map),
  )

const shown = async (format: TableFormat, text: string, map?: ColumnMap) =>
  (await parse(format, text, map)).entries.map(({ entry }) => [
    entry.date?.edtf ?? null,
    entry.text,
  ])

describe('random rows', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000)
  let state = seed
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const PARTS = ['ice', 'žito', '"', "'", ',', ';', '\n', '\t', '\r\n', '漢字', '😀', '|', '{', ']']
  const rows = Array.from({ length: 200 }, (_, index) => ({
    date: `${1800 + random(200)}-${String(1 + random(12)).padStart(2, '0')}`,
    text: `row${index} ${Array.from({ length: random(12) }, () => PARTS[random(PARTS.length)]).join(' ')} end`,
  }))
  const expected = rows.map(({ date, text }) => [date, text.replace(/\s+/g, ' ')])
  const quoted = (cell: string): string =>
    /["\r\n,;\t]/.test(cell) || random(2) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell
  const delimited = (delimiter: string): string =>
    [{ date: 'Date', text: 'TEXT' }, ...rows]
      .map(({ date, text }) => quoted(date) + delimiter + quoted(text))
      .join(random(2) === 0 ? '\r\n' : '\n')

  it.each<[string, TableFormat, string]>([
    ['commas', 'csv', delimited(',')],
    ['semicolons', 'csv', `\ufeff${delimited(';')}`],
    ['tabs', 'tsv', delimited('\t')],
    ['an array', 'json', JSON.stringify(rows, null, 2)],
    ['an object with arrays', 'json', JSON.stringify({ few: [1], rows })],
    ['JSON Lines', 'jsonl', rows.map((row) => JSON.stringify(row)).join('\n')],
  ])(`come back the same from %s (seed ${seed})`, async (_, format, text) => {
    expect(await shown(format, text)).toEqual(expected)
  })
})

it.each<[string, TableFormat, string, number[], string[]]>([
  ['too few cells', 'csv', 'date,text\n1901,a\n1902\n1903,c', [3], ['a', 'c']],
  ['an open quote', 'csv', 'date,text\n\n1901,"a\n1902,"b"\n1903,c', [3], ['b', 'c']],
  ['an open quote to the end', 'csv', 'date,text\n1901,"a\n1902,b\n1903,c', [2], ['b', 'c']],
  ['a bad line', 'jsonl', '{"text":"a"}\n{oops\n[1]\n{"text":"b"}', [2, 3], ['a', 'b']],
  ['a bad object', 'json', '[{"text":"a"},\n{oops},\n{"text":"b"}]', [2], ['a', 'b']],
])('names %s and reads the rest', async (_, format, text, lines, texts) => {
  const { entries, broken } = await parse(format, text)
  expect(broken.map(({ line }) => line)).toEqual(lines)
  expect(entries.map(({ entry }) => entry.text)).toEqual(texts)
})

it('makes an interval of start and end, each as exact as it is written', async () => {
  expect(await shown('csv', 'from;to;remarks\n1901-05;1902;x\n1903;1901;y')).toEqual([
    ['1901-05/1902', 'x'],
    [null, 'y'],
  ])
})

it('takes an end from columns of its own for year, month and day', async () => {
  const text = [
    'Year,Month,Day,End Year,End Month,End Day,Headline',
    '1954,7,30,1955,2,1,a',
    '1954,7,30,,8,2,b',
    '1954,7,30,,,31,c',
    '1954,,,1956,,,d',
    '1954,7,30,,,,e',
  ].join('\n')
  expect(await shown('csv', text)).toEqual([
    ['1954-07-30/1955-02-01', 'a'],
    ['1954-07-30/1954-08-02', 'b'],
    ['1954-07-30/1954-07-31', 'c'],
    ['1954/1956', 'd'],
    ['1954-07-30', 'e'],
  ])
})

it('knows columns whose names are written in one word, as programs write them', async () => {
  const text = '{"startDate":"1972-03-18","endDate":"1973-01-02","description":"x"}'
  expect(await shown('jsonl', text)).toEqual([['1972-03-18/1973-01-02', 'x']])
})

it('takes columns by name from the command line, and names one that is not there', async () => {
  const text = 'a,b\n1901,x'
  expect(await shown('csv', text, { text: 'b', date: 'a' })).toEqual([['1901', 'x']])
  expect((await parse('csv', text, { text: 'c' })).broken[0]?.reason).toMatch(
    /^there is no column c/,
  )
})

it('knows a header by the dates below it, but takes no sentence for one', async () => {
  const rows = '3/25/2012,Summons issued.\n4/10/2012,Answer.'
  const dated = [
    ['2012-03-25', 'Summons issued.'],
    ['2012-04-10', 'Answer.'],
  ]
  expect(await shown('csv', `Filed,Docket Text\n${rows}`)).toEqual(dated)
  const undated = [null, 'A complaint is lost.']
  expect(await shown('csv', `Nobody knows,A complaint is lost.\n${rows}`)).toEqual([
    undated,
    ...dated,
  ])
})

it('guesses the columns of a table without a header, and says so', async () => {
  const text = '1 May 1901,a long text of a row\n2 May 1901,another one'
  expect((await shown('csv', text)).map(([date]) => date)).toEqual(['1901-05-01', '1901-05-02'])
  expect((await parse('csv', text)).findings).toHaveLength(2)
})

describe('a year in a column of its own', () => {
  it('completes the day or month beside it, and says that it did', async () => {
    const text =
      'year,date,event\n1925,March 26,One\n1925,24 March,Two\n1926,May,Three\n1926,1927-05-01,Four\n'
    expect(await shown('csv', text)).toEqual([
      ['1925-03-26', 'One'],
      ['1925-03-24', 'Two'],
      ['1926-05', 'Three'],
      ['1927-05-01', 'Four'],
    ])
    const { entries } = await parse('csv', text)
    expect(entries.map(({ entry }) => entry.date?.inferred)).toEqual([true, true, true, false])
  })
})

describe('objects within objects', () => {
  it('have columns of their own, as TimelineJS writes them', async () => {
    const event = {
      start_date: { year: '1850', month: '12', day: '2' },
      end_date: { year: '1851' },
      text: { headline: 'Meeting', text: 'Delegates came.' },
      media: { url: '' },
    }
    const whole = { title: { text: { headline: 'Votes' } }, events: [event, event] }
    const [one, other] = await shown('json', JSON.stringify(whole))
    expect(one?.[0]).toBe('1850-12-02/1851')
    expect(one?.[1]).toContain('Delegates came.')
    expect(other).toEqual(one)
    expect(await shown('jsonl', JSON.stringify(event))).toEqual([one])
  })

  it('are one column each where nothing in them has a usual name', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({
      date: '1850',
      text: 'A meeting.',
      votes: { [`ward${at}`]: at },
    }))
    const { leftOut } = await parse('json', JSON.stringify(rows))
    expect(leftOut.map(({ text }) => text)).toEqual(['votes (50 filled cells)'])
  })

  it('are what they are called where they have a name', async () => {
    const rows = [
      { date: '1850', text: 'A meeting.', actors: { name: 'Ada Lovelace', born: 1815 } },
    ]
    const { entries } = await parse('json', JSON.stringify(rows))
    expect(entries[0]?.entry.actors.map(({ name }) => name)).toEqual(['Ada Lovelace'])
  })
})
