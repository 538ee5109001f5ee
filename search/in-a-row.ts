import { fold } from '#schema/fold'
import { spellings } from '#schema/letters'
import type { Highlight } from './highlight.ts'

/** Words in a row, whatever signs stand between them; case and diacritics are ignored. */

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** @param open whether the last of the words may be the beginning of one */
export const hasInARow = (text: string, words: readonly string[], open = false): boolean =>
  inARow(text, words, open).length > 0

/** Where a text has the words in a row: from the first to the last of them. */
export function inARow(text: string, words: readonly string[], open = false): Highlight[] {
  const wanted = words.flatMap((word) => wordsOf(word).map(({ keys }) => keys[0] ?? ''))
  const there = wordsOf(text)
  return there.flatMap(({ start }, at) => {
    const last = there[at + wanted.length - 1]
    const all = wanted.every((key, further) => {
      const keys = there[at + further]?.keys ?? []
      const isOpen = open && further === wanted.length - 1
      return keys.some((one) => (isOpen ? one.startsWith(key) : one === key))
    })
    return all && last !== undefined ? [[start, last.end] as Highlight] : []
  })
}

const wordsOf = (text: string): { keys: string[]; start: number; end: number }[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    keys: spellings(word).map(fold),
    start: index,
    end: index + word.length,
  }))
