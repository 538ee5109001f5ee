import { collapse, normaliseText } from '../read/normalise.ts'

/** A table as read, whatever its format: named columns, and rows of cells in their order. */
export type Table = {
  columns: string[]
  /** Cells are text, or what JSON has: numbers, arrays, objects, null. */
  rows: TableRecord[]
  /** Rows that could not be read. */
  broken: Broken[]
  /** False when the first row may be data: the columns have no names then. */
  named: boolean
}

/** A row; its line is counted from 1 (in an array inside a JSON object: the object's number). */
export type TableRecord = { line: number; cells: unknown[] }

/** A part of a document that could not be read. */
export type Broken = { line: number; reason: string }

/** The text of a cell, in one line; lists are joined, objects are their name or nothing. */
export function cellText(cell: unknown): string {
  if (Array.isArray(cell)) {
    return cell
      .map(cellText)
      .filter((text) => text !== '')
      .join('; ')
  }
  if (typeof cell === 'object' && cell !== null) {
    return 'name' in cell && typeof cell.name === 'string' ? cellText(cell.name) : ''
  }
  return cell === null || cell === undefined ? '' : collapse(normaliseText(String(cell)))
}
