import { CsvError, parse } from 'csv-parse/sync'
import { wholeDate } from '../dates/whole.ts'
import type { Pieces } from '../parsed.ts'
import { lineBatches } from '../source/lines.ts'
import { isKnownColumn } from './columns.ts'
import { plainRows } from './plain-rows.ts'
import type { Broken, Table, TableBatch, TableRecord } from './table.ts'

const DELIMITERS = [',', ';', '\t'] as const

/** A quote that is not closed within so many bytes never is. */
const LONGEST_RECORD = 16_000_000

/**
 * Delimited text (RFC 4180; comma, semicolon or tab). A row that breaks the form is named and left
 * out; reading goes on with the line below its first one.
 *
 * @param mapped columns named on the command line: they tell a header row as known names do
 */
export async function openCsv(
  pieces: Pieces,
  mapped: string[],
  delimiter?: string,
): Promise<Table> {
  const read = () => records(pieces(), delimiter)
  const [first, ...others] = await firstRows(read())
  const names = first?.cells.map((cell) => String(cell).trim()) ?? []
  const known = names.some((name) => isKnownColumn(name) || mapped.includes(name))
  const named = known || isAboveDates(names, others)
  const width = names.length
  return {
    columns: names.map((name, at) => (named && name !== '' ? name : `column ${at + 1}`)),
    named,
    async *batches() {
      for await (const { rows, broken } of read()) {
        const fitting: TableRecord[] = []
        for (const row of rows) {
          if (named && row.line === first?.line) continue
          if (row.cells.length === width) fitting.push(row)
          else broken.push({ line: row.line, reason: unfit(row.cells.length, width) })
        }
        yield { rows: fitting, broken: broken.sort((a, b) => a.line - b.line) }
      }
    },
  }
}

/** Rows by which it is told whether the first one has the names of the columns. */
const SAMPLE = 20

async function firstRows(batches: AsyncIterable<TableBatch>): Promise<TableRecord[]> {
  const first: TableRecord[] = []
  for await (const { rows } of batches) {
    first.push(...rows.slice(0, SAMPLE - first.length))
    if (first.length === SAMPLE) break
  }
  return first
}

/** Of a sentence it is not certain that it names a column. */
const NAME = /^.{0,29}[^.!?]$/

/** Whether names stand above a column of dates: "Filed" is no usual one. */
function isAboveDates(names: string[], rows: TableRecord[]): boolean {
  if (rows.length < 2 || names.some((name) => !NAME.test(name) || isDate(name))) return false
  return names.some((_, at) => rows.every(({ cells }) => isDate(String(cells[at] ?? ''))))
}

const isDate = (cell: string): boolean =>
  (['day-month', 'month-day'] as const).some(
    (numericOrder) => wholeDate(cell, { anchor: null, numericOrder, century: 1900 }) !== null,
  )

const unfit = (cells: number, width: number): string =>
  `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the first row ${width}: left out`

/** The delimiter that stands most often in a table's first line, outside quotes. */
function delimiterOf(line: string): string {
  const head = line.trimStart().replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => head.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** The rows of a text, with those that break the form. */
async function* records(
  pieces: AsyncIterable<string>,
  given: string | undefined,
): AsyncGenerator<TableBatch> {
  let delimiter = given
  let tooLong: Broken[] = []
  const onTooLong = (line: number, reason: string) => tooLong.push({ line, reason })
  /** Text of whole lines that is not yet read, and the line with which it begins. */
  let text = ''
  let first = 1
  let wanted = 0
  for await (const { first: number, lines } of lineBatches(pieces, { onTooLong })) {
    if (number === 1) lines[0] = lines[0]?.replace(/^\ufeff/, '') ?? ''
    const head = lines.find((line) => line.trim() !== '')
    if (head !== undefined) delimiter ??= delimiterOf(head)
    text += `${lines.join('\n')}\n`
    if (text.length < wanted) continue
    const batch = rowsOf(text, first, delimiter ?? ',', false)
    text = batch.open
    first = batch.next
    // A long row is not to be read anew with each piece.
    wanted = text.length * 2
    yield { rows: batch.rows, broken: [...batch.broken, ...tooLong] }
    tooLong = []
  }
  const { rows, broken } = rowsOf(text, first, delimiter ?? ',', true)
  yield { rows, broken: [...broken, ...tooLong] }
}

type Rows = {
  rows: TableRecord[]
  broken: Broken[]
  /** What may be the beginning of a row, and its line. */
  open: string
  next: number
}

function rowsOf(text: string, first: number, delimiter: string, isLast: boolean): Rows {
  const { rows, end, next } = plainRows(text, first, delimiter)
  const broken: Broken[] = []
  const bytes = Buffer.from(text.slice(end))
  /** Where the next row begins, in bytes and in lines. */
  let at = 0
  let line = next
  const goTo = (end: number): void => {
    for (let feed = bytes.indexOf(LF, at); feed !== -1 && feed < end; ) {
      line++
      feed = bytes.indexOf(LF, feed + 1)
    }
    at = end
  }
  const skipBlankLines = (): void => {
    while (bytes[at] === LF) goTo(at + 1)
  }
  for (skipBlankLines(); at < bytes.length; skipBlankLines()) {
    const from = at
    try {
      parse(bytes.subarray(from), {
        delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        // Between tabs, a quote within a cell is one.
        relax_quotes: delimiter === '\t',
        skip_empty_lines: true,
        on_record: (cells: string[], context: { bytes: number }) => {
          skipBlankLines()
          rows.push({ line, cells })
          goTo(from + context.bytes)
          return null
        },
      })
      at = bytes.length
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      skipBlankLines()
      const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
      if (unclosed && !isLast && bytes.length - at < LONGEST_RECORD) {
        return { rows, broken, open: bytes.toString('utf8', at), next: line }
      }
      broken.push({ line, reason: `${unclosed ? UNCLOSED : 'a quote is out of place'}: left out` })
      const feed = bytes.indexOf(LF, at)
      goTo(feed === -1 ? bytes.length : feed + 1)
    }
  }
  return { rows, broken, open: '', next: next + lineFeeds(bytes) }
}

function lineFeeds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++
  return count
}

const LF = 10
const UNCLOSED = 'a quote is not closed'
