import type { Token } from '../tokens.ts'
import { has } from './known.ts'
import { FLAG } from './lexicon.ts'
import { isCapital, type Range } from './run.ts'

/** Whether words are put together as a person's name is. */

export const isNumeral = ({ word }: Token): boolean => /^[IVX]+$/.test(word)
export const isInitial = ({ word }: Token): boolean => word.length === 1

/** A first name or an initial, and a surname that is no head of an organization's name. */
export function isPersonLike(tokens: Token[], { from, to }: Range): boolean {
  if (to - from < 2) return false
  const first = tokens[from] as Token
  const last = tokens[to - 1] as Token
  if (!has(first, FLAG.firstName) && !(isInitial(first) && isShort(tokens, from, to))) return false
  return (
    !has(last, FLAG.organization | FLAG.thing) ||
    (has(first, FLAG.firstName) && to - from === 3 && isInitial(tokens[to - 2] as Token))
  )
}

const isNamedInFull = (tokens: Token[], { from, to }: Range): boolean =>
  to - from === 2 && has(tokens[from], FLAG.firstName) && tokens[from - 1]?.folded !== 'st'

/** Few enough words to be a name with initials: "F. W. de Klerk". */
function isShort(tokens: Token[], from: number, to: number): boolean {
  let long = 0
  for (let at = from; at < to; at++)
    if (!isInitial(tokens[at] as Token) && isCapital(tokens[at] as Token)) long++
  return long > 0 && long < 3 && to - from < 6
}

export function isPerson(tokens: Token[], range: Range, titled: boolean): boolean {
  const { from, to } = range
  if (to - from > 7) return false
  const first = tokens[from] as Token
  const noName =
    FLAG.never | FLAG.office | FLAG.demonym | FLAG.thing | FLAG.plain | FLAG.organization
  if (titled && to - from > 1) {
    // "Secretary Richard Rush": with a first name, a word like any surname.
    return !has(tokens[to - 1], FLAG.thing) || isNamedInFull(tokens, range)
  }
  if (titled) return !has(first, noName) || has(first, FLAG.firstName)
  if (isPersonLike(tokens, range)) return true
  const numeral = tokens[to - 1] as Token
  return (
    to - from === 2 &&
    isNumeral(numeral) &&
    numeral.word !== 'I' &&
    /\p{Ll}/u.test(first.word) &&
    !has(first, FLAG.thing | FLAG.plain | FLAG.organization)
  )
}
