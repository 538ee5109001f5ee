import { expect, it } from 'vitest'
import { fold } from '#schema/fold'
import { seeded } from '#schema/seeded'
import { tokensOf } from './tokens.ts'

const PIECES = [
  ...['a', 'Milošević', 'Đura', 'ß', 'U', 'S', '.', ' ', ' ', '  ', '\n', ', ', '’s', '-', '–'],
  ...['e\u0301', 'Ω', '𝒜', '👍', '\ud835', 'x\u00adz', '12', '½', '(', '"', '“', 'Mr. ', '²', '中'],
]

it('finds the words that a regular expression finds, and folds them as everything else', () => {
  const random = seeded()
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: random.between(0, 11) }, () => random.pick(PIECES)).join('')
    const tokens = tokensOf(text)
    const message = `seed ${random.seed}: ${JSON.stringify(text)}`
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    expect(
      tokens.map(({ word, start, end }) => [word, start, end]),
      message,
    ).toEqual(words.map(({ 0: word, index }) => [word, index, index + word.length]))
    for (const { word, folded, isSmall } of tokens) {
      expect(folded, message).toBe(fold(word))
      expect(isSmall, message).toBe(/^[a-z0-9]+$/.test(word))
    }
  }
})

it.each([
  ['Mr. Clinton', ['', ' ']],
  ['U. S. troops', ['', '.', ' ']],
  ['U.S. U.N.', ['', '.', ' ', '.']],
  ['He left. She came', ['', ' ', '. ', ' ']],
  ['Milošević’s  men—all', ['', "'", ' ', '-']],
])('tells what stands between words: %s', (text, gaps) => {
  expect(tokensOf(text).map(({ gap }) => gap)).toEqual(gaps)
})
