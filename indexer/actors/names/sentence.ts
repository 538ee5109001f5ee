import type { Token } from '../tokens.ts'

/** Where a capital is no sign of a name: at the start of a sentence, in a headline. */

/** Whether the word at a token begins a sentence, or what reads like one. */
export function beginsSentence(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || at === 0) return true
  // A quotation mark that opens; `," said` closes one.
  return /[.!?:…•·|]|(?:^|[\s(])["'(]+$/.test(token.gap)
}

const LETTER = /\p{L}/u
const LOWER = /\p{Ll}/u

/** "THE WALL FALLS": capitals tell nothing. */
export function isAllCapitals(tokens: Token[]): boolean {
  let long = 0
  let capitals = 0
  for (const token of tokens) {
    if (token.length < 2) continue
    if (token.isSmall || token.word === token.folded) long++
    else if (LETTER.test(token.word)) {
      long++
      if (!LOWER.test(token.word)) capitals++
    }
  }
  return long >= 3 && capitals > long * 0.6
}

/** "The Wall Falls as Crowds Gather": nearly every longer word is capitalised, and nothing ends. */
export function isHeadline(text: string, tokens: Token[]): boolean {
  if (tokens.length > 25 || /[.!?;]["”’)\]]*$/.test(text.trimEnd())) return false
  const long = tokens.filter(({ word }) => word.length > 3 && LETTER.test(word))
  return (
    long.length >= 4 &&
    long.filter(({ word, folded }) => word !== folded).length > long.length * 0.7
  )
}
