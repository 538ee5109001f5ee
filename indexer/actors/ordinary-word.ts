import type { Token } from './tokens.ts'

/** Acronyms that are words too: "LET US GO" in capitals names no state, "US$ 5 million" neither. */

const WORDS: ReadonlySet<string> = new Set(['us', 'who', 'it', 'aid', 'act', 'can', 'may', 'or'])
const CAPITALS = /^\p{Lu}{2,}$/u

/** Whether the name at these tokens is only a word among capitals, or a currency. */
export function isOrdinaryWord(tokens: Token[], at: number, next: number): boolean {
  const token = tokens[at]
  if (token === undefined || next !== at + 1 || !WORDS.has(token.folded)) return false
  const after = tokens[next]
  if (after?.gap.trimStart().startsWith('$')) return true
  const before = tokens[at - 1]
  const left = before !== undefined && token.gap === ' ' && CAPITALS.test(before.word)
  const right = after !== undefined && after.gap === ' ' && CAPITALS.test(after.word)
  const neighbours = (before === undefined ? 0 : 1) + (after === undefined ? 0 : 1)
  // One acronym beside another ("US NATO") is no headline; capitals on both sides are.
  return left && right ? true : neighbours === 1 && (left || right) && tokens.length > 2
}
