import type { Broken, TableBatch, TableRecord } from './table.ts'

/** Objects within objects are read so deep. */
const DEEPEST = 3

/**
 * The columns of a table of objects: every name that occurs in one, in the order of occurrence. What an object
 * within has is of columns too, `start_date.year`.
 */
export class JsonColumns {
  readonly names: string[] = []
  readonly #positions = new Map<string, number>()

  batch(): JsonBatch {
    return new JsonBatch((value) => this.#cellsOf(value))
  }

  #cellsOf(value: object): unknown[] {
    const cells: unknown[] = []
    this.#fill(cells, value, '', 0)
    return cells
  }

  #fill(cells: unknown[], value: object, before: string, depth: number): void {
    for (const [key, cell] of Object.entries(value)) {
      const name = before + key
      if (depth < DEEPEST && hasColumns(cell)) this.#fill(cells, cell, `${name}.`, depth + 1)
      else cells[this.#positionOf(name)] = cell
    }
  }

  #positionOf(name: string): number {
    const known = this.#positions.get(name)
    if (known !== undefined) return known
    this.#positions.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/** An object with a name is what it is called, as an actor; else its parts are of interest. */
const hasColumns = (cell: unknown): cell is object =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && !('name' in cell)

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
