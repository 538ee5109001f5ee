import { expect, it } from 'vitest'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'
import type { TableFormat } from './rows.ts'

type Row = { date: string; section: string; text: string }

const WRITTEN: Record<TableFormat, (rows: Row[]) => string> = {
  csv: (rows) => delimited(rows, ','),
  tsv: (rows) => delimited(rows, '\t'),
  json: (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  jsonl: (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
}

const delimited = (rows: Row[], delimiter: string): string =>
  ['date section text', ...rows.map(({ date, section, text }) => [`"${date}"`, section, text])]
    .map((row) => (typeof row === 'string' ? row.split(' ') : row).join(delimiter))
    .join('\n')

async function found(format: TableFormat, rows: [date: string, section: string][]) {
  const text = WRITTEN[format](rows.map(([date, section]) => ({ date, section, text: 'Talks.' })))
  const source = { id: 't', source: `t.${format}`, format, text }
  const { entries, findings } = await wholeOf(await parseDocument(source, authorityOf([])))
  const wrong = findings.map(({ line, text, message }) => [line, text, message.slice(0, 28)])
  return { wrong, dates: entries.map(({ entry }) => entry.date?.edtf) }
}

const FORMATS: TableFormat[] = ['csv', 'tsv', 'json', 'jsonl']
const WEEKDAY = 'The day was a Thursday: the '
const SECTION = 'The date does not lie within'
const ORDER = 'The date breaks the order of'

it.each(FORMATS)('says which rows of .%s contradict their weekday or section', async (format) => {
  const first = format === 'jsonl' ? 1 : 2
  const { wrong, dates } = await found(format, [
    ['Monday, 10 June 1999', 'June 1999'],
    ['11 June 1999', 'June 1999'],
    ['1 July 1999', 'June 1999'],
    ['2 July 1999', 'Talks'],
  ])
  expect(wrong).toEqual([
    [first, 'Monday, 10 June 1999', WEEKDAY],
    [first + 2, '1 July 1999', SECTION],
  ])
  expect(dates).toEqual(['1999-06-10', '1999-06-11', '1999-07-01', '1999-07-02'])
})

it.each(FORMATS)('says which row of .%s breaks the order, when there is one', async (format) => {
  const first = format === 'jsonl' ? 1 : 2
  const days = [1, 2, 3, 4, 20, 6, 7, 8].map((day): [string, string] => [`${day} June 1999`, 'Log'])
  expect((await found(format, days)).wrong).toEqual([[first + 4, '20 June 1999', ORDER]])
  const unordered = [8, 3, 1, 7, 2, 9, 4].map((day): [string, string] => [`${day} June 1999`, ''])
  expect((await found(format, unordered)).wrong).toEqual([])
})
