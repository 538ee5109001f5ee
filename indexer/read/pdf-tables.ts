import type { DateForms, TableRow } from '../blocks.ts'
import type { Line } from './pdf-lines.ts'
import type { Setting } from './pdf-paragraphs.ts'
import { joinLines } from './wrapping.ts'

export type Part = { rows: TableRow[] } | { lines: Line[] }

/** Ems by which the lines of a column may begin beside each other. */
const NEAR = 0.6
/** A step that is so much larger than the others of a cell begins the next row. */
const ROW_STEP = 1.08

/**
 * Takes the tables out of the lines of a document, in order: those whose first column holds dates, and
 * those of three lines or more whose cells begin below each other.
 */
export function partsOf(lines: Line[], setting: Setting, dates: DateForms): Part[] {
  const parts: Part[] = []
  let text: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const table = datedTable(lines, at, setting, dates) ?? plainTable(lines, at, setting)
    if (table === null) {
      text.push(lines[at] as Line)
      at++
      continue
    }
    if (text.length > 0) parts.push({ lines: text })
    text = []
    parts.push({ rows: table.rows })
    at = table.next
  }
  if (text.length > 0) parts.push({ lines: text })
  return parts
}

type Table = { rows: TableRow[]; next: number }

/** Rows with a date at the left and text beside it, either of them wrapped, the date at any height. */
function datedTable(lines: Line[], from: number, setting: Setting, dates: DateForms): Table | null {
  const shape = shapeAt(lines, from, setting, dates)
  if (shape === null) return null
  let to = from
  while (to < lines.length && isOfTable(lines, to, from, shape, setting)) to++
  const found = dateCells(lines.slice(from, to), shape, setting, dates)
  const ofDates = new Set(found.flatMap((cell) => cell.lines))
  // Other words at the left end it: they are no date's.
  const other = lines.findIndex(
    (line, at) => at >= from && at < to && isAtEdge(line, shape) && !ofDates.has(line),
  )
  if (other !== -1) to = other
  const own = lines.slice(from, to)
  const dated = found.filter(({ lines: [first] }) => first !== undefined && own.includes(first))
  const texts = own.flatMap((line) => {
    const cells = ofDates.has(line) ? line.cells.slice(1) : line.cells
    return cells.length === 0 ? [] : [{ line, cells }]
  })
  if (dated.length === 0 || texts.length === 0) return null
  const groups = inRows(texts, dated, setting)
  const rows = dated.map(({ lines: [first], text: date }, at): TableRow => {
    const beside = (groups[at] ?? []).map(({ cells }) => cells.map(({ text }) => text).join(' · '))
    const cells = [date, joinLines(beside)]
    const text = cells.filter((cell) => cell !== '').join(' · ')
    return { kind: 'table row', text, line: first?.page ?? 1, cells }
  })
  return { rows, next: to }
}

type Shape = {
  /** Where the dates begin. */
  edge: number
  /** Where the text begins. */
  start: number
}

/** A cell at the left: the lines over which its words are wrapped. */
type DateCell = { lines: Line[]; text: string }

/** Lines that a date is wrapped over: "3", "September", "1939". */
const MOST_LINES = 3

/** Whether a table of dates begins at a line: with its first date, or with words beside it. */
function shapeAt(lines: Line[], at: number, setting: Setting, dates: DateForms): Shape | null {
  const top = lines[at] as Line
  for (let near = at; near < Math.min(at + 12, lines.length); near++) {
    const line = lines[near] as Line
    if (line.column !== top.column) return null
    const [first, text] = line.cells
    if (first === undefined || !/\d|\p{L}/u.test(first.text)) return null
    const start = text?.x ?? startBeside(lines, near)
    if (start !== null && start >= first.right + NEAR * line.size) {
      const shape = { edge: first.x, start }
      const own = lines
        .slice(near, near + 2 * MOST_LINES)
        .filter(({ column }) => column === line.column)
      if (dateCellAt(own, 0, shape, setting, dates) === null) return null
      const above = lines.slice(at, near)
      // The lines above a date that stands in the middle are the first of its cell.
      const close = above.every((line, index) => {
        const next = lines[at + index + 1] as Line
        return isBeside(line, shape) && next.y - line.y <= setting.pitch * line.size * ROW_STEP
      })
      return close ? shape : null
    }
    if (near > at && line.y - (lines[near - 1]?.y ?? 0) > setting.pitch * line.size * ROW_STEP)
      return null
  }
  return null
}

/** Words alone at the left, half a line above or below the text beside them. */
function startBeside(lines: Line[], at: number): number | null {
  const line = lines[at] as Line
  for (const near of [lines[at - 1], lines[at + 1]]) {
    if (near?.column !== line.column) continue
    if (near.x > line.right && Math.abs(near.y - line.y) < line.size) return near.x
  }
  return null
}

const isBeside = ({ x, size }: Line, { start }: Shape): boolean => x >= start - NEAR * size

const isAtEdge = ({ x, size, cells: [first] }: Line, { edge, start }: Shape): boolean =>
  Math.abs(x - edge) <= NEAR * size && (first?.right ?? 0) < start

/** The date that begins in a line, over as many lines as it takes. */
function dateCellAt(
  lines: Line[],
  at: number,
  shape: Shape,
  setting: Setting,
  dates: DateForms,
): DateCell | null {
  const first = lines[at]
  if (first === undefined || !isAtEdge(first, shape)) return null
  let found: DateCell | null = null
  const own: Line[] = []
  for (let next = at; next < lines.length && own.length < MOST_LINES; next++) {
    const line = lines[next] as Line
    const above = own.at(-1)
    if (line.column !== first.column) break
    if (!isAtEdge(line, shape)) continue
    if (above !== undefined && line.y - above.y > setting.pitch * line.size * ROW_STEP) break
    own.push(line)
    const text = own.map(({ cells: [cell] }) => cell?.text ?? '').join(' ')
    if (dates.isDate(text)) found = { lines: [...own], text }
  }
  return found
}

function dateCells(lines: Line[], shape: Shape, setting: Setting, dates: DateForms): DateCell[] {
  const cells: DateCell[] = []
  for (let at = 0; at < lines.length; at++) {
    const cell = dateCellAt(lines, at, shape, setting, dates)
    const last = cell?.lines.at(-1)
    if (cell === null || last === undefined) continue
    cells.push(cell)
    at = lines.indexOf(last, at)
  }
  return cells
}

function isOfTable(
  lines: Line[],
  at: number,
  from: number,
  shape: Shape,
  setting: Setting,
): boolean {
  const line = lines[at] as Line
  const above = lines[at - 1]
  if (!isAtEdge(line, shape) && !isBeside(line, shape)) return false
  if (at === from || above === undefined || above.column !== line.column) return true
  if (line.y - above.y > setting.pitch * line.size * 2.5) return false
  if (!isAtEdge(line, shape)) return true
  const [, text] = line.cells
  // Words at the left with nothing beside them are no part of the table.
  if (text !== undefined) return text.x >= shape.start - NEAR * line.size
  return [lines[at - 1], lines[at + 1]].some(
    (near) =>
      near !== undefined &&
      near.column === line.column &&
      near.cells.some(({ x }) => x >= shape.start - NEAR * near.size) &&
      Math.abs(near.y - line.y) <= setting.pitch * line.size * ROW_STEP,
  )
}

type CellLines = { line: Line; cells: Line['cells'] }

/**
 * The lines of text beside each date: larger steps part them into cells, at the height of which the
 * date stands. Where several dates stand beside such a cell, its rows follow each other closely: a
 * line goes to the last date at its height or above it.
 */
function inRows(texts: CellLines[], dated: DateCell[], setting: Setting): CellLines[][] {
  const groups: CellLines[][] = []
  for (const text of texts) {
    const above = groups.at(-1)?.at(-1)?.line
    const step = text.line.y - (above?.y ?? 0)
    const near = step <= setting.pitch * text.line.size * ROW_STEP
    if (above !== undefined && above.column === text.line.column && near) groups.at(-1)?.push(text)
    else groups.push([text])
  }
  const rows: CellLines[][] = dated.map(() => [])
  let row = 0
  for (const group of groups) {
    const beside = dated.filter((date) => standsBeside(date, group))
    const [only] = beside
    // Without a date of its own, it goes on from the page before.
    if (beside.length === 1 && only !== undefined) row = dated.indexOf(only)
    if (beside.length < 2) {
      rows[row]?.push(...group)
      continue
    }
    for (const text of group) {
      while (row + 1 < dated.length && !isBefore(text.line, dated[row + 1]?.lines[0] as Line)) row++
      rows[row]?.push(text)
    }
  }
  return rows
}

function standsBeside({ lines }: DateCell, group: CellLines[]): boolean {
  const first = group[0]?.line as Line
  const last = group.at(-1)?.line as Line
  return lines.some(
    ({ column, y }) =>
      column === first.column && y > first.y - 0.6 * first.size && y < last.y + 0.6 * last.size,
  )
}

const isBefore = (line: Line, date: Line): boolean =>
  line.column !== date.column ? line.column < date.column : line.y < date.y - 0.35 * date.size

const FEWEST_ROWS = 3

/** Lines of cells that begin below each other, each line a row. */
function plainTable(lines: Line[], from: number, { pitch }: Setting): Table | null {
  const first = lines[from] as Line
  if (first.cells.length < 2) return null
  let to = from + 1
  for (; to < lines.length; to++) {
    const line = lines[to] as Line
    const above = lines[to - 1] as Line
    const aligned =
      line.cells.length === first.cells.length &&
      line.cells.every(({ x }, at) => Math.abs(x - (first.cells[at]?.x ?? 0)) <= NEAR * line.size)
    if (!aligned || line.column !== first.column || line.y - above.y > pitch * line.size * 2.5)
      break
  }
  if (to - from < FEWEST_ROWS) return null
  const rows = lines.slice(from, to).map((line): TableRow => {
    const cells = line.cells.map(({ text }) => text)
    return { kind: 'table row', text: cells.join(' · '), line: line.page, cells }
  })
  return { rows, next: to }
}
