import 'server-only'
import { frequenciesOf, type MeaningModel, project } from '#schema/meaning/model'
import { countTerms } from '#schema/meaning/terms'
import { unpacked } from '#schema/meaning/vectors'
import { bm25 } from '#schema/meaning/weights'
import type { Candidate } from './candidates.ts'

/**
 * One order for entries found by words and by meaning: the words' BM25 score and the closeness of
 * meaning, each as a part of the best candidate's, so that neither scale leads.
 */

/** What meaning counts against the words, at most; measured, see docs/decisions/024. */
const MEANING_WEIGHT = 0.25
/** A model of fewer entries knows little of what words mean: its say is the smaller. */
const WELL_LEARNED = 1_000
/** The engine knows of typing errors and of how close words stand: that decides between near equals. */
const RANK_WEIGHT = 0.02
const LAST_RANK = 100

/** Ids of candidates, the best first; the order depends on nothing but the query and the entries. */
export function blendedOrder(
  candidates: readonly Candidate[],
  queryTerms: string[],
  model: MeaningModel,
): string[] {
  const query = countTerms(queryTerms)
  const frequencies = frequenciesOf(model)
  const place = project(model, query, queryTerms.length)
  const scored = candidates.map((candidate) => ({
    id: candidate.id,
    words: bm25(query, candidate.counts, candidate.length, frequencies),
    meaning: Math.max(0, candidate.closeness ?? closeness(candidate, model, place)),
    rank: candidate.wordRank === null ? 0 : 1 - Math.min(candidate.wordRank, LAST_RANK) / LAST_RANK,
  }))
  const best = (of: (one: (typeof scored)[number]) => number): number =>
    scored.reduce((most, one) => Math.max(most, of(one)), 1e-9)
  const mostWords = best(({ words }) => words)
  const mostMeaning = best(({ meaning }) => meaning)
  const weight = MEANING_WEIGHT * Math.min(1, frequencies.entries / WELL_LEARNED)
  const total = ({ words, meaning, rank }: (typeof scored)[number]): number =>
    (1 - weight) * (words / mostWords) + weight * (meaning / mostMeaning) + RANK_WEIGHT * rank
  return scored
    .map((one) => ({ id: one.id, total: total(one) }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** For entries that are not among the nearest: by their stored vectors, or where an embedder has those, by their words. */
function closeness(
  { counts, length, meaning }: Candidate,
  model: MeaningModel,
  place: ReturnType<typeof project>,
): number {
  if (place === null) return 0
  const own = meaning ? unpacked(meaning) : project(model, counts, length)?.vector
  if (own?.length !== place.vector.length) return 0
  let product = 0
  let squares = 0
  for (let j = 0; j < own.length; j++) {
    const value = own[j] as number
    product += value * (place.vector[j] as number)
    squares += value * value
  }
  return squares === 0 ? 0 : (product / Math.sqrt(squares)) * place.known
}
