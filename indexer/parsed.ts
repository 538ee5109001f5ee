import type { DocumentRef, ParsedEntry } from '#schema/entry'
import type { Broken } from './table/table.ts'

/** What the front half of the indexer (read, split, date, recognise) hands to the back half (push). */

/** Formats whose bytes are text in some encoding. */
export type TextFormat = 'txt' | 'md' | 'html' | 'tei' | 'csv' | 'tsv' | 'json' | 'jsonl'

/** Formats that only a library of their own can take apart. */
export type BinaryFormat = 'docx' | 'pdf'

type Place = {
  /** The document's id, see INTERFACES: from its address or relative path, as a slug. */
  id: string
  /** An address or a relative path. */
  source: string
}

/** A text to parse, with its place in the collection settled. */
export type SourceText = Place & { format: TextFormat; text: string }

/** The same for bytes that are no text. */
export type SourceBytes = Place & { format: BinaryFormat; bytes: Uint8Array }

/** A text that comes in pieces: each call begins it anew. Throws a SourceError where it cannot go on. */
export type Pieces = () => AsyncIterable<string>

/** The same for a text too large to stand in memory. */
export type SourceStream = Place & {
  format: StreamedFormat
  pieces: Pieces
  /** Whether what is between its pieces and its entries may stand in memory all the same. */
  isSmall?: boolean
}

/** Formats that are read in pieces. */
export type StreamedFormat = Exclude<TextFormat, 'html' | 'tei'>

export type Source = SourceText | SourceBytes | SourceStream

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
  /** Above or below the text of each page. */
  | 'header or footer'
  /** By a tracked change. */
  | 'deleted'
  | 'hidden'
  /** It waits for somebody's words. */
  | 'placeholder'
  /** A column of a table that is none of an entry's fields. */
  | 'column'

/** A block that became no entry, with the reason, so that no sentence vanishes unseen. */
export type LeftOut = { text: string; line: number; reason: LeftOutReason }

/** Something uncertain that a reader of the report should look at. */
export type Finding = { message: string; line: number; text: string }

/** What a document holds besides its entries: the first of each kind, and how many there are. */
export type Rest = {
  leftOut: LeftOut[]
  findings: Finding[]
  /** Parts that could not be read, as rows of a table. */
  broken: Broken[]
  counts: { leftOut: Partial<Record<LeftOutReason, number>>; findings: number; broken: number }
}

/** A document whose entries come in their order, so that a large one never stands in memory whole. */
export type ParsedDocument = {
  document: DocumentRef
  /**
   * In chunks of at most some thousand; to be read once, to the end. Throws a SourceError where the
   * source turns out to be unreadable on the way.
   */
  entries: AsyncIterable<DraftEntry[]>
  /** Only once `entries` is at its end. */
  rest: () => Rest
}

/** A document that stands in memory as a whole. */
export type WholeDocument = Rest & { document: DocumentRef; entries: DraftEntry[] }

/** Reads a document to its end: for small ones. */
export async function wholeOf({ document, entries, rest }: ParsedDocument): Promise<WholeDocument> {
  const all: DraftEntry[] = []
  for await (const chunk of entries) all.push(...chunk)
  return { document, entries: all, ...rest() }
}

/** Offers a document that stands in memory in the way of a large one. */
export function inOneChunk({ document, entries, ...rest }: WholeDocument): ParsedDocument {
  async function* chunks() {
    if (entries.length > 0) yield entries
  }
  return { document, entries: chunks(), rest: () => rest }
}
