import { type Token, tokensOf } from './tokens.ts'

/**
 * Context rules of the authority file: an alias that means its actor only where certain words stand
 * in the same entry, or only where they do not.
 */

export type ContextRule = {
  /** One of these must stand in the entry; empty: nothing must. */
  onlyWith: readonly string[]
  /** None of these may stand in the entry. */
  notWith: readonly string[]
}

/** The words of an entry, in which context rules are looked up. */
export class EntryContext {
  readonly #texts: Token[][]
  /** Folded word → its places, as text and token. */
  #places: Map<string, [number, number][]> | null = null

  /** @param texts everything that the entry says: its text and the attribution under it */
  constructor(texts: Token[][]) {
    this.#texts = texts
  }

  allows({ onlyWith, notWith }: ContextRule): boolean {
    if (notWith.some((words) => this.#holds(words))) return false
    return onlyWith.length === 0 || onlyWith.some((words) => this.#holds(words))
  }

  /** Whole words, one after another, in any case and with any diacritics. */
  #holds(words: string): boolean {
    const wanted = tokensOf(words)
    const [first] = wanted
    if (first === undefined) return false
    return (this.#index().get(first.folded) ?? []).some(([text, at]) =>
      wanted.every(({ folded }, index) => this.#texts[text]?.[at + index]?.folded === folded),
    )
  }

  #index(): Map<string, [number, number][]> {
    if (this.#places !== null) return this.#places
    const places = new Map<string, [number, number][]>()
    for (const [text, tokens] of this.#texts.entries()) {
      for (const [at, { folded }] of tokens.entries()) {
        const known = places.get(folded)
        if (known === undefined) places.set(folded, [[text, at]])
        else known.push([text, at])
      }
    }
    this.#places = places
    return places
  }
}
