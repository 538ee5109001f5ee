import type { PartialDate } from '#schema/entry'
import { type DateContext, documentContext } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { wholeDate } from '../dates/whole.ts'
import type { Finding, LeftOut, Source } from '../parsed.ts'
import { anchorOf } from '../split/date-of.ts'
import { type ColumnMap, type Columns, FIELDS, findColumns } from './columns.ts'
import { readCsv } from './csv.ts'
import { readJson, readJsonLines } from './json.ts'
import { type Cells, dateWords, rowDate } from './row-date.ts'
import { type Broken, cellText, type Table } from './table.ts'

export type TableFormat = 'csv' | 'tsv' | 'json' | 'jsonl'

const READERS: Record<TableFormat, (text: string, mapped: string[]) => Table> = {
  csv: (text, mapped) => readCsv(text, mapped),
  tsv: (text, mapped) => readCsv(text, mapped, '\t'),
  json: readJson,
  jsonl: readJsonLines,
}

export const isTable = (format: Source['format']): format is TableFormat =>
  Object.hasOwn(READERS, format)

/** A row that becomes an entry. */
export type DatedRow = {
  line: number
  text: string
  /** The date as written, the row's own source and id: searchable beside the text. */
  margin: string
  date: PartialDate | null
  mentions: PartialDate[]
  place: string | null
  section: string | null
  /** The actors' cell as written. */
  actors: string
}

export type Rows = {
  rows: DatedRow[]
  leftOut: LeftOut[]
  findings: Finding[]
  broken: Broken[]
}

/** A table's rows, dated. What its other columns hold is left out, once for each column. */
export function datedRows(format: TableFormat, text: string, map: ColumnMap): Rows {
  const table = READERS[format](text, Object.values(map))
  const { columns, missing } = findColumns(table.columns, map)
  const findings: Finding[] = []
  const broken = [...missing.map((name) => noColumn(name, table)), ...table.broken]
  guessColumns(table, columns, findings)
  const rows = table.rows.map(({ line, cells }) => ({ line, cells: cellsOf(cells, columns) }))
  const order = documentContext(rows.flatMap(({ cells }) => [dateWords(cells), cells.text]))
  const context: DateContext = { ...order, anchor: null, hint: 'timeline' }
  const dated: DatedRow[] = []
  for (const { line, cells } of rows) {
    const written = entryText(cells)
    if (written === '') {
      broken.push({ line, reason: 'the row has neither text nor title: left out' })
      continue
    }
    const words = dateWords(cells)
    const date = rowDate(cells, context)
    if (words !== '' && date === null) {
      findings.push({ message: 'The date of the row is not understood', line, text: words })
    }
    const report = ({ reason, text }: { reason: string; text: string }) =>
      findings.push({ message: reason, line, text })
    const mentions = { ...order, anchor: anchorOf(date), report }
    dated.push({
      line,
      text: written,
      margin: [words, cells.source, cells.id].filter((words) => words !== '').join('\n'),
      date,
      mentions: mentionsIn(written, mentions),
      place: cells.place || null,
      section: cells.section || null,
      actors: cells.actors,
    })
  }
  return { rows: dated, leftOut: otherColumns(table, columns), findings, broken }
}

const noColumn = (name: string, { columns }: Table): Broken => ({
  line: 1,
  reason: `there is no column ${name}: there are ${columns.join(', ')}`,
})

function cellsOf(cells: unknown[], columns: Columns): Cells {
  const entries = FIELDS.map((field) => [field, cellText(cells[columns[field] ?? -1])])
  return Object.fromEntries(entries) as Cells
}

/** The title is the first sentence, unless the text begins with it. */
function entryText({ title, text }: Cells): string {
  if (title === '' || text.startsWith(title)) return text
  if (text === '') return title
  return `${title}${/[.!?…:]["”’)]?$/.test(title) ? '' : '.'} ${text}`
}

const SAMPLE = 200

/** Where no name tells, most cells being dates tell the date, and the longest cells the text. */
function guessColumns(table: Table, columns: Columns, findings: Finding[]): void {
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells.map(cellText))
  const taken = () => Object.values(columns)
  const free = () => table.columns.map((_, at) => at).filter((at) => !taken().includes(at))
  const guess = (field: 'date' | 'text', at: number | undefined) => {
    if (at === undefined) return
    columns[field] = at
    const message = `No column is named as the ${field}: it is taken from this one`
    findings.push({ message, line: 1, text: table.columns[at] ?? '' })
  }
  if (columns.date === undefined && columns.start === undefined && columns.year === undefined) {
    const context: DateContext = { anchor: null, numericOrder: 'day-month', century: 1900 }
    const dates = (at: number) =>
      sample.filter((cells) => wholeDate(cells[at] ?? '', context) !== null).length
    guess(
      'date',
      free().find((at) => dates(at) > sample.length / 2),
    )
  }
  if (columns.text === undefined && columns.title === undefined) {
    const length = (at: number) => sample.reduce((sum, cells) => sum + (cells[at] ?? '').length, 0)
    guess('text', free().sort((a, b) => length(b) - length(a))[0])
  }
}

function otherColumns({ columns, rows }: Table, used: Columns): LeftOut[] {
  const taken = new Set(Object.values(used))
  return columns.flatMap((name, at): LeftOut[] => {
    if (taken.has(at)) return []
    const filled = rows.filter(({ cells }) => cells[at] !== null && cells[at] !== '').length
    if (filled === 0) return []
    return [{ text: `${name} (${filled} filled cells)`, line: 1, reason: 'column' }]
  })
}
