import type { Finding, LeftOut } from './parsed.ts'
import type { Parts } from './stages.ts'
import type { Broken } from './table/table.ts'

/**
 * The one block model: whatever the format, a text is read into these, and one splitter makes
 * entries of them. The text of a block is plain, in one line, single-spaced; lines of the source are
 * counted from 1.
 */

/** A date that the markup states of a block, or of the words with which it begins. */
export type StatedDate = {
  /** A day, a month, a year, or an interval of them. */
  edtf: string
  /** The words, as written; '' where it is stated of the block. */
  text: string
  rule: 'time-element' | 'tei-date'
}

export type Heading = {
  kind: 'heading'
  text: string
  line: number
  stated?: StatedDate | undefined
  /** 1 is outermost. */
  level: number
  /** True for markup; false for a line that only looks like a heading, on which splitting decides. */
  marked: boolean
}

export type Paragraph = {
  kind: 'paragraph'
  text: string
  line: number
  stated?: StatedDate | undefined
  /** A date that stands apart above the text, on a line of its own. */
  head?: string | undefined
  /** The year in the column before it, some lines above: it completes the date with which the text begins. */
  year?: number | undefined
  /** Where the text begins in a column of its own, behind a date: it may begin like one itself. */
  column?: number | undefined
  /** The lines as written (plain text), where somebody broke them on purpose or by wrapping. */
  lines: string[]
}

export type ListItem = {
  kind: 'list item'
  text: string
  line: number
  stated?: StatedDate | undefined
  /** As in a paragraph, or the term of a list of definitions. */
  head?: string | undefined
  /** 0 for the outermost list. */
  depth: number
  /** The bullet as written; '' for a numbered item. */
  mark: string
}

export type Quotation = {
  kind: 'quotation'
  text: string
  line: number
  lines: string[]
}

export type TableRow = {
  kind: 'table row'
  text: string
  line: number
  stated?: StatedDate | undefined
  cells: string[]
}

export type Block = Heading | Paragraph | ListItem | Quotation | TableRow

/** A name of somebody or something in the text, as an editor marked it. */
export type GivenName = {
  /** As it stands in the text. */
  text: string
  line: number
  /** To whom it refers; null when that is not said. */
  reference: string | null
  type: 'person' | 'organization' | 'place'
}

/** A document as read: its blocks in order, and what was not text. */
export type Reading = {
  /** A title that the format itself states (front matter, metadata); null when it has none. */
  title: string | null
  blocks: Block[]
  leftOut: LeftOut[]
  /** Names that the markup gives, in document order. */
  names?: GivenName[]
  findings?: Finding[]
  /** Parts that could not be read, as pages. */
  broken?: Broken[]
}

/** The same with its blocks in parts: a large document never stands in memory whole. */
export type PartedReading = Omit<Reading, 'blocks' | 'leftOut'> & { parts: Parts<Block> }

/** What reading has to know about dates to tell the lines of a timeline from wrapped text. */
export type DateForms = {
  /** Whether a line begins with a date and goes on, as a line of a timeline does. */
  startsWithDate: (line: string) => boolean
  /** Whether a line is a date and nothing else. */
  isDate: (line: string) => boolean
  /** Whether it is a day, or an interval of days, and nothing else. */
  isDay: (line: string) => boolean
  /** Whether a line below a date begins with a name: "March on Rome" below "October 1922". */
  beginsWithName: (line: string, above: string) => boolean
  /** Whether a line begins as the entries of this text usually do. */
  beginsEntry: (line: string) => boolean
}
