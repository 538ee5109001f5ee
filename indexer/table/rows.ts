import type { PartialDate } from '#schema/entry'
import type { DateContext } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { distinct } from '../findings.ts'
import type { Finding, Pieces, Source } from '../parsed.ts'
import type { RestCollector } from '../rest.ts'
import { anchorOf } from '../split/date-of.ts'
import type { ColumnMap } from './columns.ts'
import { openCsv } from './csv.ts'
import { openJson } from './json.ts'
import { openJsonLines } from './json-lines.ts'
import { type Cells, cellsOf, dateWords, rowDate } from './row-date.ts'
import { RowsCheck } from './rows-check.ts'
import { surveyTable } from './survey.ts'
import type { Broken, Table } from './table.ts'

export type TableFormat = 'csv' | 'tsv' | 'json' | 'jsonl'

const READERS: Record<TableFormat, (pieces: Pieces, mapped: string[]) => Table | Promise<Table>> = {
  csv: (pieces, mapped) => openCsv(pieces, mapped),
  tsv: (pieces, mapped) => openCsv(pieces, mapped, '\t'),
  json: openJson,
  jsonl: openJsonLines,
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

/**
 * A table's rows, dated, some at once. What its other columns hold is left out, once for each column.
 * The table is read twice: what its columns are and how its dates are written is known at its end.
 *
 * @param rest receives what becomes no row
 */
export async function* datedRows(
  format: TableFormat,
  pieces: Pieces,
  map: ColumnMap,
  rest: RestCollector,
): AsyncGenerator<DatedRow[]> {
  const table = await READERS[format](pieces, Object.values(map))
  const { columns, dates, missing, leftOut, findings, broken } = await surveyTable(table, map)
  rest.break(missing.map((name) => noColumn(name, table)))
  rest.leave(leftOut)
  rest.find(findings)
  rest.break(broken)
  const check = new RowsCheck(dates)
  const context: DateContext = { ...dates, anchor: null, hint: 'timeline' }
  for await (const { rows } of table.batches()) {
    const dated: DatedRow[] = []
    for (const { line, cells } of rows) {
      const row = datedRow(line, cellsOf(cells, columns), context, rest)
      if (row === null) continue
      rest.find(check.contradictions(row))
      dated.push(row)
    }
    yield dated
  }
  rest.find(check.breaks())
}

/** Null for a row that says nothing. */
function datedRow(
  line: number,
  cells: Cells,
  context: DateContext,
  rest: RestCollector,
): DatedRow | null {
  const text = entryText(cells)
  if (text === '') {
    rest.break([{ line, reason: 'the row has neither text nor title: left out' }])
    return null
  }
  const findings: Finding[] = []
  const words = dateWords(cells)
  const date = rowDate(cells, context)
  if (words !== '' && date === null) {
    findings.push({ message: 'The date of the row is not understood', line, text: words })
  }
  const mentions = mentionsIn(text, {
    ...context,
    anchor: anchorOf(date),
    hint: undefined,
    report({ reason, text }) {
      findings.push({ message: reason, line, text })
    },
  })
  rest.find(distinct(findings))
  return {
    line,
    text,
    margin: [words, cells.source, cells.id].filter((words) => words !== '').join('\n'),
    date,
    mentions,
    place: cells.place || null,
    section: cells.section || null,
    actors: cells.actors,
  }
}

const noColumn = (name: string, { columns }: Table): Broken => ({
  line: 1,
  reason: `there is no column ${name}: there are ${columns.join(', ')}`,
})

/** The title is the first sentence, unless the text begins with it. */
function entryText({ title, text }: Cells): string {
  if (title === '' || text.startsWith(title)) return text
  if (text === '') return title
  return `${title}${/[.!?…:]["”’)]?$/.test(title) ? '' : '.'} ${text}`
}
