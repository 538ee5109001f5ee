import type { DocumentRef } from '#schema/entry'
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
  /** Dates of which a part was taken from elsewhere in the document. */
  inferredDates: number
  /** The first 10,000, and how many there are of each reason. */
  leftOut: Rest['leftOut']
  leftOutCounts: Rest['counts']['leftOut']
  /** The first 10,000, and how many there are. */
  findings: Rest['findings']
  findingsCount: number
}

/** Counts the entries of a document while they pass. */
export class EntryTally {
  readonly entries = { timeline: 0, paragraph: 0 }
  undated = 0
  inferredDates = 0

  get count(): number {
    return this.entries.timeline + this.entries.paragraph
  }

  add(drafts: DraftEntry[]): void {
    for (const { entry } of drafts) {
      const { kind, date, mentions } = entry
      this.entries[kind]++
      if (date === null && mentions.length === 0) this.undated++
      if (date?.inferred) this.inferredDates++
      for (const { inferred } of mentions) if (inferred) this.inferredDates++
    }
  }
}

/** @param rest null when it could not be read to its end */
export function reportDocument(
  document: DocumentRef,
  { entries, undated, inferredDates }: EntryTally,
  rest: Rest | null,
): DocumentReport {
  const { leftOut, findings, counts } = rest ?? new RestCollector().rest
  return {
    ...document,
    entries,
    undated,
    inferredDates,
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
