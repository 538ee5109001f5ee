import 'server-only'
import { termOf } from '#schema/meaning/terms'
import type { SearchState } from '../state.ts'
import { type QueryParts, queryParts } from '../words.ts'

/**
 * How a query wants to be answered. A word or two name a thing: the engine finds it best. A sentence
 * describes something: then the order follows meaning and words together.
 */
export type Intent = {
  /** Whether entries may be found by meaning alone. */
  meaning: boolean
  /** Whether meaning has a say in the order, or only adds entries behind those with the words. */
  blended: boolean
  parts: QueryParts
}

/** Words that say something: so many of them describe rather than name. */
const DESCRIPTION = 3
/** Words of any kind, function words too: so many make a sentence. */
const SENTENCE = 5

export const isSentence = ({ words }: QueryParts): boolean => words.length >= SENTENCE

/** @param relaxed whether no entry has all the words */
export function intentOf(state: SearchState, relaxed: boolean): Intent {
  const parts = queryParts(state.q)
  const telling = parts.words.filter((word) => termOf(word) !== null).length
  const sentence = isSentence(parts)
  const meaning =
    state.meaning && !state.exact && telling >= 2 && (telling >= DESCRIPTION || sentence || relaxed)
  return { meaning, blended: meaning && (relaxed || sentence), parts }
}
