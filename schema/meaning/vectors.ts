/** How the engine holds what entries mean. */

/** The engine's embedder: one vector an entry, the same dimensions for every model. */
export const EMBEDDER = 'meaning'
export const DIMENSIONS = 128

/** As the engine takes it with an entry; null says that the entry has none. */
export type Vectors = { [EMBEDDER]: number[] | null }

/** Four decimals tell directions apart and are half as long to send. */
export function vectorsOf(vector: Float32Array | null): Vectors {
  return { [EMBEDDER]: vector === null ? null : padded(vector) }
}

/** A model of few entries has fewer dimensions than the engine was told of: the rest is nothing. */
export function padded(vector: Float32Array): number[] {
  const numbers = Array.from(vector, (value) => Math.round(value * 10_000) / 10_000)
  while (numbers.length < DIMENSIONS) numbers.push(0)
  return numbers
}
