import { expect, it } from 'vitest'
import { packed } from '#schema/meaning/vectors'
import { seeded } from '#schema/seeded'
import { VectorTable } from './vector-table.ts'

const DIMENSIONS = 7
const random = seeded(5)

function direction(): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random.next() - 0.5)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

const cosine = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, j) => sum + value * (other[j] as number), 0)

type Made = { id: string; vector: Float32Array }

function some(count: number, prefix = 'e'): Made[] {
  return Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}`, vector: direction() }))
}

const vectorOf = (entries: Made[], id: string): Float32Array =>
  (entries.find((one) => one.id === id) as Made).vector

const stored = (entries: Made[]) =>
  entries.map(({ id, vector }) => ({ id, meaning: packed(vector) }))

it('finds the nearest of all, the closest first', async () => {
  const entries = some(60_000)
  const table = new VectorTable(DIMENSIONS, 1)
  table.add(stored(entries))
  const query = direction()
  const found = await table.nearest(query, 100)
  const expected = entries.map(({ vector }) => cosine(vector, query)).sort((a, b) => b - a)
  expect(found).toHaveLength(100)
  // Eight bits tell directions apart to about a hundredth.
  for (const [rank, { id, cosine: told }] of found.entries()) {
    const exact = cosine(vectorOf(entries, id), query)
    expect(told).toBeCloseTo(exact, 1)
    expect(told).toBeCloseTo(expected[rank] as number, 1)
  }
  expect(found.map((one) => one.cosine)).toEqual(
    found.map((one) => one.cosine).toSorted((a, b) => b - a),
  )
})

it('orders what is equally near by id, in whatever order it came', async () => {
  const vector = direction()
  const same = Array.from({ length: 900 }, (_, i) => ({ id: `s${i}`, vector }))
  const found = async (entries: Made[]) => {
    const table = new VectorTable(DIMENSIONS)
    table.add(stored(entries))
    return (await table.nearest(vector, 10)).map(({ id }) => id)
  }
  const expected = same
    .map(({ id }) => id)
    .toSorted()
    .slice(0, 10)
  expect(await found(same)).toEqual(expected)
  expect(await found(same.toReversed())).toEqual(expected)
})

it('takes changed entries, and forgets those that have no vector any more', async () => {
  const entries = some(40)
  const table = new VectorTable(DIMENSIONS)
  table.add(stored(entries))
  const [, kept, moved, gone] = entries as [Made, Made, Made, Made]
  const vector = direction()
  const next = table.with([
    { id: moved.id, meaning: packed(vector) },
    { id: gone.id, meaning: null },
    ...stored(some(2, 'new')),
  ])
  expect(next.size).toBe(41)
  const nearest = async (from: VectorTable, query: Float32Array) =>
    (await from.nearest(query, 1))[0]?.id
  expect(await nearest(next, vector)).toBe(moved.id)
  expect(await nearest(next, gone.vector)).not.toBe(gone.id)
  expect(await nearest(next, kept.vector)).toBe(kept.id)
  // Who searches the former one meanwhile finds what was.
  expect(table.size).toBe(40)
  expect(await nearest(table, gone.vector)).toBe(gone.id)
})

it('leaves out vectors of another model', async () => {
  const table = new VectorTable(DIMENSIONS + 1)
  table.add(stored(some(3)))
  expect(table.size).toBe(0)
  expect(await table.nearest(new Float32Array(DIMENSIONS + 1), 5)).toEqual([])
})
