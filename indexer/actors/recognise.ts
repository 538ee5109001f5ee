import type { Actor, Evidence } from '#schema/entry'
import type { Authority } from './authority.ts'
import { EntryContext } from './context-rule.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import { pluralTitleAt } from './plural-title.ts'
import { standsAlone } from './surname.ts'
import { type Token, tokensOf } from './tokens.ts'
import { longestName, type NameEntry } from './trie.ts'

type Rule = NameEntry['rule'] | 'plural-title'

type Find = { entry: NameEntry; rule: Rule; start: number; end: number }

/**
 * Recognises the actors of one document: entry after entry, in their order, for a second mention is
 * understood by the first.
 */
export class DocumentActors {
  readonly #authority: Authority

  constructor(authority: Authority) {
    this.#authority = authority
  }

  /**
   * The actors of an entry, each once with all the words that stand for it. Names are found at word
   * borders, leftmost and longest first; capitals decide (NATO, not nato; US, not us), diacritics and
   * kinds of apostrophe, hyphen and space do not.
   *
   * @param text the entry's text: offsets count UTF-16 code units in it
   * @param attribution the words under a quotation, whose evidence has no offset; null without one
   * @returns in the order of their first words, those of the attribution first
   */
  recognise(text: string, attribution: string | null): Actor[] {
    const actors = new Map<string, Actor>()
    if (this.#authority.actors.length === 0) return []
    const tokens = tokensOf(text)
    const below = attribution === null ? [] : tokensOf(attribution)
    const context = new EntryContext([tokens, below])
    for (const find of namesAmong(below, attribution ?? '', this.#authority, context)) {
      add(actors, find, { text: attribution?.slice(find.start, find.end) ?? '', offset: null })
    }
    for (const find of namesAmong(tokens, text, this.#authority, context)) {
      const { start, end } = find
      add(actors, find, { text: text.slice(start, end), offset: [start, end] })
    }
    return [...actors.values()]
  }
}

function add(actors: Map<string, Actor>, { entry, rule }: Find, evidence: Evidence): void {
  const { id, name, type } = entry.actor
  const known = actors.get(id)
  if (known === undefined) {
    actors.set(id, { id, name, type, verified: true, rule, evidence: [evidence] })
  } else {
    known.evidence.push(evidence)
  }
}

/** Every name of the authority file in a text, in text order, none inside another. */
export function findNames(text: string, authority: Authority): Find[] {
  const tokens = tokensOf(text)
  return namesAmong(tokens, text, authority, new EntryContext([tokens]))
}

function namesAmong(
  tokens: Token[],
  text: string,
  { names }: Authority,
  context: EntryContext,
): Find[] {
  const finds: Find[] = []
  /** Surnames of a list under a plural title, by the token at which they begin. */
  const listed = new Map<number, Find & { to: number }>()
  let covered = -1
  for (let at = 0; at < tokens.length; ) {
    for (const { entry, from, to } of pluralTitleAt(names, tokens, at, context)) {
      listed.set(from, { ...spanOf(text, tokens, from, to, entry), rule: 'plural-title', to })
    }
    const hit = longestName(names, tokens, at, context)
    const surname = listed.get(at)
    if (hit !== null && hit.next >= (surname?.to ?? 0) && isMeant(hit, tokens, at, covered)) {
      finds.push(spanOf(text, tokens, at, hit.next, hit.entry))
      covered = hit.next - 1
      at = hit.next
    } else if (surname !== undefined) {
      const { to, ...find } = surname
      finds.push(find)
      covered = to - 1
      at = to
    } else {
      at++
    }
  }
  return finds
}

function isMeant(
  { entry, next }: { entry: NameEntry; next: number },
  tokens: Token[],
  at: number,
  covered: number,
): boolean {
  if (isOrdinaryWord(tokens, at, next)) return false
  return standsAlone(entry, tokens, at, covered === at - 1)
}

function spanOf(text: string, tokens: Token[], from: number, to: number, entry: NameEntry): Find {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  const stop = entry.endsWithStop && text[end] === '.' ? 1 : 0
  return { entry, rule: entry.rule, start, end: end + stop }
}
