/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations (Golub and Van
 * Loan, "Matrix Computations", 8.5): slow for large matrices, exact and without surprises for ours.
 */
export type Eigen = {
  /** Falling. */
  values: number[]
  /** `size` × `size` by rows; column j belongs to value j. */
  vectors: Float64Array
}

const SWEEPS = 30
const PRECISION = 1e-18

/** @param matrix symmetric, `size` × `size`, by rows; it is overwritten */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  let norm = 0
  for (const value of a) norm += value * value
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (offDiagonal(a, size) <= PRECISION * norm) break
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
    }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => (a[j * size + j] as number) - (a[i * size + i] as number),
  )
  const vectors = new Float64Array(size * size)
  for (const [j, from] of order.entries()) {
    for (let i = 0; i < size; i++) vectors[i * size + j] = v[from * size + i] as number
  }
  return { values: order.map((i) => a[i * size + i] as number), vectors }
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) sum += 2 * (a[i * size + j] as number) ** 2
  }
  return sum
}

/** Makes element (p, q) zero; the eigenvectors are kept as rows of `v`, which is faster to walk. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number
  if (apq === 0) return
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  turnRows(a, size, p, q, c, s)
  turnColumns(a, size, p, q, c, s)
  turnRows(v, size, p, q, c, s)
}

function turnRows(m: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0, i = p * size, j = q * size; k < size; k++, i++, j++) {
    const x = m[i] as number
    const y = m[j] as number
    m[i] = c * x - s * y
    m[j] = s * x + c * y
  }
}

function turnColumns(
  m: Float64Array,
  size: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let k = 0, i = p, j = q; k < size; k++, i += size, j += size) {
    const x = m[i] as number
    const y = m[j] as number
    m[i] = c * x - s * y
    m[j] = s * x + c * y
  }
}
