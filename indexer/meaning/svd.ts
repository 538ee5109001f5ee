import { seeded } from '#schema/seeded'
import { symmetricEigen } from './eigen.ts'
import {
  type Dense,
  dense,
  gram,
  type Sparse,
  times,
  timesSmall,
  transposedTimes,
} from './matrix.ts'

/**
 * The largest singular values of a sparse matrix and their right vectors, by a randomised range finder
 * with power iterations (Halko, Martinsson and Tropp, "Finding Structure with Randomness", 2011,
 * algorithms 4.4 and 5.1). The same matrix gives the same result: the random numbers are seeded.
 */
export type TruncatedSvd = {
  /** Falling; fewer than asked for when the matrix has a lower rank. */
  singular: number[]
  /** Columns of the matrix × number of singular values. */
  right: Dense
}

const SEED = 20_000_229
/** Directions beyond those asked for, which make the last of them exact. */
const OVERSAMPLING = 12
const POWER_ITERATIONS = 2
/** Below this part of the largest eigenvalue there is nothing but rounding. */
const RANK_TOLERANCE = 1e-9

export function truncatedSvd(a: Sparse, rank: number): TruncatedSvd {
  const width = Math.max(1, Math.min(rank + OVERSAMPLING, a.rows, a.columnCount))
  let range = orthonormal(times(a, randomSigns(a.columnCount, width)))
  for (let i = 0; i < POWER_ITERATIONS; i++) {
    range = orthonormal(times(a, transposedTimes(a, range)))
  }
  // Rounding of the first time is gone after the second.
  range = orthonormal(range)
  // Rows of B = Qᵀ·A as columns: B·Bᵀ has the squares of the singular values.
  const b = transposedTimes(a, range)
  const { values, vectors } = symmetricEigen(gram(b), b.columns)
  const kept = Math.min(rank, significant(values))
  const scaled = new Float64Array(b.columns * kept)
  for (let i = 0; i < b.columns; i++) {
    for (let j = 0; j < kept; j++) {
      scaled[i * kept + j] = (vectors[i * b.columns + j] as number) / Math.sqrt(values[j] as number)
    }
  }
  return {
    singular: values.slice(0, kept).map(Math.sqrt),
    right: timesSmall(b, scaled, kept),
  }
}

const significant = (values: number[]): number =>
  values.filter((value) => value > 0 && value > RANK_TOLERANCE * (values[0] ?? 0)).length

/**
 * An orthonormal basis of the columns, by a Cholesky decomposition of XᵀX; columns that depend on those
 * before them are left out.
 */
function orthonormal(x: Dense): Dense {
  const width = x.columns
  const product = gram(x)
  let largest = 0
  for (let i = 0; i < width; i++) largest = Math.max(largest, product[i * width + i] as number)
  const basis: Float64Array[] = []
  // Column i of the basis is X times `combination`; the earlier ones are orthonormal already.
  for (let i = 0; i < width; i++) {
    const combination = new Float64Array(width)
    combination[i] = 1
    for (const earlier of basis) {
      let overlap = 0
      for (let k = 0; k <= i; k++)
        overlap += (earlier[k] as number) * (product[k * width + i] as number)
      for (let k = 0; k <= i; k++) {
        combination[k] = (combination[k] as number) - overlap * (earlier[k] as number)
      }
    }
    const squares = quadratic(product, combination, i, width)
    if (squares <= RANK_TOLERANCE * largest) continue
    const norm = Math.sqrt(squares)
    basis.push(combination.map((value) => value / norm))
  }
  const combined = new Float64Array(width * basis.length)
  for (const [j, combination] of basis.entries()) {
    for (let i = 0; i < width; i++) combined[i * basis.length + j] = combination[i] as number
  }
  return timesSmall(x, combined, basis.length)
}

/** cᵀ·M·c, where only the first `last` + 1 elements of c are not zero. */
function quadratic(m: Float64Array, c: Float64Array, last: number, width: number): number {
  let sum = 0
  for (let i = 0; i <= last; i++) {
    let inner = 0
    for (let j = 0; j <= last; j++) inner += (m[i * width + j] as number) * (c[j] as number)
    sum += (c[i] as number) * inner
  }
  return sum
}

function randomSigns(rows: number, columns: number): Dense {
  const random = seeded(SEED)
  const matrix = dense(rows, columns)
  for (let i = 0; i < matrix.values.length; i++) matrix.values[i] = random.next() < 0.5 ? -1 : 1
  return matrix
}
