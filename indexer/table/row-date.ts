import { parseEdtf } from '#schema/edtf'
import type { PartialDate } from '#schema/entry'
import type { DateContext } from '../dates/context.ts'
import { wholeDate } from '../dates/whole.ts'
import { anchorOf } from '../split/date-of.ts'
import { actorsText } from './actors.ts'
import { type Columns, FIELDS, type Field } from './columns.ts'
import { cellText } from './table.ts'

/** The cells of a row by field; '' where there is none. */
export type Cells = Record<Field, string>

/** The cells of the fields that a row has a column for. */
export function cellsOf(cells: unknown[], columns: Columns): Cells {
  const row = { ...NO_CELLS }
  for (const field of FIELDS) {
    const at = columns[field]
    if (at === undefined) continue
    row[field] = field === 'actors' ? actorsText(cells[at]) : cellText(cells[at])
  }
  return row
}

const NO_CELLS = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Cells

/** The words of a row's date, as written. */
export function dateWords(row: Cells): string {
  return [startOf(row), endOf(row)].filter((words) => words !== '').join(' – ')
}

/**
 * The date of a row, from one cell, a start and an end, or year, month and day; null for none. A date
 * without a year takes that of the row's own column.
 */
export function rowDate(row: Cells, asked: DateContext): PartialDate | null {
  const year = row.year === '' ? null : anchorOf(wholeDate(row.year, asked))
  const context = year === null ? asked : { ...asked, anchor: year }
  const first = startOf(row)
  const last = endOf(row)
  const from = first === '' ? null : cellDate(first, context)
  if (last === '') return from
  const to = cellDate(last, context)
  if (to === null || (first !== '' && from === null)) return null
  if (from?.edtf === to.edtf) return from
  const edtf = `${from?.edtf.split('/')[0] ?? '..'}/${to.edtf.split('/').at(-1)}`
  const span = parseEdtf(edtf)
  if (span === null || (from?.start && to.end && from.start > to.end)) return null
  return {
    edtf,
    start: from?.start ?? null,
    end: to.end,
    precision: 'interval',
    qualifier: from?.qualifier ?? to.qualifier,
    inferred: false,
    rule: 'columns',
    text: dateWords(row),
    offset: null,
  }
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*$/

/** The day of a timestamp is the one that is written, whatever its zone. */
function cellDate(cell: string, context: DateContext): PartialDate | null {
  const date = wholeDate(cell.replace(TIMESTAMP, '$1'), context)
  return date === null ? null : { ...date, text: cell, offset: null }
}

const startOf = (row: Cells): string => row.date || row.start || partsOf(row)

/** An end without its year is of the year, and without its month of the month, in which it starts. */
function endOf({ year, month, end, endYear, endMonth, endDay }: Cells): string {
  if (end !== '' || (endYear === '' && endMonth === '' && endDay === '')) return end
  const inYear = endYear === ''
  return partsOf({
    year: inYear ? year : endYear,
    month: endMonth === '' && inYear ? month : endMonth,
    day: endDay,
  })
}

function partsOf({ year, month, day }: Pick<Cells, 'year' | 'month' | 'day'>): string {
  if (year === '' || (month === '' && day !== '')) return year === '' ? '' : `${day} ${year}`
  const parts = [month, day].filter((part) => part !== '')
  if (parts.every((part) => /^\d{1,2}$/.test(part))) {
    return [year, ...parts.map((part) => part.padStart(2, '0'))].join('-')
  }
  return [day, month, year].filter((part) => part !== '').join(' ')
}
