import type { TermCounts } from './terms.ts'
import { type Frequencies, rarityOf, saturation } from './weights.ts'

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

/** Entries that a model is learned from; of a larger collection, so many of them. */
export const SAMPLE = 6_000

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

/** By row, what `project` needs of a term: its rarity, and that with the vector's scale. */
type Weights = { rarities: Float64Array; factors: Float64Array; unknown: number }

const prepared = new WeakMap<MeaningModel, Weights>()

function weightsOf(model: MeaningModel): Weights {
  const before = prepared.get(model)
  if (before !== undefined) return before
  const { entries, entriesWith, scales } = model
  const rarities = Float64Array.from(entriesWith, (found) => rarityOf(entries, found))
  const factors = rarities.map((value, row) => value * (scales[row] as number))
  const weights = { rarities, factors, unknown: rarityOf(entries, 0) }
  prepared.set(model, weights)
  return weights
}

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
  const { dimensions, terms, vectors, averageLength } = model
  const { rarities, factors, unknown } = weightsOf(model)
  const sum = new Float64Array(dimensions)
  let all = 0
  let known = 0
  for (const [term, count] of counts) {
    const saturated = saturation(count, length, averageLength)
    const row = terms.get(term)
    if (row === undefined) {
      all += (unknown * saturated) ** 2
      continue
    }
    const weight = ((rarities[row] as number) * saturated) ** 2
    all += weight
    known += weight
    const factor = (factors[row] as number) * saturated
    const from = row * dimensions
    for (let j = 0; j < dimensions; j++) {
      sum[j] = (sum[j] as number) + factor * (vectors[from + j] as number)
    }
  }
  let squares = 0
  for (const value of sum) squares += value * value
  if (squares === 0) return null
  const norm = Math.sqrt(squares)
  return { vector: Float32Array.from(sum, (value) => value / norm), known: Math.sqrt(known / all) }
}
