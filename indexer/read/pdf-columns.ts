import { medianOf, type Row } from './pdf-rows.ts'
import type { Piece } from './pdf-source.ts'

/** Rows that are read one after another, between the same edges. */
export type Column = { rows: Row[]; left: number; right: number }

/** Columns in columns; newspapers have three to eight beside each other. */
const DEEPEST = 4
/** Letters of a usual line below which something is a cell, not a column of text. */
const FEWEST_LETTERS = 18
const FEWEST_ROWS = 4
/** Ems between two columns. */
const GUTTER = 0.7

/** The rows of a page in the order in which they are read: down one column, then the next. */
export function columnsOf(rows: Row[], depth = 0): Column[] {
  if (rows.length === 0) return []
  const gutter = depth < DEEPEST ? gutterOf(rows) : null
  if (gutter === null) return [columnOf(rows)]
  const columns: Column[] = []
  let whole: Row[] = []
  let band: Row[] = []
  const endBand = (): void => {
    const [left, right] = sidesOf(band, gutter)
    if (isColumn(left) && isColumn(right)) {
      if (whole.length > 0) columns.push(columnOf(whole))
      whole = []
      columns.push(...columnsOf(left, depth + 1), ...columnsOf(right, depth + 1))
    } else whole.push(...band)
    band = []
  }
  for (const row of rows) {
    if (
      !row.pieces.some((piece) => piece.x < gutter - 0.5 && piece.x + piece.width > gutter + 0.5)
    ) {
      band.push(row)
      continue
    }
    endBand()
    whole.push(row)
  }
  endBand()
  if (whole.length > 0) columns.push(columnOf(whole))
  return columns
}

function columnOf(rows: Row[]): Column {
  const pieces = rows.flatMap(({ pieces }) => pieces)
  return {
    rows,
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
  }
}

/** The place between columns: the widest strip in the middle that the fewest letters cross. */
function gutterOf(rows: Row[]): number | null {
  const pieces = rows.flatMap(({ pieces }) => pieces)
  const left = Math.floor(Math.min(...pieces.map(({ x }) => x)))
  const width = Math.ceil(Math.max(...pieces.map(({ x, width }) => x + width))) - left
  if (!(width > 0 && width < 10_000)) return null
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0)
  const changes = new Float64Array(width + 2)
  for (const { x, width: own, text } of pieces) {
    const from = Math.max(0, Math.ceil(x - left))
    const to = Math.min(width, Math.floor(x + own - left))
    if (to <= from) continue
    changes[from] = (changes[from] ?? 0) + text.length
    changes[to] = (changes[to] ?? 0) - text.length
  }
  let crossing = 0
  let best: { from: number; to: number; crossing: number } | null = null
  let from = 0
  for (let at = 0; at <= width; at++) {
    const change = changes[at] ?? 0
    if (change === 0 && at < width) continue
    const inner = (from + at) / 2 > width * 0.2 && (from + at) / 2 < width * 0.8
    if (
      inner &&
      (best === null ||
        crossing < best.crossing ||
        (crossing === best.crossing && at - from > best.to - best.from))
    ) {
      best = { from, to: at, crossing }
    }
    crossing += change
    from = at
  }
  if (best === null || best.crossing > letters * 0.5) return null
  const size = medianOf(rows.map(({ size }) => size))
  if (best.to - best.from < GUTTER * size) return null
  return left + (best.from + best.to) / 2
}

function sidesOf(rows: Row[], gutter: number): [left: Row[], right: Row[]] {
  const side = (isOn: (x: number) => boolean): Row[] =>
    rows.flatMap(({ pieces }) => {
      const own = pieces.filter(({ x }) => isOn(x))
      // The other side may be set in another size, on another line.
      const largest = own.reduce(
        (best, next) => (next.size > best.size ? next : best),
        own[0] as Piece,
      )
      return own.length === 0 ? [] : [{ y: largest.y, size: largest.size, pieces: own }]
    })
  return [side((x) => x < gutter), side((x) => x >= gutter)]
}

/** Lines of text that follow each other closely: the cells of a table are short, or far apart. */
function isColumn(rows: Row[]): boolean {
  if (rows.length < FEWEST_ROWS) return false
  const letters = rows.map(({ pieces }) => pieces.reduce((sum, { text }) => sum + text.length, 0))
  if (medianOf(letters) < FEWEST_LETTERS) return false
  const steps = rows.slice(1).map(({ y }, at) => y - (rows[at]?.y ?? 0))
  const extent = (rows.at(-1)?.y ?? 0) - (rows[0]?.y ?? 0)
  return rows.length >= 0.6 * (extent / medianOf(steps) + 1)
}
