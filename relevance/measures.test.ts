import { describe, expect, it } from 'vitest'
import { mean, measure } from './measures.ts'

const judged = new Map([
  ['a', 1],
  ['b', 2],
])

describe('measure', () => {
  it('is 1 throughout for the best possible ranking', () => {
    expect(measure(['b', 'a', 'x'], judged)).toEqual({ ndcg10: 1, recall100: 1, mrr: 1 })
  })

  it('discounts by the logarithm of the rank', () => {
    const { ndcg10, mrr, recall100 } = measure(['x', 'a'], judged)
    expect(ndcg10).toBeCloseTo(1 / Math.log2(3) / (2 + 1 / Math.log2(3)))
    expect(mrr).toBe(0.5)
    expect(recall100).toBe(0.5)
  })

  it('is 0 for nothing found', () => {
    expect(measure([], judged)).toEqual({ ndcg10: 0, recall100: 0, mrr: 0 })
  })

  it('averages over queries', () => {
    const one = { ndcg10: 1, recall100: 0, mrr: 0.5 }
    const other = { ndcg10: 0, recall100: 1, mrr: 0.5 }
    expect(mean([one, other])).toEqual({ ndcg10: 0.5, recall100: 0.5, mrr: 0.5 })
  })
})
