import { vectorsOf } from '#schema/meaning/vectors'
import type { EntryRecord } from '#schema/record'
import { tombstone } from '#schema/tombstone'

/** What a run would change of one document. */
export type DocumentChange = { upserted: string[]; vanished: string[]; firstLine: number }

/** A run's changes so far, which nobody has seen yet: entries as lines of JSON. */
export class GatheredChanges {
  lines: string[] = []
  /** Of the lines, and of the tombstones that the vanished entries would take. */
  bytes = 0
  readonly documents = new Map<string, DocumentChange>()

  upsert(documentId: string, records: EntryRecord[]): void {
    const { upserted } = this.#of(documentId)
    for (const record of records) {
      const line = JSON.stringify(record)
      this.bytes += Buffer.byteLength(line) + 1
      this.lines.push(line)
      upserted.push(record.id)
    }
  }

  vanish(documentId: string, ids: string[]): void {
    const { vanished } = this.#of(documentId)
    for (const id of ids) {
      this.bytes += tombstoneLine(id).length + 1
      vanished.push(id)
    }
  }

  /** Leaves out the document that came last. */
  forget(documentId: string): void {
    const change = this.documents.get(documentId)
    if (change === undefined) return
    for (const line of this.lines.splice(change.firstLine))
      this.bytes -= Buffer.byteLength(line) + 1
    this.documents.delete(documentId)
  }

  get upserted(): number {
    return this.lines.length
  }

  get vanished(): string[] {
    return [...this.documents.values()].flatMap(({ vanished }) => vanished)
  }

  #of(documentId: string): DocumentChange {
    let change = this.documents.get(documentId)
    if (change === undefined) {
      change = { upserted: [], vanished: [], firstLine: this.lines.length }
      this.documents.set(documentId, change)
    }
    return change
  }
}

/** The engine wants to know of every record that it has no vector. */
export const tombstoneLine = (id: string): string =>
  JSON.stringify({ ...tombstone(id), _vectors: vectorsOf(null) })
