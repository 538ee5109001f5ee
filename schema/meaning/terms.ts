import { stemmer } from 'stemmer'
import { fold } from '../fold.ts'
import { ownText } from '../own-text.ts'
import { isStopWord } from './stop-words.ts'

/**
 * Texts as terms: the one way in which indexer and search read words for their meaning. Folded, without
 * function words, stemmed (Porter, "An algorithm for suffix stripping", 1980).
 */

/** Raised whenever texts become other terms: models of earlier ones are learned again. */
export const TERMS_VERSION = 3

/** A term with the number of times that it stands in a text. */
export type TermCounts = Map<string, number>

/** With its apostrophes. Initials with points (`U.S.`, `J.F.`) are one word: their letters alone would say nothing. */
export const WORD =
  /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?(?:['’]s)?|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu
const INITIALS = /^\p{L}\./u
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

/** The term of one word; null for function words. */
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
  const bare = folded.replace(/'s?$|['.]/g, '')
  if (bare === '' || bare.length > LONGEST_WORD) return null
  // Behind a point: to the stemmer `us` is what is left of "use".
  if (isStopWord(bare)) return isName(word) ? `${bare}.` : null
  return DIGIT.test(bare) ? bare : stemmer(bare)
}

/** `U.S.` and `US` are a country, `us` is none. */
const isName = (word: string): boolean => INITIALS.test(word) || word === 'US'

export function countTerms(terms: Iterable<string>): TermCounts {
  const counts: TermCounts = new Map()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
