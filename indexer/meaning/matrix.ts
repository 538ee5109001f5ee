/** Matrices for the decomposition: large dense ones by rows in single precision, sparse ones by rows. */

export type Dense = { rows: number; columns: number; values: Float32Array }

/** Row i has the columns `columns[starts[i]] …` with the values beside them (CSR). */
export type Sparse = {
  rows: number
  columnCount: number
  starts: Uint32Array
  columns: Uint32Array
  values: Float32Array
}

export const dense = (rows: number, columns: number): Dense => ({
  rows,
  columns,
  values: new Float32Array(rows * columns),
})

/** A·X, rows(A) × columns(X). */
export function times(a: Sparse, x: Dense): Dense {
  const width = x.columns
  const product = dense(a.rows, width)
  const sums = new Float64Array(width)
  for (let row = 0; row < a.rows; row++) {
    sums.fill(0)
    for (let at = a.starts[row] ?? 0; at < (a.starts[row + 1] ?? 0); at++) {
      const value = a.values[at] ?? 0
      const from = (a.columns[at] ?? 0) * width
      for (let j = 0; j < width; j++)
        sums[j] = (sums[j] as number) + value * (x.values[from + j] as number)
    }
    product.values.set(sums, row * width)
  }
  return product
}

/** Aᵀ·X, columns(A) × columns(X). */
export function transposedTimes(a: Sparse, x: Dense): Dense {
  const width = x.columns
  const product = dense(a.columnCount, width)
  const { values } = product
  for (let row = 0; row < a.rows; row++) {
    const from = row * width
    for (let at = a.starts[row] ?? 0; at < (a.starts[row + 1] ?? 0); at++) {
      const value = a.values[at] ?? 0
      const to = (a.columns[at] ?? 0) * width
      for (let j = 0; j < width; j++) {
        values[to + j] = (values[to + j] as number) + value * (x.values[from + j] as number)
      }
    }
  }
  return product
}

/** XᵀX in double precision, by rows. Four rows of X at a time: memory is what this waits for. */
export function gram(x: Dense): Float64Array {
  const width = x.columns
  const product = new Float64Array(width * width)
  const full = x.rows - (x.rows % 4)
  const v = x.values
  for (let row = 0; row < full; row += 4) {
    const a = row * width
    const b = a + width
    const c = b + width
    const d = c + width
    for (let i = 0; i < width; i++) {
      const va = v[a + i] as number
      const vb = v[b + i] as number
      const vc = v[c + i] as number
      const vd = v[d + i] as number
      const to = i * width
      for (let j = i; j < width; j++) {
        product[to + j] =
          (product[to + j] as number) +
          va * (v[a + j] as number) +
          vb * (v[b + j] as number) +
          vc * (v[c + j] as number) +
          vd * (v[d + j] as number)
      }
    }
  }
  for (let row = full; row < x.rows; row++) {
    const a = row * width
    for (let i = 0; i < width; i++) {
      for (let j = i; j < width; j++) {
        product[i * width + j] =
          (product[i * width + j] as number) + (v[a + i] as number) * (v[a + j] as number)
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) product[i * width + j] = product[j * width + i] as number
  }
  return product
}

/** X·W, where W is `x.columns` × `columns`, by rows. Four rows of W at a time. */
export function timesSmall(x: Dense, w: Float64Array, columns: number): Dense {
  const product = dense(x.rows, columns)
  const small = Float32Array.from(w)
  const sums = new Float64Array(columns)
  const v = x.values
  const full = x.columns - (x.columns % 4)
  for (let row = 0; row < x.rows; row++) {
    const at = row * x.columns
    sums.fill(0)
    for (let i = 0; i < full; i += 4) {
      const va = v[at + i] as number
      const vb = v[at + i + 1] as number
      const vc = v[at + i + 2] as number
      const vd = v[at + i + 3] as number
      const a = i * columns
      const b = a + columns
      const c = b + columns
      const d = c + columns
      for (let j = 0; j < columns; j++) {
        sums[j] =
          (sums[j] as number) +
          va * (small[a + j] as number) +
          vb * (small[b + j] as number) +
          vc * (small[c + j] as number) +
          vd * (small[d + j] as number)
      }
    }
    for (let i = full; i < x.columns; i++) {
      const value = v[at + i] as number
      for (let j = 0; j < columns; j++) {
        sums[j] = (sums[j] as number) + value * (small[i * columns + j] as number)
      }
    }
    product.values.set(sums, row * columns)
  }
  return product
}
