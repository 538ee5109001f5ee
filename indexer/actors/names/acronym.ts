import type { Token } from '../tokens.ts'
import { has } from './known.ts'
import { FLAG } from './lexicon.ts'
import { isInitial } from './person-shape.ts'
import type { Range } from './run.ts'

/** Capitals that stand for a name, and capitals that do not. */

export const NO_ACRONYM: ReadonlySet<string> = new Set(
  `tv am pm bc ad dc ok id icbm mrbm irbm slbm abm gdp gnp hiv aids dna tnt salt start mirv npt mfn nep wmd
  pow mia vip unscr sc res art vol ceo bce ce nb ps et est gmt utc i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix
  xx xxi usd gmo wwi wwii http www pdf html faq dmz nafta gatt sdi inf mad uss hms ss rms iq jr sr phd mp no co inc ltd`
    .trim()
    .split(/\s+/),
)

export function isAcronym(tokens: Token[], { from, to }: Range): boolean {
  const { word, folded } = tokens[from] as Token
  if (to - from > 1) {
    // A.N.C.: single letters with full stops between them.
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token
      if (!isInitial(token) || (at > from && token.gap !== '.')) return false
    }
    return to - from > 2
  }
  if (!/^\p{Lu}[\p{Lu}\p{N}]{1,6}$/u.test(word) || NO_ACRONYM.has(folded)) return false
  if (tokens[from - 1]?.folded === 'v') return false
  if (word.length > 3 && isAmongCapitals(tokens, from)) return false
  // A part of an address or a path.
  if ((tokens[from] as Token).gap.endsWith('/')) return false
  // "IL-28": a type of something.
  const next = tokens[from + 1]
  if (next?.gap === '-' && /^\p{N}/u.test(next.word)) return false
  return !has(tokens[from], FLAG.never)
}

/** "NATO STRIKES": words of a headline, not acronyms. */
export function isAmongCapitals(tokens: Token[], at: number): boolean {
  const [before, own, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (before !== undefined && own?.gap === ' ' && CAPITALS.test(before.word)) return true
  return after !== undefined && after.gap === ' ' && CAPITALS.test(after.word)
}

const CAPITALS = /^\p{Lu}{2,}$/u
