import type { Authority } from './authority.ts'
import type { EntryContext } from './context-rule.ts'
import { isPlace } from './names/gazetteer.ts'
import { has, knownName } from './names/known.ts'
import { FLAG } from './names/lexicon.ts'
import { isCapital } from './names/run.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import { pluralTitleAt } from './plural-title.ts'
import { standsAlone } from './surname.ts'
import type { Token } from './tokens.ts'
import { isCutOff, longestName, type NameEntry, type NameTrie } from './trie.ts'

/** A name of the authority file in a text. */
export type Find = {
  entry: NameEntry
  rule: NameEntry['rule'] | 'plural-title' | 'shared-surname'
  /** Tokens. */
  from: number
  to: number
}

/**
 * Every name of the authority file in a text, in text order, none inside another. Names are found at
 * word borders, leftmost and longest first; capitals decide (NATO, not nato; US, not us), diacritics
 * and kinds of apostrophe, hyphen and space do not.
 */
export function findVerified(tokens: Token[], { names }: Authority, context: EntryContext): Find[] {
  const finds: Find[] = []
  /** Surnames of a list under a plural title, by the token at which they begin. */
  const listed = new Map<number, Find>()
  let covered = -1
  for (let at = 0; at < tokens.length; ) {
    if (tokens[at]?.isSmall && !names.beginsSmall) {
      at++
      continue
    }
    for (const { entry, from, to } of pluralTitleAt(names, tokens, at, context)) {
      listed.set(from, { entry, rule: 'plural-title', from, to })
    }
    const hit = longestName(names, tokens, at, context)
    const surname = listed.get(at)
    if (hit !== null && hit.next >= (surname?.to ?? 0) && isMeant(hit, tokens, at, covered)) {
      const partner = partnerOf(names, tokens, at, hit.next)
      if (partner !== null && (finds.at(-1)?.to ?? 0) <= partner.from) finds.push(partner)
      finds.push({ entry: hit.entry, rule: hit.entry.rule, from: at, to: hit.next })
    } else if (surname !== undefined) {
      finds.push(surname)
    }
    const last = finds.at(-1)
    if (last === undefined || last.to <= at) {
      at++
      continue
    }
    covered = last.to - 1
    at = last.to
  }
  return finds
}

/** "Bill and Hillary Clinton": the first name before it has the same surname. */
function partnerOf(names: NameTrie, tokens: Token[], from: number, to: number): Find | null {
  const [first, and, surname] = [tokens[from - 2], tokens[from - 1], tokens[to - 1]]
  if (to - from < 2 || first === undefined || surname === undefined) return null
  if (and?.word !== 'and' || and.gap !== ' ' || tokens[from]?.gap !== ' ') return null
  const hit = longestName(names, [first, surname], 0)
  if (hit?.next !== 2 || hit.entry.actor.type !== 'person') return null
  return { entry: hit.entry, rule: 'shared-surname', from: from - 2, to: from - 1 }
}

/** "Clinton County", "Clinton, New York": what is called after somebody. */
function isNamesake(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined) return false
  if (next.gap === ' ' && isCapital(next)) {
    return has(next, FLAG.thing) && !/^(?:regime|era|trip|visit)$/.test(next.folded)
  }
  if (next.gap !== ', ') return false
  const known = knownName(tokens, at + 1)
  if (known === null || !isPlace(known.entry.actor)) return false
  const after = tokens[known.next]
  return after === undefined || !/^(?:and|or|s)$/.test(after.folded)
}

function isMeant(
  { entry, next }: { entry: NameEntry; next: number },
  tokens: Token[],
  at: number,
  covered: number,
): boolean {
  if (isOrdinaryWord(tokens, at, next) || isCutOff(tokens, next)) return false
  if (next === at + 1 && entry.actor.type === 'person' && isNamesake(tokens, at)) return false
  return standsAlone(entry, tokens, at, covered === at - 1)
}
