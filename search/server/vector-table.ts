import { DIMENSIONS, unpacked } from '#schema/meaning/vectors'
import { BLOCK, PackedRows } from './packed-rows.ts'

/** An entry and the cosine of the angle between its vector and another. */
export type Neighbour = { id: string; cosine: number }

type Stored = { id: string; meaning?: string | null }

/**
 * The vectors of all entries side by side. Every one of them is compared: exact, and faster than an index
 * of them is worth below some tens of millions. `dimensions` bytes an entry, and its id.
 */
export class VectorTable {
  readonly #dimensions: number
  readonly #ids: string[] = []
  readonly #rows: PackedRows
  /** One by the length of each row. */
  readonly #factors: number[] = []

  constructor(dimensions: number = DIMENSIONS, expected = 0) {
    this.#dimensions = dimensions
    this.#rows = new PackedRows(dimensions, expected)
  }

  get size(): number {
    return this.#ids.length
  }

  /** Adds entries that it does not hold; those without a vector of its dimensions are left out. */
  add(entries: readonly Stored[]): void {
    for (const { id, meaning } of entries) {
      if (!meaning) continue
      const vector = unpacked(meaning)
      if (vector.length !== this.#dimensions) continue
      let squares = 0
      for (const value of vector) squares += value * value
      this.#push(id, vector, squares === 0 ? 0 : 1 / Math.sqrt(squares))
    }
  }

  /** The same table with other entries in the places of those that have changed; this one stays as it is. */
  with(changed: readonly Stored[]): VectorTable {
    const ids = new Set(changed.map(({ id }) => id))
    const next = new VectorTable(this.#dimensions, this.size + changed.length)
    for (const [row, id] of this.#ids.entries()) {
      if (!ids.has(id)) next.#push(id, this.#rows.row(row), this.#factors[row] as number)
    }
    next.add(changed)
    return next
  }

  /**
   * The entries closest to a vector, the closest first, equal ones by their ids.
   *
   * @param vector of length 1
   */
  async nearest(vector: Float32Array, most: number): Promise<Neighbour[]> {
    let best: Neighbour[] = []
    let least = Number.NEGATIVE_INFINITY
    const cut = () => {
      best = best.sort(closerFirst).slice(0, most)
      if (best.length === most) least = (best.at(-1) as Neighbour).cosine
    }
    for (let first = 0; first < this.size; first += BLOCK) {
      // Other requests have their turn.
      if (first > 0) await new Promise(setImmediate)
      this.#rows.products(vector, first, Math.min(BLOCK, this.size - first), (row, product) => {
        const cosine = product * (this.#factors[row] as number)
        if (cosine < least) return
        best.push({ id: this.#ids[row] as string, cosine })
        if (best.length >= 4 * most) cut()
      })
    }
    cut()
    return best
  }

  #push(id: string, vector: Int8Array, factor: number): void {
    this.#rows.set(this.#ids.length, vector)
    this.#ids.push(id)
    this.#factors.push(factor)
  }
}

const closerFirst = (one: Neighbour, other: Neighbour): number =>
  other.cosine - one.cosine || (one.id < other.id ? -1 : 1)
