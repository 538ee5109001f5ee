import type { DateContext } from '../dates/context.ts'
import { DateEvidence } from '../dates/evidence.ts'
import { wholeDate } from '../dates/whole.ts'
import type { Finding, LeftOut } from '../parsed.ts'
import { FirstOnes, MOST_BROKEN } from '../rest.ts'
import type { DocumentDates } from '../split/date-of.ts'
import { type ColumnMap, type Columns, FIELDS, findColumns } from './columns.ts'
import { cellsOf, dateWords } from './row-date.ts'
import { type Broken, cellText, type Table, type TableRecord } from './table.ts'

/** What has to be known of a whole table before its first row can become an entry. */
export type Survey = Resolved & {
  dates: DocumentDates
  /** The columns that are none of an entry's fields. */
  leftOut: LeftOut[]
  broken: FirstOnes<Broken>
}

/** Rows by which columns without a usual name are guessed. */
const SAMPLE = 200

/**
 * Reads a table through. Its columns are mostly known after the first rows, so that the evidence for
 * its dates is gathered from them at once; where a later object brings another one, once again.
 */
export async function surveyTable(table: Table, map: ColumnMap): Promise<Survey> {
  const sample: TableRecord[] = []
  const filled: number[] = []
  const broken = new FirstOnes<Broken>(MOST_BROKEN)
  const evidence = new DateEvidence()
  let columns: Columns | null = null
  const settle = (): Columns => {
    const early = resolveColumns(table, map, sample).columns
    for (const { cells } of sample) addEvidence(evidence, cells, early)
    return early
  }
  for await (const batch of table.batches()) {
    for (const item of batch.broken) broken.add(item)
    for (const row of batch.rows) {
      countFilled(row.cells, filled)
      if (columns !== null) addEvidence(evidence, row.cells, columns)
      else if (sample.push(row) === SAMPLE) columns = settle()
    }
  }
  columns ??= settle()
  const resolved = resolveColumns(table, map, sample)
  const isKnown = FIELDS.every((field) => resolved.columns[field] === columns[field])
  const dates = isKnown ? evidence.context : await readEvidence(table, resolved.columns)
  return { ...resolved, dates, leftOut: otherColumns(table, resolved.columns, filled), broken }
}

function addEvidence(evidence: DateEvidence, cells: unknown[], columns: Columns): void {
  const row = cellsOf(cells, columns)
  evidence.add(dateWords(row))
  evidence.add(row.text)
}

async function readEvidence(table: Table, columns: Columns): Promise<DocumentDates> {
  const evidence = new DateEvidence()
  for await (const { rows } of table.batches()) {
    for (const { cells } of rows) addEvidence(evidence, cells, columns)
  }
  return evidence.context
}

function countFilled(cells: unknown[], filled: number[]): void {
  cells.forEach((cell, at) => {
    if (cell !== null && cell !== undefined && cell !== '') filled[at] = (filled[at] ?? 0) + 1
  })
}

function otherColumns({ columns }: Table, used: Columns, filled: number[]): LeftOut[] {
  const taken = new Set(Object.values(used))
  return columns.flatMap((name, at): LeftOut[] => {
    const count = filled[at] ?? 0
    if (taken.has(at) || count === 0) return []
    return [{ text: `${name} (${count} filled cells)`, line: 1, reason: 'column' }]
  })
}

type Resolved = {
  columns: Columns
  /** Mapped columns that the table does not have. */
  missing: string[]
  /** What was guessed. */
  findings: Finding[]
}

/** Where no name tells, most cells being dates tell the date, and the longest cells the text. */
function resolveColumns(table: Table, map: ColumnMap, rows: TableRecord[]): Resolved {
  const { columns, missing } = findColumns(table.columns, map)
  const findings: Finding[] = []
  const sample = rows.map(({ cells }) => cells.map(cellText))
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
  return { columns, missing, findings }
}
