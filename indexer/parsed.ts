import type { DocumentRef, ParsedEntry } from '#schema/entry'
import type { Broken } from './table/table.ts'

/** What the front half of the indexer (read, split, date, recognise) hands to the back half (push). */

/** A text to parse, with its place in the collection settled. */
export type SourceText = {
  /** The document's id, see INTERFACES: from its address or relative path, as a slug. */
  id: string
  /** An address or a relative path. */
  source: string
  format: 'txt' | 'md' | 'html' | 'tei' | 'csv' | 'tsv' | 'json' | 'jsonl'
  text: string
}

/** An entry and the words of the source that stand beside its text. */
export type DraftEntry = {
  entry: ParsedEntry
  /** The leading date as written, an attribution: searchable, not part of `text`. */
  margin: string
}

export type LeftOutReason =
  | 'navigation'
  | 'link label'
  | 'masthead'
  | 'title'
  /** A heading under which no entry stands: its words are in no entry's `section`. */
  | 'heading'
  | 'front matter'
  | 'table header'
  | 'link target'
  | 'comment'
  | 'rule'
  /** A column of a table that is none of an entry's fields. */
  | 'column'

/** A block that became no entry, with the reason, so that no sentence vanishes unseen. */
export type LeftOut = { text: string; line: number; reason: LeftOutReason }

/** Something uncertain that a reader of the report should look at. */
export type Finding = { message: string; line: number; text: string }

export type ParsedDocument = {
  document: DocumentRef
  entries: DraftEntry[]
  leftOut: LeftOut[]
  findings: Finding[]
  /** Parts that could not be read, as rows of a table. */
  broken: Broken[]
}
