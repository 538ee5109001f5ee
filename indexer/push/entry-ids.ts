import { HashCounter } from '../hash-counter.ts'
import { entryHash } from '../ids.ts'

/** Ids of entries of one document: a million takes some 20 MB, where a Set of texts takes 100. */
export class EntryIds implements Iterable<string> {
  readonly #documentId: string
  /** Ids that are a hash behind the document's id, as nearly all are. */
  readonly #hashes = new HashCounter()
  readonly #others = new Set<string>()

  constructor(documentId: string) {
    this.#documentId = documentId
  }

  add(id: string): void {
    const hash = entryHash(this.#documentId, id)
    if (hash === null) this.#others.add(id)
    else if (this.#hashes.countOf(hash) === 0) this.#hashes.count(hash)
  }

  has(id: string): boolean {
    const hash = entryHash(this.#documentId, id)
    return hash === null ? this.#others.has(id) : this.#hashes.countOf(hash) > 0
  }

  get size(): number {
    return this.#hashes.size + this.#others.size
  }

  *[Symbol.iterator](): Generator<string> {
    for (const hash of this.#hashes.hashes()) yield `${this.#documentId}-${hash}`
    yield* this.#others
  }
}
