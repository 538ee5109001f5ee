import { isKnownColumn } from './columns.ts'
import type { Broken, TableBatch, TableRecord } from './table.ts'

/**
 * The columns of a table of objects: every name that occurs in one, in the order of occurrence. What an object
 * within has is of columns too where some of them have a usual name, `start_date.year`.
 */
export class JsonColumns {
  readonly names: string[] = []
  readonly #positions = new Map<string, number>()

  batch(): JsonBatch {
    return new JsonBatch((value) => this.#cellsOf(value))
  }

  #cellsOf(value: object): unknown[] {
    const cells: unknown[] = []
    for (const [name, cell] of Object.entries(value)) {
      if (!isObject(cell) || !hasColumns(name, cell)) cells[this.#positionOf(name)] = cell
      else for (const key in cell) cells[this.#positionOf(`${name}.${key}`)] = cell[key]
    }
    return cells
  }

  #positionOf(name: string): number {
    const known = this.#positions.get(name)
    if (known !== undefined) return known
    this.#positions.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

const isObject = (cell: unknown): cell is Record<string, unknown> =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell)

/** Of any other object the names may be as many as its rows. */
const hasColumns = (name: string, cell: Record<string, unknown>): boolean =>
  Object.keys(cell).some((key) => isKnownColumn(`${name}.${key}`))

/** Objects on their way to rows. */
class JsonBatch implements TableBatch {
  readonly rows: TableRecord[] = []
  readonly broken: Broken[] = []
  readonly #cellsOf: (value: object) => unknown[]

  constructor(cellsOf: (value: object) => unknown[]) {
    this.#cellsOf = cellsOf
  }

  /** An object as written. */
  add(text: string, line: number): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      this.broken.push({ line, reason: 'is not valid JSON: left out' })
      return
    }
    this.addValue(value, line)
  }

  addValue(value: unknown, line: number): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.broken.push({ line, reason: 'is not an object: left out' })
    } else this.rows.push({ line, cells: this.#cellsOf(value) })
  }
}
