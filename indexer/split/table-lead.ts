import type { PartialDate } from '#schema/entry'
import type { Anchor, DateContext } from '../dates/context.ts'
import { wholeDate } from '../dates/whole.ts'
import type { Part, Stage } from '../stages.ts'
import { anchorOf } from './date-of.ts'
import type { Lead } from './line-lead.ts'
import { isDitto } from './same-day.ts'
import type { Piece } from './split.ts'

/** Gives each row what its section says of its date. */
type ContextOf = (row: Piece) => DateContext

/**
 * The dates of the rows of a table: in its first column, or behind one of running numbers; in two or
 * three columns where a year stands before a day. A cell that is left empty repeats the one above.
 * No row has one when the column does not hold dates.
 */
export class TableDates {
  readonly #columns: number[]
  readonly #contextOf: ContextOf
  #above: PartialDate[] = []

  /** @param sample the rows, or the first of many, by which the columns are judged */
  constructor(sample: Piece[], contextOf: ContextOf) {
    this.#columns = dateColumns(sample, contextOf)
    this.#contextOf = contextOf
  }

  /** The lead of the next row; null for one without a date. */
  lead(row: Piece): Lead | null {
    const columns = this.#columns
    const found = datesIn(row, columns, this.#above, this.#contextOf(row))
    if (found === null) return null
    this.#above = found.dates
    const last = found.dates.at(-1)
    const used = columns.slice(0, found.dates.length)
    const rest = row.cells.filter((cell, at) => cell !== '' && !used.includes(at)).join(' · ')
    if (last === undefined || rest === '') return null
    const margin = found.words.join(' ')
    // A year in the row itself is as good as one in the same cell.
    const inferred = found.repeats || (last.inferred && found.dates.length === 1)
    const rule = margin === '' ? 'row-above' : last.rule
    return {
      date: { ...last, inferred, rule, text: margin || last.text, offset: null },
      margin,
      text: rest,
    }
  }
}

/** So many rows of a table show what its columns are. */
const SAMPLE = 10_000

/** A piece, and the lead that the columns of its table give it. */
export type PieceInTable = { piece: Piece; row: Lead | null }

/** Gives the rows of tables their leads, each table for itself. */
export class RowLeads implements Stage<Piece, PieceInTable> {
  readonly #contextOf: ContextOf
  /** The first rows of a table. */
  #rows: Piece[] = []
  /** The table, once its columns are judged. */
  #table: TableDates | null = null
  #last: Piece | null = null

  constructor(contextOf: ContextOf) {
    this.#contextOf = contextOf
  }

  part(pieces: Piece[], isLast: boolean): Part<PieceInTable> {
    const items: PieceInTable[] = []
    for (const piece of pieces) {
      if (!this.#goesOn(piece)) this.#close(items)
      this.#last = piece
      if (piece.kind !== 'table row') items.push({ piece, row: null })
      else if (this.#table !== null) items.push({ piece, row: this.#table.lead(piece) })
      else if (this.#rows.push(piece) === SAMPLE) this.#judge(items)
    }
    if (isLast) this.#close(items)
    return { items, leftOut: [] }
  }

  #goesOn({ kind, section }: Piece): boolean {
    return kind === 'table row' && this.#last?.kind === kind && this.#last.section === section
  }

  #judge(items: PieceInTable[]): void {
    const table = new TableDates(this.#rows, this.#contextOf)
    for (const piece of this.#rows) items.push({ piece, row: table.lead(piece) })
    this.#rows = []
    this.#table = table
  }

  #close(items: PieceInTable[]): void {
    if (this.#rows.length > 0) this.#judge(items)
    this.#table = null
  }
}

type RowDates = {
  /** One for each column that says something, the last one being the date. */
  dates: PartialDate[]
  /** As written in this row. */
  words: string[]
  /** Whether some of it stands in a row above. */
  repeats: boolean
}

function datesIn(
  row: Piece,
  columns: number[],
  above: PartialDate[],
  context: DateContext,
): RowDates | null {
  const found: RowDates = { dates: [], words: [], repeats: false }
  let anchor = context.anchor
  for (const [at, column] of columns.entries()) {
    const cell = row.cells[column] ?? ''
    if (isDitto(cell)) {
      const repeated = above[at]
      // "1999 | | The wall breaks": nothing finer than the year of its own is known.
      if (repeated === undefined || found.words.length > 0) break
      found.dates.push(repeated)
      found.repeats = true
      if (cell !== '') found.words.push(cell)
    } else {
      const date = wholeDate(cell, { ...context, anchor, hint: 'timeline' })
      if (date === null) break
      found.dates.push(date)
      found.words.push(cell)
    }
    anchor = anchorOf(found.dates[at] ?? null) ?? anchor
  }
  return found.dates.length === 0 ? null : found
}

const MOST_COLUMNS = 3

/** The columns that are the date of a row, from left to right. */
function dateColumns(rows: Piece[], contextOf: ContextOf): number[] {
  const start = hasRunningNumbers(rows) ? 1 : 0
  const columns: number[] = []
  let finer: Anchor | null = null
  for (let column = start; column < start + MOST_COLUMNS; column++) {
    const dates = datesOf(rows, column, contextOf, finer)
    // A column that is finer than the one before cannot do without it.
    if (dates === null || (finer !== null && !dates.every(({ inferred }) => inferred))) break
    columns.push(column)
    if (dates.every(({ precision }) => precision === 'year')) finer = { year: 2000, month: null }
    else if (dates.every(({ precision }) => precision === 'month')) finer = { year: 2000, month: 1 }
    else break
  }
  return columns
}

/** Share of a column's filled cells that are dates. */
const SHARE = 0.6

/** The dates of a column; null when it is something else. */
function datesOf(
  rows: Piece[],
  column: number,
  contextOf: ContextOf,
  finer: Anchor | null,
): PartialDate[] | null {
  const filled = rows.filter(({ cells }) => !isDitto(cells[column] ?? ''))
  const dates = filled.flatMap((row) => {
    const context = contextOf(row)
    const anchor = finer ?? context.anchor
    const date = wholeDate(row.cells[column] ?? '', { ...context, anchor, hint: 'timeline' })
    return date === null ? [] : [date]
  })
  return dates.length > 0 && dates.length >= filled.length * SHARE ? dates : null
}

/** 1, 2, 3 … in the first cells. */
function hasRunningNumbers(rows: Piece[]): boolean {
  const numbers = rows.map(({ cells: [first = ''] }) =>
    Number(/^\d{1,5}(?=[.)]?$)/.exec(first)?.[0]),
  )
  return (
    rows.length > 1 &&
    numbers.every((number, at) => number === (numbers[0] ?? 0) + at && (numbers[0] ?? 2) <= 1)
  )
}
