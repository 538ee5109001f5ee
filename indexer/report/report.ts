import type { ActorType, DocumentRef } from '#schema/entry'
import type { DraftEntry, Rest } from '../parsed.ts'
import type { Changes } from '../push/diff.ts'
import { RestCollector } from '../rest.ts'
import type { Problem } from '../source/list.ts'

/** What a run did and what of it is uncertain; `--report` writes it as JSON. */
export type Report = {
  documents: DocumentReport[]
  /** Sources that could not be read, or only in part. */
  unreadable: Problem[]
  /** Files of folders that were left alone. */
  skipped: Problem[]
  /** There are more names outside of the authority file than are kept: those that came later are no actors. */
  tooManyNames: boolean
  /** Entries of this run against those that the collection held; null in a dry run. */
  added: number | null
  changed: number | null
  moved: number | null
  removed: number | null
  unchanged: number | null
  /** Ids of documents that are no longer in the collection. */
  removedDocuments: string[]
  /** The corpus version after the run; null in a dry run. */
  corpusVersion: number | null
}

export type DocumentReport = {
  id: string
  title: string
  source: string
  entries: { timeline: number; paragraph: number }
  undated: number
  /** Ids of the first 1,000 of them. */
  undatedEntries: string[]
  /** Dates of which a part was taken from elsewhere in the document. */
  inferredDates: number
  /** The first 1,000 of them. */
  inferred: ReportedDate[]
  /** Names that are not in the authority file, the most frequent 1,000, with the entries they are in. */
  unverified: ReportedName[]
  unverifiedCount: number
  /** The first 10,000, and how many there are of each reason. */
  leftOut: Rest['leftOut']
  leftOutCounts: Rest['counts']['leftOut']
  /** The first 10,000, and how many there are. */
  findings: Rest['findings']
  findingsCount: number
}

export type ReportedDate = { entry: string; text: string; edtf: string }
export type ReportedName = { name: string; type: ActorType; entries: number }

/** How much of each list a report shows, and how many names it counts. */
const MOST = 1_000
const MOST_NAMES = 50_000

/** Counts the entries of a document while they pass. */
export class EntryTally {
  readonly entries = { timeline: 0, paragraph: 0 }
  undated = 0
  readonly undatedEntries: string[] = []
  inferredDates = 0
  readonly inferred: ReportedDate[] = []
  readonly #names = new Map<string, ReportedName>()

  get count(): number {
    return this.entries.timeline + this.entries.paragraph
  }

  add(drafts: DraftEntry[]): void {
    for (const { entry } of drafts) {
      const { id, kind, date, mentions, actors } = entry
      this.entries[kind]++
      if (date === null && mentions.length === 0) {
        this.undated++
        if (this.undatedEntries.length < MOST) this.undatedEntries.push(id)
      }
      for (const { inferred, text, edtf } of date === null ? mentions : [date, ...mentions]) {
        if (!inferred) continue
        this.inferredDates++
        if (this.inferred.length < MOST) this.inferred.push({ entry: id, text, edtf })
      }
      for (const { name, type, verified } of actors) {
        const known = this.#names.get(name)
        if (known !== undefined) known.entries++
        else if (!verified && this.#names.size < MOST_NAMES) {
          this.#names.set(name, { name, type, entries: 1 })
        }
      }
    }
  }

  get unverifiedCount(): number {
    return this.#names.size
  }

  get unverified(): ReportedName[] {
    const names = [...this.#names.values()].sort((a, b) => b.entries - a.entries)
    return names.slice(0, MOST)
  }
}

/** @param rest null when it could not be read to its end */
export function reportDocument(
  document: DocumentRef,
  tally: EntryTally,
  rest: Rest | null,
): DocumentReport {
  const { leftOut, findings, counts } = rest ?? new RestCollector().rest
  return {
    ...document,
    entries: tally.entries,
    undated: tally.undated,
    undatedEntries: tally.undatedEntries,
    inferredDates: tally.inferredDates,
    inferred: tally.inferred,
    unverified: tally.unverified,
    unverifiedCount: tally.unverifiedCount,
    leftOut,
    leftOutCounts: counts.leftOut,
    findings,
    findingsCount: counts.findings,
  }
}

/** A run's changes as the report has them. */
export function reportChanges(
  changes: Changes | null,
): Pick<Report, 'added' | 'changed' | 'moved' | 'removed' | 'unchanged'> {
  const none = { added: null, changed: null, moved: null, removed: null, unchanged: null }
  return changes === null ? none : { ...changes }
}
