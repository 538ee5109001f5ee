import { bulletOf } from './list-marker.ts'
import { collapse, normaliseText } from './normalise.ts'
import type { Column } from './pdf-columns.ts'
import { type Segment, segmentsOf, stopsOf } from './pdf-rows.ts'

export type Edges = {
  left: number
  right: number
  /** Full lines end at the right edge: one that does not was ended on purpose. */
  justified: boolean
}

/** A line of text as a page shows it, in points. */
export type Line = {
  text: string
  x: number
  right: number
  y: number
  size: number
  /** All of it. */
  bold: boolean
  page: number
  /** Counts the columns of the document. */
  column: number
  /** Of the column. */
  edges: Edges
  /** What stands apart in it; one for running text. */
  cells: Segment[]
}

export function linesOf(column: Column, page: number, number: number): Line[] {
  const edges = edgesOf(column)
  const stops = stopsOf(column.rows)
  return column.rows.flatMap((row): Line[] => {
    const cells = withMarker(segmentsOf(row, stops)).flatMap((cell) => {
      const text = plain(cell.text)
      return text === '' ? [] : [{ ...cell, text }]
    })
    const [first] = cells
    const last = cells.at(-1)
    if (first === undefined || last === undefined) return []
    return [
      {
        text: cells.map(({ text }) => text).join(' '),
        x: first.x,
        right: last.right,
        y: row.y,
        size: row.size,
        bold: cells.every(({ bold }) => bold),
        page,
        column: number,
        edges,
        cells,
      },
    ]
  })
}

const FEWEST_FULL_LINES = 4
const FULL_SHARE = 0.4
/** Points. */
export const EXACT = 1.5

function edgesOf({ rows, left, right }: Column): Edges {
  const full = rows.filter(({ pieces }) =>
    pieces.some(({ x, width }) => x + width > right - EXACT),
  ).length
  const justified = full >= FEWEST_FULL_LINES && full >= rows.length * FULL_SHARE
  return { left, right, justified }
}

const plain = (text: string): string => collapse(normaliseText(text))

const NUMBERED = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$/i

/** A bullet or a number that stands apart before its text. */
function withMarker(cells: Segment[]): Segment[] {
  const [first, second, ...others] = cells
  if (first === undefined || second === undefined) return cells
  const sign = plain(first.text)
  if (!NUMBERED.test(sign) && bulletOf(`${sign} x`)?.rest !== 'x') return cells
  return [{ ...second, text: `${sign} ${second.text}`, x: first.x }, ...others]
}
