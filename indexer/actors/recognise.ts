import type { Actor } from '#schema/entry'
import type { Authority } from './authority.ts'
import { citationStart } from './citation.ts'
import { EntryContext } from './context-rule.ts'
import { findCandidates } from './names/find.ts'
import { type ReadText, readText } from './names/read-text.ts'
import { addMeant, Resolver } from './names/resolve.ts'
import { type Token, tokensOf } from './tokens.ts'
import { findVerified } from './verified.ts'

/** What is recognised at once: an entry's text, and the words under it when it is a quotation. */
export type Passage = {
  text: string
  attribution: string | null
  /** Where the attribution says that it was: "The White House" is no actor then. */
  place?: string | null
}

/**
 * Recognises the actors of one document, batch after batch in its order: those of the authority file,
 * and others, which are found by rules of our own (`names/`) and marked as not verified. A second
 * mention is understood by the first, and within a batch also by one that follows.
 */
export class DocumentActors {
  readonly #authority: Authority
  readonly #resolver: Resolver
  /** Used again for every passage, as nothing of them is kept. */
  readonly #textTokens: Token[] = []
  readonly #underTokens: Token[] = []
  #covered = new Uint8Array(1_000)

  constructor(authority: Authority) {
    this.#authority = authority
    this.#resolver = new Resolver(authority)
  }

  /**
   * The actors of each passage, each once with all the words that stand for it, in the order of their
   * first words, those of the attribution first and without offsets. Offsets count UTF-16 code units
   * in the text.
   */
  recognise(passages: readonly Passage[]): Actor[][] {
    const read = passages.map((passage) => this.#read(passage))
    const meant = this.#resolver.resolve(read.flat())
    let next = 0
    return read.map((texts, passage) => {
      const place = passages[passage]?.place ?? ''
      const actors = new Map<string, Actor>()
      for (const [index, text] of texts.entries()) {
        const isText = index === texts.length - 1
        addMeant(actors, text, meant[next++] ?? [], isText ? null : place)
      }
      return [...actors.values()]
    })
  }

  /** The attribution, if there is one, then the text. */
  #read({ text, attribution }: Passage): ReadText[] {
    const end = citationStart(text)
    const all = tokensOf(text, this.#textTokens)
    const tokens = end === text.length ? all : all.filter((token) => token.start < end)
    const under = attribution === null ? null : tokensOf(attribution, this.#underTokens)
    const context = new EntryContext(under === null ? [tokens] : [tokens, under])
    const above = this.#readText(text, tokens, context)
    if (under === null) return [above]
    return [this.#readText(attribution ?? '', under, context), above]
  }

  #readText(text: string, tokens: Token[], context: EntryContext): ReadText {
    const { actors, others } = this.#authority
    const verified = actors.length === 0 ? [] : findVerified(tokens, this.#authority, context)
    if (others === null) return readText(text, tokens, verified, [])
    const covered = this.#noneCovered(tokens.length)
    for (const { from, to } of verified) covered.fill(1, from, to)
    return readText(text, tokens, verified, findCandidates(text, tokens, covered))
  }

  /** Nothing for so many tokens: the same array again, as a new one for each text is dear. */
  #noneCovered(length: number): Uint8Array {
    if (this.#covered.length < length) this.#covered = new Uint8Array(2 * length)
    return this.#covered.fill(0, 0, length)
  }
}
