import { collapse, normaliseText } from '../read/normalise.ts'

/** A table as it is read, whatever its format: rows of cells, some hundred or thousand at once. */
export type TableBatch = {
  rows: TableRecord[]
  /** Rows that could not be read, in order. */
  broken: Broken[]
}

export type Table = {
  /** The names of the columns that have been seen so far. */
  columns: string[]
  /** False when the first row may be data: the columns have no names then. */
  named: boolean
  /** Reads it from its beginning. */
  batches: () => AsyncIterable<TableBatch>
}

/**
 * A row; its line is counted from 1 (in an array inside a JSON object: the object's number). Cells are
 * text, or what JSON has: numbers, arrays, objects, null; undefined where the row has no such column.
 */
export type TableRecord = { line: number; cells: unknown[] }

/** A part of a document that could not be read. */
export type Broken = { line: number; reason: string }

/** The text of a cell, in one line; lists are joined, objects are their name or nothing. */
export function cellText(cell: unknown): string {
  if (Array.isArray(cell)) {
    return leavesOf(cell)
      .map(cellText)
      .filter((text) => text !== '')
      .join('; ')
  }
  if (typeof cell === 'object' && cell !== null) {
    return 'name' in cell && typeof cell.name === 'string' ? cellText(cell.name) : ''
  }
  return cell === null || cell === undefined ? '' : collapse(normaliseText(String(cell)))
}

/** What stands in lists within lists, however deep, without calling itself. */
export function leavesOf(list: unknown[]): unknown[] {
  const leaves: unknown[] = []
  const open = [list.values()]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { done, value } = top.next()
    if (done) open.pop()
    else if (Array.isArray(value)) open.push(value.values())
    else leaves.push(value)
  }
  return leaves
}
