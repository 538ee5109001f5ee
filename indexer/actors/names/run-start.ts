import type { Token } from '../tokens.ts'
import { has, knownName } from './known.ts'
import { FLAG } from './lexicon.ts'
import type { Range } from './run.ts'
import { beginsSentence } from './sentence.ts'

/** A run without the words that begin the sentence and are no part of a name. */
export function withoutStart(tokens: Token[], { from, to }: Range): Range {
  let start = from
  while (start < to) {
    const isStart = beginsSentence(tokens, start) || (start > from && start === from + 1)
    if (has(tokens[start], FLAG.never)) start++
    else if (isStart && start + 1 < to && isOrdinaryStart(tokens, start, to)) start++
    else break
  }
  return { from: start, to }
}

function isOrdinaryStart(tokens: Token[], at: number, to: number): boolean {
  const token = tokens[at] as Token
  if (tokens[at + 1]?.gap !== ' ' || knownName(tokens, at) !== null) return false
  if (has(token, FLAG.firstName | FLAG.title | FLAG.demonym)) return false
  const last = tokens[to - 1] as Token
  if (has(last, FLAG.organization)) return false
  if (has(token, FLAG.plain)) return !has(token, FLAG.organization) || !isJoined(tokens, at)
  return /(?:ing|ed|ly)$/.test(token.folded)
}

export const isJoined = (tokens: Token[], at: number): boolean =>
  /^(?:of|for)$/.test(tokens[at + 1]?.folded ?? '')
