/**
 * Folding for comparison: case, diacritics and kinds of quotation mark do not tell names apart.
 */

import { plainLetters } from './letters.ts'

/** Letters whose diacritic Unicode does not decompose, and that the engine folds; the others: letters.ts. */
const UNDECOMPOSED: Record<string, string> = { đ: 'd', ð: 'd', ı: 'i', æ: 'ae', œ: 'oe' }

const QUOTES: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
}

/** Kinds of quotation mark and apostrophe become the plain ones; the length does not change. */
export function plainQuotes(text: string): string {
  return text.replace(/[“”„‟«»‘’‚‛ʼ]/g, (mark) => QUOTES[mark] ?? mark)
}

const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** The form in which two spellings of one name are equal: lower case, bare letters, single spaces. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return plainLetters(plainQuotes(text))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đðıæœ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}
