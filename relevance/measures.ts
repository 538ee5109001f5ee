/** What a ranking is worth, after TREC's trec_eval: 0 to 1 each. */
export type Measures = { ndcg10: number; recall100: number; mrr: number }

/**
 * @param ranking document ids, the best first, each once
 * @param judged grades above 0 of the relevant documents
 */
export function measure(ranking: readonly string[], judged: ReadonlyMap<string, number>): Measures {
  const gain = (grade: number, rank: number): number => grade / Math.log2(rank + 2)
  const ideal = [...judged.values()].sort((a, b) => b - a).slice(0, 10)
  const best = ideal.reduce((sum, grade, rank) => sum + gain(grade, rank), 0)
  const got = ranking
    .slice(0, 10)
    .reduce((sum, id, rank) => sum + gain(judged.get(id) ?? 0, rank), 0)
  const first = ranking.findIndex((id) => judged.has(id))
  const within = ranking.slice(0, 100).filter((id) => judged.has(id)).length
  return {
    ndcg10: best === 0 ? 0 : got / best,
    recall100: judged.size === 0 ? 0 : within / judged.size,
    mrr: first === -1 ? 0 : 1 / (first + 1),
  }
}

export function mean(all: readonly Measures[]): Measures {
  const of = (pick: (one: Measures) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / (all.length || 1)
  return {
    ndcg10: of(({ ndcg10 }) => ndcg10),
    recall100: of(({ recall100 }) => recall100),
    mrr: of(({ mrr }) => mrr),
  }
}
