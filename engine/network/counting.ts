import type { FederatedMultiSearchParams, Meilisearch, MultiSearchQuery } from 'meilisearch'
import { type Counts, sumOfCounts } from './counts.ts'

/**
 * Questions that only count: each engine is asked for its own part, all questions in one request, which costs
 * less than to have the first one ask the others for each.
 */

type Counted = { totalHits: number; facetDistribution: Counts }
type Answer = { totalHits?: number; estimatedTotalHits?: number; facetDistribution?: Counts }

export const onlyCounts = ({ hitsPerPage, limit }: MultiSearchQuery): boolean =>
  (hitsPerPage ?? limit) === 0

export async function countEach(
  engines: readonly Meilisearch[],
  queries: readonly MultiSearchQuery[],
): Promise<Counted[]> {
  if (queries.length === 0) return []
  const ask = async (engine: Meilisearch): Promise<Answer[]> =>
    (await engine.multiSearch({ queries: [...queries] })).results as Answer[]
  const answers = await Promise.all(engines.map(ask))
  return queries.map((_, at) => summed(answers.map((answer) => answer[at] ?? {})))
}

/** The same of a union. */
export async function countUnion(
  engines: readonly Meilisearch[],
  union: FederatedMultiSearchParams,
): Promise<object> {
  type Federated = {
    estimatedTotalHits?: number
    facetsByIndex?: Record<string, { distribution: Counts }>
  }
  const ask = async (engine: Meilisearch): Promise<Federated> =>
    (await engine.multiSearch(union)) as Federated
  const answers = await Promise.all(engines.map(ask))
  const uids = Object.keys(union.federation.facetsByIndex ?? {})
  const distributionOf = (uid: string) =>
    sumOfCounts(answers.map(({ facetsByIndex }) => facetsByIndex?.[uid]?.distribution))
  return {
    hits: [],
    estimatedTotalHits: answers.reduce(
      (sum, { estimatedTotalHits = 0 }) => sum + estimatedTotalHits,
      0,
    ),
    facetsByIndex: Object.fromEntries(
      uids.map((uid) => [uid, { distribution: distributionOf(uid) }]),
    ),
  }
}

const summed = (answers: Answer[]): Counted & { hits: [] } => ({
  hits: [],
  totalHits: answers.reduce(
    (sum, { totalHits, estimatedTotalHits = 0 }) => sum + (totalHits ?? estimatedTotalHits),
    0,
  ),
  facetDistribution: sumOfCounts(answers.map((answer) => answer.facetDistribution)),
})
