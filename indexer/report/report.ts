import type { ParsedDocument } from '../parsed.ts'
import type { Changes } from '../push/diff.ts'
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
  leftOut: ParsedDocument['leftOut']
  findings: ParsedDocument['findings']
}

export function reportDocument({
  document,
  entries,
  leftOut,
  findings,
}: ParsedDocument): DocumentReport {
  const all = entries.map(({ entry }) => entry)
  const dates = all.flatMap(({ date, mentions }) =>
    date === null ? mentions : [date, ...mentions],
  )
  return {
    ...document,
    entries: {
      timeline: all.filter(({ kind }) => kind === 'timeline').length,
      paragraph: all.filter(({ kind }) => kind === 'paragraph').length,
    },
    undated: all.filter((entry) => entry.date === null && entry.mentions.length === 0).length,
    inferredDates: dates.filter(({ inferred }) => inferred).length,
    leftOut,
    findings,
  }
}

/** A run's changes as the report has them. */
export function reportChanges(
  changes: Changes | null,
): Pick<Report, 'added' | 'changed' | 'moved' | 'removed' | 'unchanged'> {
  const none = { added: null, changed: null, moved: null, removed: null, unchanged: null }
  return changes === null ? none : { ...changes }
}
