import { EMBEDDER } from '#schema/meaning/vectors'
import type { EntryRecord } from '#schema/record'
import { tombstone } from '#schema/tombstone'
import { JsonLines, type LinesEnd } from './json-lines.ts'

/** What a run would change of one document. */
export type DocumentChange = { upserted: string[]; vanished: string[]; before: LinesEnd }

/** A run's changes so far, which nobody has seen yet: entries as lines of JSON. */
export class GatheredChanges {
  readonly lines = new JsonLines()
  #tombstoneBytes = 0
  readonly documents = new Map<string, DocumentChange>()

  upsert(documentId: string, records: EntryRecord[]): void {
    const { upserted } = this.#of(documentId)
    for (const record of records) {
      this.lines.add(JSON.stringify(record))
      upserted.push(record.id)
    }
  }

  vanish(documentId: string, ids: string[]): void {
    const { vanished } = this.#of(documentId)
    for (const id of ids) {
      this.#tombstoneBytes += tombstoneLine(id).length + 1
      vanished.push(id)
    }
  }

  /** Leaves out the document that came last. */
  forget(documentId: string): void {
    const change = this.documents.get(documentId)
    if (change === undefined) return
    this.lines.cutTo(change.before)
    this.documents.delete(documentId)
  }

  /** Of the lines, and of the tombstones that the vanished entries would take. */
  get bytes(): number {
    return this.lines.bytes + this.#tombstoneBytes
  }

  get vanished(): string[] {
    return [...this.documents.values()].flatMap(({ vanished }) => vanished)
  }

  #of(documentId: string): DocumentChange {
    let change = this.documents.get(documentId)
    if (change === undefined) {
      change = { upserted: [], vanished: [], before: this.lines.end }
      this.documents.set(documentId, change)
    }
    return change
  }
}

/** An embedder that the engine calls is not asked about it. */
export const tombstoneLine = (id: string): string =>
  JSON.stringify({ ...tombstone(id), _vectors: { [EMBEDDER]: null } })
