import { CsvError, parse } from 'csv-parse/sync'
import { isKnownColumn } from './columns.ts'
import type { Broken, Table, TableRecord } from './table.ts'

const DELIMITERS = [',', ';', '\t'] as const

/**
 * Reads delimited text (RFC 4180; comma, semicolon or tab). A row that breaks the form is named and
 * left out; reading goes on with the line below its first one.
 *
 * @param mapped columns named on the command line: they tell a header row as known names do
 */
export function readCsv(text: string, mapped: string[], delimiter = delimiterOf(text)): Table {
  const { rows, broken } = rowsOf(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), delimiter)
  const [first] = rows
  const names = first?.cells.map((cell) => String(cell).trim()) ?? []
  const named = names.some((name) => isKnownColumn(name) || mapped.includes(name))
  const width = names.length
  const fitting: TableRecord[] = []
  for (const row of named ? rows.slice(1) : rows) {
    if (row.cells.length === width) fitting.push(row)
    else broken.push({ line: row.line, reason: unfit(row.cells.length, width) })
  }
  const columns = names.map((name, at) => (named && name !== '' ? name : `column ${at + 1}`))
  return { columns, rows: fitting, broken: broken.sort((a, b) => a.line - b.line), named }
}

const unfit = (cells: number, width: number): string =>
  `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the first row ${width}: left out`

/** The delimiter that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const head = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => head.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}

function rowsOf(text: string, delimiter: string): { rows: TableRecord[]; broken: Broken[] } {
  const rows: TableRecord[] = []
  const broken: Broken[] = []
  const bytes = Buffer.from(text)
  /** Where the next row begins, in bytes and in lines. */
  let at = 0
  let line = 1
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
        skip_empty_lines: true,
        on_record: (cells: string[], context: { bytes: number }) => {
          skipBlankLines()
          rows.push({ line, cells })
          goTo(from + context.bytes)
          return null
        },
      })
      break
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      skipBlankLines()
      const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
      broken.push({ line, reason: `${unclosed ? UNCLOSED : 'a quote is out of place'}: left out` })
      const feed = bytes.indexOf(LF, at)
      goTo(feed === -1 ? bytes.length : feed + 1)
    }
  }
  return { rows, broken }
}

const LF = 10
const UNCLOSED = 'a quote is not closed'
