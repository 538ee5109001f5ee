import { stemmer } from 'stemmer'
import { fold } from '../fold.ts'
import { ownText } from '../own-text.ts'
import { isStopWord } from './stop-words.ts'

/**
 * Texts as terms: the one way in which indexer and search read words for their meaning. Folded, without
 * function words, stemmed (Porter, "An algorithm for suffix stripping", 1980).
 */

/** A term with the number of times that it stands in a text. */
export type TermCounts = Map<string, number>

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu
const LONGEST_WORD = 40
/** Words whose stem is remembered; far more than a language uses, far less than memory holds. */
const REMEMBERED = 200_000
const DIGIT = /\d/
const NON_ASCII = /[^\0-\x7f]/

/** By word as it stands in a text; null for a word that says nothing. */
const remembered = new Map<string, string | null>()

/** The terms of a text, in their order, repeated as they are. */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const word of text.match(WORD) ?? []) {
    const term = termOf(word)
    if (term !== null) terms.push(term)
  }
  return terms
}

/** The term of one word; null for function words and single letters. */
export function termOf(word: string): string | null {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const term = stemmed(word)
  // Numbers hardly come again.
  if (DIGIT.test(word)) return term
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(ownText(word), term)
  return term
}

function stemmed(word: string): string | null {
  const folded = NON_ASCII.test(word) ? fold(word) : word.toLowerCase()
  const bare = folded.replace(/'s?$|'/g, '')
  if (bare.length < 2 || bare.length > LONGEST_WORD || isStopWord(bare)) return null
  return DIGIT.test(bare) ? bare : stemmer(bare)
}

export function countTerms(terms: Iterable<string>): TermCounts {
  const counts: TermCounts = new Map()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
