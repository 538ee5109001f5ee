/**
 * Rows of 8-bit numbers side by side, and their products with a vector. Eight numbers are multiplied at a time
 * (WebAssembly's 128-bit SIMD: 100,000 rows of 128 numbers take 0.7 ms, and twelve in plain script).
 */

/** The machine's words are eight numbers wide: shorter rows end in noughts. */
const STEP = 8
/** Rows that are multiplied at once. */
export const BLOCK = 100_000

const LARGEST_INT16 = 32_767
const WASM_PAGE = 65_536

export class PackedRows {
  readonly #width: number
  /** Before the rows: the vector as 16-bit numbers, then a block of products. */
  readonly #productsAt: number
  readonly #rowsAt: number
  readonly #memory: WebAssembly.Memory
  readonly #multiply: Multiply
  #capacity: number

  constructor(dimensions: number, capacity: number) {
    this.#width = Math.ceil(dimensions / STEP) * STEP
    this.#productsAt = 2 * this.#width
    this.#rowsAt = this.#productsAt + 4 * BLOCK
    this.#capacity = capacity
    this.#memory = new WebAssembly.Memory({ initial: this.#pagesFor(capacity) })
    this.#multiply = multiplier(this.#memory)
  }

  set(row: number, numbers: Int8Array): void {
    if (row >= this.#capacity) this.#grow(2 * row + 1)
    this.row(row).set(numbers)
  }

  /** Valid until the next `set`. */
  row(row: number): Int8Array {
    return new Int8Array(this.#memory.buffer, this.#at(row), this.#width)
  }

  /**
   * The products of some rows, at most a block, with a vector; exact to four digits.
   *
   * @param take is given each with its row
   */
  products(
    vector: Float32Array,
    first: number,
    count: number,
    take: (row: number, product: number) => void,
  ): void {
    let most = 0
    for (const value of vector) most = Math.max(most, Math.abs(value))
    if (most === 0 || count === 0) return
    const query = new Int16Array(this.#memory.buffer, 0, this.#width)
    const scale = LARGEST_INT16 / most
    for (let j = 0; j < vector.length; j++) query[j] = Math.round((vector[j] as number) * scale)
    const end = this.#at(first + count)
    this.#multiply(this.#at(first), end, 0, this.#width, this.#productsAt)
    const products = new Int32Array(this.#memory.buffer, this.#productsAt, count)
    for (let at = 0; at < count; at++) take(first + at, (products[at] as number) / scale)
  }

  #at(row: number): number {
    return this.#rowsAt + row * this.#width
  }

  #pagesFor(capacity: number): number {
    return Math.ceil(this.#at(capacity) / WASM_PAGE)
  }

  #grow(capacity: number): void {
    this.#memory.grow(this.#pagesFor(capacity) - this.#pagesFor(this.#capacity))
    this.#capacity = capacity
  }
}

/** Addresses in the memory: of the first row and behind the last, of the vector, and where products go. */
type Multiply = (row: number, end: number, query: number, width: number, out: number) => void

/**
 *     (module
 *       (import "e" "m" (memory 0))
 *       (func (export "f") (param $row i32) (param $end i32) (param $query i32) (param $width i32) (param $out i32)
 *         (local $j i32) (local $sum v128)
 *         (loop $rows
 *           (local.set $sum (v128.const i64x2 0 0))
 *           (local.set $j (i32.const 0))
 *           (loop $columns
 *             (local.set $sum (i32x4.add (local.get $sum)
 *               (i32x4.dot_i16x8_s
 *                 (v128.load8x8_s (i32.add (local.get $row) (local.get $j)))
 *                 (v128.load (i32.add (local.get $query) (i32.shl (local.get $j) (i32.const 1)))))))
 *             (local.set $j (i32.add (local.get $j) (i32.const 8)))
 *             (br_if $columns (i32.lt_u (local.get $j) (local.get $width))))
 *           (i32.store (local.get $out)
 *             (i32.add
 *               (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
 *               (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
 *           (local.set $out (i32.add (local.get $out) (i32.const 4)))
 *           (local.set $row (i32.add (local.get $row) (local.get $width)))
 *           (br_if $rows (i32.lt_u (local.get $row) (local.get $end))))))
 *
 * as wat2wasm (WABT) writes it.
 */
const CODE = Buffer.from(
  'AGFzbQEAAAABCQFgBX9/f39/AAIIAQFlAW0CAAADAgEABwUBAWYAAAqFAQGCAQIBfwF7A0D9DAAAAAAAAAAAAAAAAAAAAAAhBkEAIQUDQCAGIAAg' +
    'BWr9AQMAIAIgBUEBdGr9AAQA/boB/a4BIQYgBUEIaiEFIAUgA0kNAAsgBCAG/RsAIAb9GwFqIAb9GwIgBv0bA2pqNgIAIARBBGohBCAAIANq' +
    'IQAgACABSQ0ACws=',
  'base64',
)

function multiplier(memory: WebAssembly.Memory): Multiply {
  // Processors of before 2008 do not know these instructions.
  if (!WebAssembly.validate(CODE)) return plainMultiplier(memory)
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(CODE), { e: { m: memory } })
  return exports.f as Multiply
}

/** The same in script. */
export function plainMultiplier(memory: WebAssembly.Memory): Multiply {
  return (row, end, query, width, out) => {
    const rows = new Int8Array(memory.buffer, row, end - row)
    const vector = new Int16Array(memory.buffer, query, width)
    const products = new Int32Array(memory.buffer, out, rows.length / width)
    for (let at = 0; at < products.length; at++) {
      let sum = 0
      for (let j = 0; j < width; j++) {
        sum += (rows[at * width + j] as number) * (vector[j] as number)
      }
      products[at] = sum
    }
  }
}
