/** How the engine holds what entries mean. */

/** The engine's embedder: one vector an entry, the same dimensions for every model. */
export const EMBEDDER = 'meaning'
export const DIMENSIONS = 128

/** As the engine takes it with an entry; null says that the entry has none. */
export type Vectors = { [EMBEDDER]: number[] | null }

/** Whole numbers tell directions apart and are short to send: the engine compares angles, not lengths. */
const LENGTH = 1_000

export function vectorsOf(vector: Float32Array | null): Vectors {
  return { [EMBEDDER]: vector === null ? null : padded(vector) }
}

/** A model of few entries has fewer dimensions than the engine was told of: the rest is nothing. */
export function padded(vector: Float32Array): number[] {
  const numbers = new Array<number>(DIMENSIONS).fill(0)
  for (let j = 0; j < vector.length; j++) numbers[j] = Math.round((vector[j] as number) * LENGTH)
  return numbers
}
