import { createHash } from 'node:crypto'
import type { MeaningModel } from '#schema/meaning/model'
import { countTerms, type TermCounts } from '#schema/meaning/terms'
import { DIMENSIONS } from '#schema/meaning/vectors'
import { type Frequencies, rarity, saturation } from '#schema/meaning/weights'
import type { Sparse } from './matrix.ts'
import { truncatedSvd } from './svd.ts'

/** A small collection has fewer meanings than entries; else every entry would be one of its own. */
const ENTRIES_PER_DIMENSION = 2
/** With as many dimensions as terms, no two terms would have anything in common. */
const TERMS_PER_DIMENSION = 3
/** Terms that stand in one entry only connect nothing. */
const LEAST_ENTRIES = 2
/** The most frequent ones; 128 bytes each. */
const MOST_TERMS = 60_000

/** @param sample the terms of each entry, with repetitions */
export function trainModel(sample: string[][]): MeaningModel | null {
  const counted = sample.map(countTerms)
  const rows = chosenTerms(counted)
  const averageLength = sample.reduce((sum, { length }) => sum + length, 0) / (sample.length || 1)
  const terms = new Map(rows.map(([term], row) => [term, row]))
  const entriesWith = Uint32Array.from(rows, ([, count]) => count)
  const frequencies: Frequencies = {
    entries: sample.length,
    averageLength,
    entriesWith: (term) => entriesWith[terms.get(term) ?? -1] ?? 0,
  }
  const matrix = weighted(sample, counted, terms, frequencies)
  const wanted = Math.min(
    DIMENSIONS,
    Math.floor(sample.length / ENTRIES_PER_DIMENSION),
    Math.floor(rows.length / TERMS_PER_DIMENSION),
  )
  if (wanted < 1 || rows.length === 0) return null
  const { right } = truncatedSvd(matrix, wanted)
  const dimensions = right.columns
  if (dimensions === 0) return null
  const vectors = new Int8Array(rows.length * dimensions)
  const scales = new Float32Array(rows.length)
  for (let row = 0; row < rows.length; row++) {
    const from = row * dimensions
    const vector = right.values.subarray(from, from + dimensions)
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    scales[row] = largest / 127
    if (largest === 0) continue
    for (let j = 0; j < dimensions; j++) {
      vectors[from + j] = Math.round(((vector[j] as number) / largest) * 127)
    }
  }
  const model = {
    dimensions,
    entries: sample.length,
    averageLength,
    terms,
    entriesWith,
    vectors,
    scales,
  }
  return { id: digestOf(model), ...model }
}

/** Terms with the number of their entries, the most frequent first, ties by the term. */
function chosenTerms(counted: TermCounts[]): [string, number][] {
  const entriesWith = new Map<string, number>()
  for (const counts of counted) {
    for (const term of counts.keys()) entriesWith.set(term, (entriesWith.get(term) ?? 0) + 1)
  }
  return [...entriesWith]
    .filter(([, count]) => count >= LEAST_ENTRIES)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
}

/** Entries × terms; every entry has the length 1, so that long ones do not lead. */
function weighted(
  sample: string[][],
  counted: TermCounts[],
  terms: ReadonlyMap<string, number>,
  frequencies: Frequencies,
): Sparse {
  const starts = new Uint32Array(sample.length + 1)
  const columns: number[] = []
  const values: number[] = []
  for (const [row, counts] of counted.entries()) {
    const length = sample[row]?.length ?? 0
    let squares = 0
    for (const [term, count] of counts) {
      const column = terms.get(term)
      if (column === undefined) continue
      const weight =
        rarity(frequencies, term) * saturation(count, length, frequencies.averageLength)
      columns.push(column)
      values.push(weight)
      squares += weight * weight
    }
    const norm = Math.sqrt(squares) || 1
    for (let at = starts[row] as number; at < values.length; at++)
      values[at] = (values[at] as number) / norm
    starts[row + 1] = values.length
  }
  return {
    rows: sample.length,
    columnCount: terms.size,
    starts,
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
  }
}

function digestOf(model: Omit<MeaningModel, 'id'>): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([model.dimensions, model.entries, model.averageLength]))
  hash.update([...model.terms.keys()].join(' '))
  for (const bytes of [model.entriesWith, model.vectors, model.scales]) {
    hash.update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  return hash.digest('hex').slice(0, 16)
}
