import type { DocumentRef, ParsedEntry } from '#schema/entry'
import { HashCounter } from './hash-counter.ts'
import { numberedId, textHash } from './ids.ts'
import type { DraftEntry } from './parsed.ts'

/** An entry but for its place in the document. */
export type Described = Omit<ParsedEntry, 'id' | 'document' | 'position'> & { margin: string }

/** Gives the entries of one document, in their order, their ids and positions. */
export class EntryNumbering {
  readonly #document: DocumentRef
  readonly #occurrences = new HashCounter()
  #position = 0

  constructor(document: DocumentRef) {
    this.#document = document
  }

  number(described: Described[]): DraftEntry[] {
    return described.map((given) => {
      const { kind, text, section, place, date, mentions, actors, margin } = given
      const document = this.#document
      const hash = textHash(text)
      const id = numberedId(document.id, hash, this.#occurrences.count(hash))
      const position = this.#position++
      return {
        entry: { id, kind, text, document, section, position, place, date, mentions, actors },
        margin,
      }
    })
  }
}
