import { expect, it } from 'vitest'
import { authorityOf } from '../../actors/authority.ts'
import { precision, recall, type Sample, scoreSample } from './score.ts'

it.each<[Sample]>([['develop'], ['measure'], ['drawn'], ['drawn-again']])(
  'finds the names of passages that were read by hand, without an authority file: %s',
  async (sample) => {
    const score = await scoreSample(sample, authorityOf([]))
    const figures = `precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}`
    console.log(`names, ${sample}: ${figures} (${score.expected} names)`)
    expect(score.expected).toBeGreaterThan(140)
    expect(precision(score), score.wrong.join('\n')).toBeGreaterThanOrEqual(0.85)
    expect(recall(score), score.missed.join('\n')).toBeGreaterThanOrEqual(0.75)
  },
)
