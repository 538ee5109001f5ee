/** How an entry keeps what it means. */

/** Of a vector of our own model, at most. */
export const DIMENSIONS = 128

/** The engine's embedder, where one makes the vectors (see docs/decisions/023). */
export const EMBEDDER = 'meaning'

const LARGEST = 127

/** A vector as the engine stores it with its entry and never reads it: 8-bit numbers in base64. Only its direction is kept. */
export function packed(vector: Float32Array): string {
  let most = 0
  for (const value of vector) most = Math.max(most, Math.abs(value))
  const numbers = Buffer.allocUnsafe(vector.length)
  for (let j = 0; j < vector.length; j++) {
    numbers.writeInt8(Math.round(((vector[j] as number) / most) * LARGEST), j)
  }
  return numbers.toString('base64')
}

/** The numbers of `packed`, whose length means nothing. */
export function unpacked(text: string): Int8Array {
  const bytes = Buffer.from(text, 'base64')
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}
