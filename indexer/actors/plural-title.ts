import type { EntryContext } from './context-rule.ts'
import { singularsOf } from './titles.ts'
import { type Token, tokensOf } from './tokens.ts'
import { longestName, type NameEntry, type NameTrie } from './trie.ts'

/**
 * "Secretaries Albright and Cohen": a plural title and a list of surnames stand for "Secretary
 * Albright" and "Secretary Cohen".
 */

const NONE: PluralHit[] = []

export type PluralHit = {
  entry: NameEntry
  /** Tokens of the surname alone. */
  from: number
  to: number
}

const LIST_GAP = /^(?: |, |,)$/
const AND = /^(?:and|und|et)$/
const STARTS_UPPER = /^\p{Lu}/u
const LONGEST_SURNAME = 3

/** The members of the list that the plural title at a token begins; empty when there is none. */
export function pluralTitleAt(
  trie: NameTrie,
  tokens: Token[],
  at: number,
  context: EntryContext,
): PluralHit[] {
  const title = tokens[at]
  if (title === undefined || title.isSmall || title.folded === title.word) return NONE
  const singulars = singularsOf(title.folded)
  if (singulars === null || !STARTS_UPPER.test(title.word)) return NONE
  const hits: PluralHit[] = []
  let item = at + 1
  while (isItem(tokens, item)) {
    const hit = memberAt(trie, tokens, at, singulars, item, context)
    if (hit !== null) hits.push(hit)
    item = nextItem(tokens, hit?.to ?? item + 1)
  }
  return hits
}

function isItem(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && LIST_GAP.test(token.gap) && STARTS_UPPER.test(token.word)
}

/** Past the rest of this item, a comma and "and"; past the end of the text when the list ends. */
function nextItem(tokens: Token[], at: number): number {
  let index = at
  let separated = false
  // "&" is no word: it is part of the gap.
  for (; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (AND.test(token.folded) && LIST_GAP.test(token.gap)) {
      separated = true
      continue
    }
    if (token.gap.startsWith(',') && LIST_GAP.test(token.gap)) separated = true
    if (separated) return index
    if (token.gap !== ' ' || !STARTS_UPPER.test(token.word)) break
  }
  return tokens.length
}

/** "Foreign Ministers Cook and Fischer": the words before the plural belong to the title too. */
function memberAt(
  trie: NameTrie,
  tokens: Token[],
  title: number,
  singulars: readonly string[],
  item: number,
  context: EntryContext,
): PluralHit | null {
  for (let length = LONGEST_SURNAME; length >= 1; length--) {
    const surname = tokens.slice(item, item + length)
    if (surname.length < length || surname.slice(1).some(({ gap }) => gap !== ' ')) continue
    for (const words of [2, 1, 0]) {
      if (title < words) continue
      const before = tokens.slice(title - words, title)
      for (const singular of singulars) {
        const office = [...before.map(({ word }) => word), capital(singular)]
        const entry = entryOf(trie, office, surname, context)
        if (entry !== null) return { entry, from: item, to: item + length }
      }
    }
  }
  return null
}

function entryOf(
  trie: NameTrie,
  title: string[],
  surname: Token[],
  context: EntryContext,
): NameEntry | null {
  const name = tokensOf([...title, ...surname.map(({ word }) => word)].join(' '))
  const hit = longestName(trie, name, 0, context)
  return hit !== null && hit.next === name.length ? hit.entry : null
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
