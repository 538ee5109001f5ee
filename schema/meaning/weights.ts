import type { TermCounts } from './terms.ts'

/**
 * How much a term says: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond", 2009), with the frequencies of the collection.
 */

/** What is known of the terms of a collection. */
export type Frequencies = {
  /** Number of entries that the frequencies were counted in. */
  entries: number
  /** Mean number of terms of an entry. */
  averageLength: number
  /** In how many of the entries a term stands; 0 for a term that is unknown. */
  entriesWith: (term: string) => number
}

const K1 = 1.2
const B = 0.75

/** Rarer terms weigh more; a term in no entry counts like one in half of an entry. */
export const rarity = ({ entries, entriesWith }: Frequencies, term: string): number =>
  rarityOf(entries, entriesWith(term))

/** @param entriesWith in how many of the entries the term stands */
export function rarityOf(entries: number, entriesWith: number): number {
  const found = Math.max(entriesWith, 0.5)
  return Math.log(1 + Math.max(0, entries - found + 0.5) / (found + 0.5))
}

/** Between 0 and 1: how much of its possible weight a term has in a text of this many terms. */
export function saturation(count: number, length: number, averageLength: number): number {
  return count / (count + K1 * (1 - B + (B * length) / Math.max(averageLength, 1)))
}

/** The BM25 score of a text for the terms of a query. */
export function bm25(
  query: TermCounts,
  counts: TermCounts,
  length: number,
  frequencies: Frequencies,
): number {
  let score = 0
  for (const [term, times] of query) {
    const count = counts.get(term)
    if (count === undefined) continue
    score +=
      times * rarity(frequencies, term) * saturation(count, length, frequencies.averageLength)
  }
  return score
}

/** How much of what a query says a text has, by the rarity of its terms: 0 to 1. */
export function shareOf(query: TermCounts, counts: TermCounts, frequencies: Frequencies): number {
  let all = 0
  let shared = 0
  for (const term of query.keys()) {
    const weight = rarity(frequencies, term)
    all += weight
    if (counts.has(term)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}
