import { expect, it } from 'vitest'
import { authorityOf } from '../../actors/authority.ts'
import { type Half, precision, recall, scoreHalf } from './score.ts'

it.each<[Half]>([['develop'], ['measure']])(
  'finds the names of passages that were read by hand, without an authority file: %s',
  async (half) => {
    const score = await scoreHalf(half, authorityOf([]))
    const figures = `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}`
    console.log(`names, ${half}: ${figures} (${score.expected} names)`)
    expect(score.expected).toBeGreaterThan(150)
    expect(precision(score), score.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
    expect(recall(score), score.missed.join('\n')).toBeGreaterThanOrEqual(0.75)
  },
)
