import type { ActorType } from '#schema/entry'
import type { ContextRule, EntryContext } from './context-rule.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * Names and aliases as a trie over their folded words: a text is matched in one walk, whatever the
 * number of names (a word-wise variant of Aho and Corasick's dictionary matching).
 */

export type NamedActor = {
  id: string
  name: string
  type: ActorType
  aliases: string[]
  rules?: ReadonlyMap<string, ContextRule>
}

export type NameEntry = {
  actor: NamedActor
  rule: 'authority-name' | 'authority-alias'
  /** The name's words as written, for the comparison of case. */
  words: string[]
  /** True for `U.S.`: a full stop that follows in the text belongs to the name. */
  endsWithStop: boolean
  /** Where the name counts; null: everywhere. */
  context: ContextRule | null
}

export type TrieNode = {
  /** By `stepOf`. */
  next: Map<string, TrieNode> | null
  /** Names that end here: more than one when they differ in case only. */
  entries: NameEntry[]
}

export type NameTrie = TrieNode & {
  /** Whether a name begins with something else than a capital. */
  beginsSmall: boolean
}

/** The step to a word: its gap stands in front, where it is no mere space. */
const stepOf = (token: Token, first: boolean): string =>
  first || token.gap === ' ' ? token.folded : `${token.gap}${token.folded}`

export function compileNames(actors: NamedActor[]): NameTrie {
  const root = { ...emptyNode(), beginsSmall: false }
  for (const actor of actors) {
    insert(root, actor.name, { actor, rule: 'authority-name', context: null })
    for (const alias of actor.aliases) {
      const context = actor.rules?.get(alias) ?? null
      insert(root, alias, { actor, rule: 'authority-alias', context })
    }
  }
  return root
}

function insert(
  root: NameTrie,
  name: string,
  found: Pick<NameEntry, 'actor' | 'rule' | 'context'>,
): void {
  const tokens = tokensOf(name)
  if (tokens.length === 0) return
  if (!STARTS_UPPER.test(tokens[0]?.word ?? '')) root.beginsSmall = true
  let node: TrieNode = root
  for (const [index, token] of tokens.entries()) {
    const step = stepOf(token, index === 0)
    node.next ??= new Map()
    let next = node.next.get(step)
    if (next === undefined) {
      next = emptyNode()
      node.next.set(step, next)
    }
    node = next
  }
  const words = tokens.map((token) => token.word)
  node.entries.push({ ...found, words, endsWithStop: name.trimEnd().endsWith('.') })
}

const emptyNode = (): TrieNode => ({ next: null, entries: [] })

export type Hit = {
  entry: NameEntry
  /** Index after the last token of the name. */
  next: number
}

/**
 * The longest name that begins at a token and agrees in case; null when there is none.
 *
 * @param context of the entry, for names with a context rule; without one, these count too
 */
export function longestName(
  trie: NameTrie,
  tokens: Token[],
  at: number,
  context?: EntryContext,
): Hit | null {
  const first = tokens[at]
  if (first === undefined) return null
  if (!trie.beginsSmall && (first.isSmall || first.word === first.folded)) return null
  let node: TrieNode | undefined = trie
  let best: Hit | null = null
  for (let index = at; index < tokens.length; index++) {
    const token: Token | undefined = tokens[index]
    if (token === undefined) break
    node = node.next?.get(stepOf(token, index === at))
    if (node === undefined) break
    for (const entry of node.entries) {
      if (!agreesInCase(entry.words, tokens, at)) continue
      if (entry.context !== null && context?.allows(entry.context) === false) continue
      best = { entry, next: index + 1 }
      break
    }
  }
  return best
}

function agreesInCase(words: string[], tokens: Token[], at: number): boolean {
  for (let index = 0; index < words.length; index++) {
    if (!sameCase(words[index] as string, (tokens[at + index] as Token).word)) return false
  }
  return true
}

/** "U.N." is no name inside "U.N.E.S.C.O." */
export function isCutOff(tokens: Token[], next: number): boolean {
  const after = tokens[next]
  return after?.gap === '.' && after.length === 1 && tokens[next - 1]?.length === 1
}

const LOWER = /\p{Ll}/u
const STARTS_UPPER = /^\p{Lu}/u

/** Capitals stay capitals (NATO), a capitalised word needs its first letter, others go either way. */
function sameCase(name: string, written: string): boolean {
  if (!STARTS_UPPER.test(name)) return true
  if (!LOWER.test(name)) return !LOWER.test(written)
  return STARTS_UPPER.test(written)
}
