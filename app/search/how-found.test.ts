import { describe, expect, it } from 'vitest'
import { howFound } from './how-found.ts'

const answer = { total: 20, relaxed: false, matched: { words: 20, meaning: 0 }, exactly: null }

describe('howFound', () => {
  it('says nothing without words or results', () => {
    expect(howFound(answer, false)).toBe('')
    expect(howFound({ ...answer, total: 0 }, true)).toBe('')
  })

  it('tells words from meaning', () => {
    const both = { ...answer, matched: { words: 12, meaning: 8 } }
    expect(howFound(both, true)).toBe('12 with these words, 8 close in meaning')
    expect(howFound({ ...both, relaxed: true }, true)).toBe(
      'no entry has all of these words: 12 have some of the rarest, 8 close in meaning',
    )
    expect(howFound({ ...answer, relaxed: true }, true)).toBe(
      'no entry has all of these words: these have some of the rarest',
    )
  })

  it('tells exact from similar', () => {
    expect(howFound({ ...answer, exactly: 15 }, true)).toBe('15 exact, 5 similar')
    expect(howFound({ ...answer, exactly: 20 }, true)).toBe('with all of these words')
  })
})
