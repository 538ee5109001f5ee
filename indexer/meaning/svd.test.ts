import { describe, expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { symmetricEigen } from './eigen.ts'
import type { Sparse } from './matrix.ts'
import { truncatedSvd } from './svd.ts'

const random = seeded()

function randomSparse(rows: number, columnCount: number, density: number): Sparse {
  const starts = new Uint32Array(rows + 1)
  const columns: number[] = []
  const values: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!random.chance(density)) continue
      columns.push(column)
      // Words of a text are rare as well as frequent: no two directions are nearly as large, which is
      // where an approximation is vague.
      values.push(random.next() / (1 + column))
    }
    starts[row + 1] = columns.length
  }
  return {
    rows,
    columnCount,
    starts,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
  }
}

/** The singular values, from all of AᵀA. */
function exactSingular({ rows, columnCount, starts, columns, values }: Sparse): number[] {
  const product = new Float64Array(columnCount * columnCount)
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      for (let j = starts[row] ?? 0; j < (starts[row + 1] ?? 0); j++) {
        const at = (columns[i] ?? 0) * columnCount + (columns[j] ?? 0)
        product[at] = (product[at] ?? 0) + (values[i] ?? 0) * (values[j] ?? 0)
      }
    }
  }
  return symmetricEigen(product, columnCount).values.map((value) => Math.sqrt(Math.max(0, value)))
}

describe('truncatedSvd', () => {
  it(`finds the largest singular values (SEED=${random.seed})`, () => {
    for (let round = 0; round < 5; round++) {
      const matrix = randomSparse(random.between(30, 90), random.between(20, 60), 0.2)
      const { singular, right } = truncatedSvd(matrix, 8)
      const exact = exactSingular(matrix)
      expect(singular).toHaveLength(8)
      for (let j = 0; j < 8; j++) {
        const part = (singular[j] ?? 0) / (exact[j] ?? 1)
        // A part of the space has no larger singular values than the whole.
        expect(part).toBeLessThan(1.0001)
        expect(part).toBeGreaterThan(0.995)
      }
      for (let j = 0; j < 8; j++) {
        let squares = 0
        for (let i = 0; i < right.rows; i++) squares += (right.values[i * 8 + j] ?? 0) ** 2
        expect(squares).toBeCloseTo(1, 3)
      }
    }
  })

  it('finds no more directions than there are', () => {
    const row = { columns: [0, 2], values: [1, 2] }
    const matrix: Sparse = {
      rows: 3,
      columnCount: 4,
      starts: Uint32Array.of(0, 2, 4, 6),
      columns: Uint32Array.from([...row.columns, ...row.columns, ...row.columns]),
      values: Float32Array.from([...row.values, ...row.values, ...row.values]),
    }
    const { singular } = truncatedSvd(matrix, 3)
    expect(singular).toHaveLength(1)
    expect(singular[0]).toBeCloseTo(Math.sqrt(15), 4)
  })

  it('gives the same result for the same matrix', () => {
    const matrix = randomSparse(40, 30, 0.2)
    expect(truncatedSvd(matrix, 5)).toEqual(truncatedSvd(matrix, 5))
  })
})
