import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EMPTY_AUTHORITY } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { type Pieces, wholeOf } from '../parsed.ts'
import type { TableFormat } from './rows.ts'

const REGISTER = readFileSync(join(import.meta.dirname, '../gold/register.csv'), 'utf8')
const LATE_COLUMN = [
  ...Array.from({ length: 300 }, (_, n) => ({ when: `${1 + (n % 12)}/13/1999`, note: `row ${n}` })),
  {
    when: '13/1/1999',
    Text: 'a text that comes late',
    'a\\"b{[': [['deep', [1]], { name: 'N' }],
  },
]
const lines = (values: unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\r\n')

const TABLES: [string, TableFormat, string][] = [
  ['a register', 'csv', REGISTER],
  [
    'quotes over lines',
    'csv',
    'date,text\r\n1901,"a\r\nb ""c"" , d"\n\n1902,"x"y\n1903,"open\n1904,e',
  ],
  ['an open quote to the end', 'csv', 'date;text\n1901;"a\n1902;b\n1903;c\n'],
  ['tabs', 'tsv', '\ufeffdate\ttext\tx\n1901\ta\t\n1902\tb\t1\n1903'],
  ['a column that comes late', 'jsonl', lines(LATE_COLUMN)],
  ['bad lines', 'jsonl', '{"text":"a"}\n{oops\n[1]\n\n{"text":"é漢😀"}'],
  ['an array', 'json', `\n\n ${JSON.stringify(LATE_COLUMN, null, 1)}`],
  [
    'an array with bad objects',
    'json',
    '[{"text":"a"},\n{"text":"open\n},\n{"b":"\\\\"}, 7,{"text":"c"}]',
  ],
  ['an array that is not closed', 'json', '[{"text":"a"},\n{"text":"b"'],
  ['an object', 'json', JSON.stringify({ few: [1], rows: LATE_COLUMN })],
]

const inPieces = (text: string, size: number): Pieces =>
  async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }

describe.each(TABLES)('%s', (_, format, text) => {
  const place = { id: 't', source: `t.${format}`, format }

  it('gives the same in pieces of any size as in one', async () => {
    const whole = await wholeOf(await parseDocument({ ...place, text }, EMPTY_AUTHORITY))
    expect(whole.entries.length).toBeGreaterThan(0)
    for (const size of [1, 3, 7, 64, 1000]) {
      const source = { ...place, pieces: inPieces(text, size) }
      expect(await wholeOf(await parseDocument(source, EMPTY_AUTHORITY))).toEqual(whole)
    }
  })
})

it('reads a list within lists, however deep', async () => {
  const deep = `${'['.repeat(50_000)}"in the middle"${']'.repeat(50_000)}`
  const source = { id: 't', source: 't.jsonl', format: 'jsonl' as const, text: `{"text":${deep}}` }
  const { entries } = await wholeOf(await parseDocument(source, EMPTY_AUTHORITY))
  expect(entries.map(({ entry }) => entry.text)).toEqual(['in the middle'])
})

it('names the first hundred broken rows, and counts the others', async () => {
  const text = `date,text\n${'1901,"a\n'.repeat(1_000)}1902,b`
  const source = { id: 't', source: 't.csv', format: 'csv' as const, text }
  const { entries, broken, counts } = await wholeOf(await parseDocument(source, EMPTY_AUTHORITY))
  expect(entries.map(({ entry }) => entry.text)).toEqual(['b'])
  expect([broken.length, counts.broken]).toEqual([100, 1_000])
})

it('names an element that is too long, or not closed, by the line on which it begins', async () => {
  const long = 'a'.repeat(33_000_000)
  const text = `[{"text":"a"},\n\n{"text":"${long}"},\n{"text":"b"},\n{"text":"`
  const source = { id: 't', source: 't.json', format: 'json' as const, text }
  const { entries, broken } = await wholeOf(await parseDocument(source, EMPTY_AUTHORITY))
  expect(entries.map(({ entry }) => entry.text)).toEqual(['a', 'b'])
  expect(broken.map(({ line }) => line)).toEqual([3, 5])
})
