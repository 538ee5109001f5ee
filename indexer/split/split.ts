import type { Block, Heading, PartedReading, StatedDate, TableRow } from '../blocks.ts'
import type { Anchor } from '../dates/context.ts'
import type { LeftOut } from '../parsed.ts'
import { type Keep, type Part, type Parts, type Stage, through } from '../stages.ts'
import {
  type AttributedBlock,
  Attributing,
  type Attribution,
  type ReadAttribution,
} from './attribution.ts'
import { DateHeadings, hasDateHeadings } from './date-headings.ts'
import { type DocumentDates, headingDate, isWithinMonth, wholeHeadingDate } from './date-of.ts'
import { withinField } from './field-size.ts'
import { Labels } from './labels.ts'
import { type Section, Sections } from './sections.ts'
import { TitleSearch, WithoutTitle } from './title.ts'

/** What becomes one entry, before it is dated. */
export type Piece = {
  kind: Exclude<Block['kind'], 'heading'>
  text: string
  line: number
  cells: string[]
  section: Section | null
  /** What completes a date with which it begins: of its section, else of the title. */
  anchor: Anchor | null
  attribution: Attribution | null
  /** The date that the markup states of its first words. */
  stated?: StatedDate | undefined
  /** A date that stands apart above the text. */
  head?: string | undefined
  /** Where the text begins in a column of its own, behind its date. */
  column?: number | undefined
}

export type Split = { title: string; pieces: Parts<Piece> }

/**
 * The one splitter: the blocks of a document, whatever its format, become pieces in order.
 *
 * @param keep for what is read more than once
 */
export async function split(
  { title: stated, parts }: PartedReading,
  source: string,
  dates: DocumentDates,
  { readAttribution, keep }: { readAttribution: ReadAttribution; keep: Keep },
): Promise<Split> {
  const search = new TitleSearch(dates)
  for await (const { items } of parts()) {
    search.add(items)
    if (search.isSettled) break
  }
  const title = search.title(stated, source)
  const untitled = through(parts, () => new WithoutTitle(title))
  const attributed = through(untitled, () => new Attributing(readAttribution))
  const blocks = keep(through(attributed, () => new WithoutSigns()))
  const byDate = await hasDateHeadings(blocks, dates)
  const headed = through(blocks, () => new DateHeadings(dates, byDate))
  const isDate = ({ text }: Heading): boolean => headingDate(text, PROBE, dates) !== null
  const isDay = ({ text }: Heading): boolean => isWithinMonth(headingDate(text, PROBE, dates))
  const labelled = through(headed, () => new Labels(isDate, isDay))
  const written = title.leftOut[0]?.text ?? stated ?? ''
  const inSections = through(labelled, () => new InSections(dates, written))
  return { title: title.title, pieces: keep(inSections) }
}

/** Any date completes a heading like "June" here: only the form is asked for. */
const PROBE = { year: 2000, month: 1 }

/** A block without a letter or a digit is an ornament. */
class WithoutSigns implements Stage<AttributedBlock, AttributedBlock> {
  part(blocks: AttributedBlock[]): Part<AttributedBlock> {
    const signs = blocks.filter((block) => !isText(block))
    if (signs.length === 0) return { items: blocks, leftOut: [] }
    return { items: blocks.filter(isText), leftOut: signs.map(asRule) }
  }
}

const isText = ({ text }: Block): boolean => /[\p{L}\p{N}]/u.test(text)
const asRule = ({ text, line }: Block): LeftOut => ({ text, line, reason: 'rule' })

/** Gives each piece the heading that it stands under, and leaves the headings without a piece. */
class InSections implements Stage<AttributedBlock, Piece> {
  readonly #dates: DocumentDates
  readonly #sections: Sections
  /** Headings under which no piece stands so far. */
  readonly #unused = new Set<Heading>()
  /** What it is depends on the block below. */
  #waiting: AttributedBlock | null = null
  #isBelowRow = false

  constructor(dates: DocumentDates, title: string) {
    this.#dates = dates
    this.#sections = new Sections(dates, title)
  }

  part(blocks: AttributedBlock[], isLast: boolean): Part<Piece> {
    const out: Part<Piece> = { items: [], leftOut: [] }
    for (const block of blocks) {
      if (this.#waiting !== null) this.#take(this.#waiting, block, out)
      this.#waiting = block
    }
    if (isLast && this.#waiting !== null) this.#take(this.#waiting, undefined, out)
    for (const heading of this.#unused) {
      if (!isLast && this.#sections.isOpen(heading)) continue
      this.#unused.delete(heading)
      out.leftOut.push({ text: heading.text, line: heading.line, reason: 'heading' })
    }
    return out
  }

  #take(block: AttributedBlock, below: Block | undefined, { items }: Part<Piece>): void {
    const sections = this.#sections
    const heading = headingOf(block, below, this.#dates)
    const isRow = block.kind === 'table row'
    if (!isRow || !this.#isBelowRow) {
      sections.leave(block.kind === 'list item' ? IN_LIST + block.depth : IN_LIST)
    }
    this.#isBelowRow = isRow
    if (heading !== null) {
      sections.enter(heading)
      this.#unused.add(heading)
    }
    if (heading !== null || block.kind === 'heading') return
    const section = sections.current
    if (section !== null) this.#unused.delete(section.heading)
    const piece: Piece = {
      kind: block.kind,
      text: block.text,
      line: block.line,
      cells: block.kind === 'table row' ? block.cells : [],
      section,
      anchor: yearBefore(block) ?? (section === null ? sections.titled : section.anchor),
      attribution: block.attribution ?? null,
      stated: 'stated' in block ? block.stated : undefined,
      head: 'head' in block ? block.head : undefined,
      column: block.kind === 'paragraph' ? block.column : undefined,
    }
    for (const within of withinField(piece)) items.push(within)
  }
}

const yearBefore = (block: Block): Anchor | null =>
  block.kind === 'paragraph' && block.year !== undefined ? { year: block.year, month: null } : null

/** Deeper than every heading. */
const IN_LIST = 200
/** Deeper than every list. */
const IN_TABLE = 1_000_000

/** A heading, or what heads others of its kind: "1999" above a list of its own, or above rows of days. */
function headingOf(block: Block, below: Block | undefined, dates: DocumentDates): Heading | null {
  if (block.kind === 'heading') return block
  if (block.kind === 'table row') return rowAbove(block, below, dates)
  if (block.kind !== 'list item' || below?.kind !== 'list item') return null
  if (below.depth <= block.depth || wholeHeadingDate(block.text, PROBE, dates) === null) return null
  return { ...block, kind: 'heading', level: IN_LIST + block.depth, marked: true }
}

/** A row that is a year or a month and nothing else, above rows whose dates need it. */
function rowAbove(row: TableRow, below: Block | undefined, dates: DocumentDates): Heading | null {
  const [only = '', ...others] = row.cells.filter((cell) => cell !== '')
  if (others.length > 0 || below?.kind !== 'table row') return null
  const date = wholeHeadingDate(only, PROBE, dates)
  const isNeeded = wholeHeadingDate(below.cells[0] ?? '', PROBE, dates)?.inferred === true
  if (date === null || !isNeeded) return null
  const level = IN_TABLE + (date.precision === 'year' ? 0 : 1)
  return { kind: 'heading', text: only, line: row.line, level, marked: true }
}
