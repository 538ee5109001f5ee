import type { PdfPage, Piece } from './pdf-source.ts'

/** Pieces on one base line of a page, from left to right. */
export type Row = { y: number; size: number; pieces: Piece[] }

/** Below this share of the usual size, a piece is a sign at another one: a note's number, a "th". */
const SMALL = 0.8
/** An initial is set over several lines. */
const INITIAL = 1.8

/** The rows of a page from top to bottom; what is written across the page is none. */
export function rowsOf({ pieces }: PdfPage): Row[] {
  const level = pieces.filter(({ turn, text }) => turn === 0 && text.trim() !== '')
  const usual = medianOf(level.map(({ size }) => size))
  const isPlain = (piece: Piece): boolean => piece.size >= usual * SMALL && !isInitial(piece, usual)
  const rows: Row[] = []
  for (const piece of level.filter(isPlain).sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row !== undefined && piece.y - row.y <= 0.35 * Math.min(piece.size, row.size)) {
      row.pieces.push(piece)
      if (piece.size > row.size) Object.assign(row, { size: piece.size, y: piece.y })
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  const own = rows.length
  for (const piece of level.filter((piece) => !isPlain(piece))) {
    const row = hostOf(piece, rows, own, usual)
    if (row === null) rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    else if (!isMark(piece, row)) row.pieces.push(piece)
  }
  for (const { pieces } of rows) pieces.sort((a, b) => a.x - b.x)
  return merged(rows.sort((a, b) => a.y - b.y))
}

export function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const isInitial = ({ text, size }: Piece, usual: number): boolean =>
  size > usual * INITIAL && /^["“‘]?\p{L}["”’]?$/u.test(text.trim())

/** The row to which a small or a very large piece belongs, among the first `count`. */
function hostOf(piece: Piece, rows: Row[], count: number, usual: number): Row | null {
  const initial = isInitial(piece, usual)
  const top = piece.y - piece.size * (initial ? 0.85 : 0)
  for (let at = firstBelow(rows, count, top - usual); at < count; at++) {
    const row = rows[at] as Row
    if (row.y - row.size > piece.y) return null
    if (initial && row.pieces.some(({ x }) => x >= piece.x + piece.width - 1)) return row
    const near = row.pieces.some(
      ({ x, width }) =>
        Math.abs(x + width - piece.x) < row.size * 0.4 ||
        Math.abs(piece.x + piece.width - x) < row.size * 0.4,
    )
    if (!initial && near && piece.y <= row.y + row.size * 0.3 && piece.y > row.y - row.size)
      return row
  }
  return null
}

function firstBelow(rows: Row[], count: number, y: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.y ?? 0) < y) low = middle + 1
    else high = middle
  }
  return low
}

/** The number of a note, raised behind a word: not a part of the year before it. */
const isMark = ({ text, y, size }: Piece, row: Row): boolean =>
  /^[\d*†‡§,\s]{1,7}$/.test(text) && size < row.size * SMALL && y < row.y - row.size * 0.15

/** Small rows that stand on one line. */
function merged(rows: Row[]): Row[] {
  const result: Row[] = []
  for (const row of rows) {
    const above = result.at(-1)
    if (above !== undefined && row.y - above.y <= 0.3 * Math.min(row.size, above.size)) {
      above.pieces = [...above.pieces, ...row.pieces].sort((a, b) => a.x - b.x)
    } else result.push(row)
  }
  return result
}

/** Pieces that follow each other without a wide gap. */
export type Segment = { text: string; x: number; right: number; bold: boolean; size: number }

/** A gap of so many ems sets apart what stands beside each other. */
const WIDE = 1.5
/** A smaller one does where other rows have something beginning at the same place. */
const NARROW = 0.3
/** Above it, two pieces are two words. */
const SPACE = 0.15
const FEWEST_ROWS = 3

/** Where the cells of a table begin: places at which pieces of several rows begin, after a gap. */
export function stopsOf(rows: Row[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { pieces, size } of rows) {
    let right = Number.NEGATIVE_INFINITY
    for (const { x, width } of pieces) {
      const stop = Math.round(x)
      if (x - right > NARROW * size) counts.set(stop, (counts.get(stop) ?? 0) + 1)
      right = x + width
    }
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST_ROWS).map(([stop]) => stop))
}

/** The pieces of a row that belong together, given where cells may begin. */
export function segmentsOf({ pieces, size }: Row, stops: ReadonlySet<number>): Segment[] {
  const segments: Segment[] = []
  for (const { text, x, width, bold, size: own } of pieces) {
    const last = segments.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.right
    if (last === undefined || gap > (stops.has(Math.round(x)) ? NARROW : WIDE) * size) {
      segments.push({ text, x, right: x + width, bold, size: own })
      continue
    }
    last.text += (gap > SPACE * size ? ' ' : '') + text
    last.right = Math.max(last.right, x + width)
    last.bold &&= bold
    last.size = Math.max(last.size, own)
  }
  return segments
}
