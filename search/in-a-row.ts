import { fold } from '#schema/fold'

const WORD = /[\p{L}\p{N}]+/gu

/** True when a text has some words in a row, whatever signs stand between them; case and diacritics are ignored. */
export function hasInARow(text: string, words: readonly string[]): boolean {
  const wanted = words.flatMap(wordsOf)
  const there = wordsOf(text)
  return there.some((_, at) => wanted.every((word, further) => there[at + further] === word))
}

const wordsOf = (text: string): string[] => fold(text).match(WORD) ?? []
