import type { TableRecord } from './table.ts'

/** Rows that stand on one line each. */
type PlainRows = {
  rows: TableRecord[]
  /** Where the first row begins that is not plain, and its line; behind the text when there is none. */
  end: number
  next: number
}

/**
 * The rows with which a delimited text of whole lines begins, up to the first one that goes on in the
 * next line or has a quote out of place: most tables have none, and a library that reads all of them
 * is several times as slow.
 */
export function plainRows(text: string, first: number, delimiter: string): PlainRows {
  const rows: TableRecord[] = []
  let line = first
  let at = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
    if (end > at) {
      const cells = plainCells(text.slice(at, end), delimiter)
      if (cells === null) break
      rows.push({ line, cells })
    }
    line++
    at = end + 1
  }
  return { rows, end: at, next: line }
}

/** The cells of a row that is one line; null where its quotes do not enclose whole cells. */
function plainCells(row: string, delimiter: string): string[] | null {
  if (!row.includes('"')) return row.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ; at++) {
    const isQuoted = row[at] === '"'
    const end = isQuoted ? endOfQuoted(row, at + 1) : endOfCell(row, at, delimiter)
    const cell = isQuoted ? row.slice(at + 1, end - 1) : row.slice(at, end)
    if (!isQuoted && cell.includes('"')) return null
    cells.push(isQuoted ? cell.replaceAll('""', '"') : cell)
    if (end === row.length) return cells
    if (row[end] !== delimiter) return null
    at = end
  }
}

function endOfCell(row: string, from: number, delimiter: string): number {
  const end = row.indexOf(delimiter, from)
  return end === -1 ? row.length : end
}

/** Behind the quote that closes a cell; -1 where none does. */
function endOfQuoted(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at !== -1; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at + 1
  }
  return -1
}
