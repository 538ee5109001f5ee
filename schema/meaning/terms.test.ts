import { describe, expect, it } from 'vitest'
import { countTerms, termsOf } from './terms.ts'
import { bm25, rarity } from './weights.ts'

describe('termsOf', () => {
  it('folds, stems, and leaves function words out', () => {
    expect(termsOf('Which refugees’ camps did the Čaglavica refugee see?')).toEqual(
      termsOf('refugee camp caglavica REFUGEES saw'.replace('saw', 'see')),
    )
  })

  it('keeps numbers whole, and single letters that are no words', () => {
    expect(termsOf('F-117 in 1999, a 47,000')).toEqual(['f', '117', '1999', '47', '000'])
    expect(termsOf("Annex B of Plan C; the village's mayor didn't")).toEqual(
      termsOf('annex b plan c village mayor'),
    )
  })

  it('takes initials with points for one word, the same as without', () => {
    expect(termsOf("U.N. and N.A.T.O. met U.S. and U.S.S.R.'s envoys")).toEqual(
      termsOf('UN NATO met US USSR envoys'),
    )
    expect(termsOf('The U.S.-led force of J.F. Kennedy, W.Va., e.g.this')).toEqual([
      'us.',
      'led',
      'forc',
      'jf',
      'kennedi',
      'w',
      'va',
      'eg',
    ])
    expect(termsOf('they told us')).toEqual([])
    expect(termsOf('US')).not.toEqual(termsOf('used'))
  })
})

describe('bm25', () => {
  const texts = ['planes planes bombed', 'planes landed', 'voters voted', 'voters and planes']
  const counts = texts.map((text) => countTerms(termsOf(text)))
  const frequencies = {
    entries: 4,
    averageLength: 2.25,
    entriesWith: (term: string) => counts.filter((count) => count.has(term)).length,
  }

  it('weighs rare words more than frequent ones', () => {
    expect(rarity(frequencies, 'bomb')).toBeGreaterThan(rarity(frequencies, 'plane'))
  })

  it('counts words again, but ever less, and long texts less', () => {
    const query = countTerms(['plane'])
    const score = (count: number, length: number): number =>
      bm25(query, new Map([['plane', count]]), length, frequencies)
    expect(score(2, 3)).toBeGreaterThan(score(1, 3))
    expect(score(3, 3) - score(2, 3)).toBeLessThan(score(2, 3) - score(1, 3))
    expect(score(1, 30)).toBeLessThan(score(1, 3))
    expect(bm25(query, new Map(), 3, frequencies)).toBe(0)
  })
})
