import type { TermCounts } from './terms.ts'
import { type Frequencies, rarity, saturation } from './weights.ts'

/**
 * What turns words into meaning: a vector for every term, learned by the indexer from the collection
 * itself (latent semantic analysis, Deerwester et al., 1990). A text's vector is the weighted sum of its
 * terms' vectors; entries and queries meet in the same space.
 */
export type MeaningModel = {
  /** Tells models apart: a digest of all the rest. */
  id: string
  dimensions: number
  /** Number of entries that it was learned from. */
  entries: number
  /** Mean number of terms of those entries. */
  averageLength: number
  /** A term's row. */
  terms: ReadonlyMap<string, number>
  /** By row: in how many of the entries the term stands. */
  entriesWith: Uint32Array
  /** By row, `dimensions` values in -127…127 each, to be multiplied by the row's scale. */
  vectors: Int8Array
  scales: Float32Array
}

export function frequenciesOf(model: MeaningModel): Frequencies {
  const { entries, averageLength, terms, entriesWith } = model
  return {
    entries,
    averageLength,
    entriesWith: (term) => entriesWith[terms.get(term) ?? -1] ?? 0,
  }
}

/** A vector of length 1, and how much of the text's weight the model knows, from 0 to 1. */
export type Projection = { vector: Float32Array; known: number }

/**
 * The place of a text among the meanings; null when the model knows none of its terms.
 *
 * @param length number of terms of the text
 */
export function project(
  model: MeaningModel,
  counts: TermCounts,
  length: number,
): Projection | null {
  const { dimensions, terms, vectors, scales, averageLength } = model
  const frequencies = frequenciesOf(model)
  const sum = new Float32Array(dimensions)
  let all = 0
  let known = 0
  for (const [term, count] of counts) {
    const weight = rarity(frequencies, term) * saturation(count, length, averageLength)
    all += weight * weight
    const row = terms.get(term)
    if (row === undefined) continue
    known += weight * weight
    const factor = weight * (scales[row] as number)
    const from = row * dimensions
    for (let j = 0; j < dimensions; j++) {
      sum[j] = (sum[j] as number) + factor * (vectors[from + j] as number)
    }
  }
  let squares = 0
  for (const value of sum) squares += value * value
  if (squares === 0) return null
  const norm = Math.sqrt(squares)
  return { vector: sum.map((value) => value / norm), known: Math.sqrt(known / all) }
}
