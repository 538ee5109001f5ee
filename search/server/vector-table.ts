import { DIMENSIONS, unpacked } from '#schema/meaning/vectors'

/** An entry and the cosine of the angle between its vector and another. */
export type Neighbour = { id: string; cosine: number }

/** Rows that are compared before other requests have their turn: a few milliseconds. */
const AT_ONCE = 50_000

/**
 * The vectors of all entries side by side. Every one of them is compared: exact, and faster than an index
 * of them is worth below some millions. `dimensions` bytes an entry, and its id.
 */
export class VectorTable {
  readonly #dimensions: number
  readonly #ids: string[] = []
  #numbers: Int8Array
  /** One by the length of each row. */
  #factors: Float32Array

  constructor(dimensions: number = DIMENSIONS, expected = 1_000) {
    this.#dimensions = dimensions
    this.#numbers = new Int8Array(expected * dimensions)
    this.#factors = new Float32Array(expected)
  }

  get size(): number {
    return this.#ids.length
  }

  /** Adds entries that it does not hold; those without a vector of its dimensions are left out. */
  add(entries: readonly { id: string; meaning?: string | null }[]): void {
    for (const { id, meaning } of entries) {
      if (!meaning) continue
      const vector = unpacked(meaning)
      if (vector.length !== this.#dimensions) continue
      const row = this.#ids.length
      if (row === this.#factors.length) this.#grow()
      this.#ids.push(id)
      this.#numbers.set(vector, row * this.#dimensions)
      let squares = 0
      for (const value of vector) squares += value * value
      this.#factors[row] = squares === 0 ? 0 : 1 / Math.sqrt(squares)
    }
  }

  /** The same table with other entries in the places of those that have changed; this one stays as it is. */
  with(changed: readonly { id: string; meaning?: string | null }[]): VectorTable {
    const ids = new Set(changed.map(({ id }) => id))
    const next = new VectorTable(this.#dimensions, this.size + changed.length)
    for (const [row, id] of this.#ids.entries()) {
      if (ids.has(id)) continue
      const to = next.#ids.push(id) - 1
      const from = row * this.#dimensions
      next.#numbers.set(
        this.#numbers.subarray(from, from + this.#dimensions),
        to * this.#dimensions,
      )
      next.#factors[to] = this.#factors[row] as number
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
    for (let first = 0; first < this.size; first += AT_ONCE) {
      if (first > 0) await new Promise(setImmediate)
      const last = Math.min(first + AT_ONCE, this.size)
      for (let row = first; row < last; row++) {
        const cosine = this.#cosine(row, vector)
        if (cosine < least) continue
        best.push({ id: this.#ids[row] as string, cosine })
        if (best.length >= 4 * most) cut()
      }
    }
    cut()
    return best
  }

  /** Four sums at a time: nothing waits for the sum before. */
  #cosine(row: number, vector: Float32Array): number {
    const numbers = this.#numbers
    const dimensions = this.#dimensions
    const from = row * dimensions
    const whole = dimensions & ~3
    let [a, b, c, d] = [0, 0, 0, 0]
    let j = 0
    for (; j < whole; j += 4) {
      a += (numbers[from + j] as number) * (vector[j] as number)
      b += (numbers[from + j + 1] as number) * (vector[j + 1] as number)
      c += (numbers[from + j + 2] as number) * (vector[j + 2] as number)
      d += (numbers[from + j + 3] as number) * (vector[j + 3] as number)
    }
    for (; j < dimensions; j++) a += (numbers[from + j] as number) * (vector[j] as number)
    return (a + b + c + d) * (this.#factors[row] as number)
  }

  #grow(): void {
    const rows = 2 * this.#factors.length
    const numbers = new Int8Array(rows * this.#dimensions)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    const factors = new Float32Array(rows)
    factors.set(this.#factors)
    this.#factors = factors
  }
}

const closerFirst = (one: Neighbour, other: Neighbour): number =>
  other.cosine - one.cosine || (one.id < other.id ? -1 : 1)
