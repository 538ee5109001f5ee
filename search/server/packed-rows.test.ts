import { expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { PackedRows, plainMultiplier } from './packed-rows.ts'

const random = seeded()
console.log(`packed rows: SEED=${random.seed}`)

const numbers = (length: number): Int8Array =>
  Int8Array.from({ length }, () => random.between(-127, 127))

it('multiplies as one would by hand, for rows of any length, wherever they begin', () => {
  for (const width of [1, 2, 7, 8, 9, 64, 127, 128]) {
    const rows = Array.from({ length: 50 }, () => numbers(width))
    // Grows while it is filled.
    const packed = new PackedRows(width, 3)
    for (const [at, row] of rows.entries()) packed.set(at, row)
    const vector = Float32Array.from({ length: width }, () => random.next() - 0.5)
    const [first, count] = [random.between(0, 20), random.between(1, 30)]
    const told: number[] = []
    packed.products(vector, first, count, (row, product) => {
      expect(row).toBe(first + told.length)
      told.push(product)
    })
    const expected = rows
      .slice(first, first + count)
      .map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] as number), 0))
    expect(told).toHaveLength(count)
    for (const [at, product] of told.entries()) {
      expect(Math.abs(product - (expected[at] as number))).toBeLessThan(0.002 * width)
    }
  }
})

it('multiplies the same in script, where the processor cannot', () => {
  const width = 24
  const memory = new WebAssembly.Memory({ initial: 1 })
  const rows = Array.from({ length: 9 }, () => numbers(width))
  const vector = Int16Array.from({ length: width }, () => random.between(-32_767, 32_767))
  new Int16Array(memory.buffer, 0, width).set(vector)
  for (const [at, row] of rows.entries()) new Int8Array(memory.buffer, 512 + at * width).set(row)
  plainMultiplier(memory)(512, 512 + 9 * width, 0, width, 64)
  expect([...new Int32Array(memory.buffer, 64, 9)]).toEqual(
    rows.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] as number), 0)),
  )
})
