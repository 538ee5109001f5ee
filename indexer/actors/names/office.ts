import type { Token } from '../tokens.ts'
import { has } from './known.ts'
import { FLAG } from './lexicon.ts'
import { isNumeral, isPersonLike } from './person-shape.ts'
import type { Range } from './run.ts'

/** Titles and offices before a name, and where the name begins behind them. */

export const isOffice = (token: Token): boolean =>
  has(token, FLAG.title) && !has(token, FLAG.organization)

/** Past the words of an office and the names of peoples: "State Cordell Hull" → "Cordell Hull". */
export function afterOffice(tokens: Token[], at: number, to: number): number {
  let index = at
  for (; index < to; index++) {
    const token = tokens[index] as Token
    if (index > at && has(token, FLAG.firstName)) break
    if (!has(token, FLAG.office | FLAG.demonym | FLAG.title) && token.folded !== 'and') break
  }
  return index
}

/** The last title with a word of the name behind it, or a title at the end. */
export function lastTitle(tokens: Token[], { from, to }: Range): number | null {
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at] as Token
    if (!has(token, FLAG.title)) continue
    // "Earl Warren", "Prince": a first name or a surname that is a title too.
    const isName = has(token, FLAG.firstName) && at + 1 < to
    const isSurname = at === to - 1 && at > from && has(tokens[at - 1] as Token, FLAG.firstName)
    if (!isName && !isSurname) return at
  }
  return null
}

const ROYAL =
  /^(?:king|queen|prince|princess|pope|emperor|empress|sultan|shah|emir|tsar|czar|kaiser)$/

/** A ruler's one name is told from others by the title: "King Hussein". */
export function withRoyalTitle(tokens: Token[], { from, to }: Range, titled: boolean): Range {
  const before = tokens[from - 1]
  const isOne = to - from === 1 || isNumeral(tokens[to - 1] as Token)
  return titled && isOne && before !== undefined && ROYAL.test(before.folded)
    ? { from: from - 1, to }
    : { from, to }
}

/**
 * Where a person's name begins behind an organization's: "Federalist Party Alexander Hamilton",
 * "Bank of England Governor Montagu Norman"; null when there is none.
 */
export function personBehind(tokens: Token[], from: number, to: number): number | null {
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at] as Token
    if (token.gap !== ' ') continue
    if (has(token, FLAG.firstName) && !has(token, FLAG.thing | FLAG.office | FLAG.demonym)) {
      const isBehind = has(tokens[at - 1], FLAG.organization | FLAG.title)
      return isBehind && isPersonLike(tokens, { from: at, to })
        ? titlesBefore(tokens, from, at)
        : null
    }
  }
  return null
}

function titlesBefore(tokens: Token[], from: number, at: number): number {
  let start = at
  while (start > from && isOffice(tokens[start - 1] as Token)) start--
  return start
}
