import type { Block, Heading, Reading, StatedDate } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { type Attribution, attributedQuotation, type ReadAttribution } from './attribution.ts'
import { datesAsHeadings } from './date-headings.ts'
import { type DocumentDates, headingDate, isWithinMonth, wholeHeadingDate } from './date-of.ts'
import { withinField } from './field-size.ts'
import { resolveLabels } from './labels.ts'
import { type Section, Sections } from './sections.ts'
import { takeTitle } from './title.ts'

/** What becomes one entry, before it is dated. */
export type Piece = {
  kind: Exclude<Block['kind'], 'heading'>
  text: string
  line: number
  cells: string[]
  section: Section | null
  attribution: Attribution | null
  /** The date that the markup states of its first words. */
  stated?: StatedDate | undefined
  /** A date that stands apart above the text. */
  head?: string | undefined
}

export type Split = { title: string; pieces: Piece[]; leftOut: LeftOut[] }

/** The one splitter: the blocks of a document, whatever its format, become pieces in order. */
export function split(
  reading: Reading,
  source: string,
  dates: DocumentDates,
  readAttribution: ReadAttribution,
): Split {
  const isDate = ({ text }: Heading): boolean => headingDate(text, PROBE, dates) !== null
  const titled = takeTitle(reading, source, (heading) => isPeriod(heading, reading, dates))
  const attributed = attribute(titled.blocks, readAttribution)
  const blocks = datesAsHeadings(attributed.blocks.filter(isText), dates)
  const isDay = ({ text }: Heading): boolean => isWithinMonth(headingDate(text, PROBE, dates))
  const labelled = resolveLabels(blocks, isDate, isDay)
  const signs = attributed.blocks.filter((block) => !isText(block)).map(asRule)
  const { pieces, headings } = inSections(labelled.blocks, attributed.attributions, dates)
  return {
    title: titled.title,
    pieces,
    leftOut: [
      ...reading.leftOut,
      ...titled.leftOut,
      ...signs,
      ...labelled.leftOut,
      ...headings,
    ].sort((a, b) => a.line - b.line),
  }
}

/** A block without a letter or a digit is an ornament. */
const isText = ({ text }: Block): boolean => /[\p{L}\p{N}]/u.test(text)
const asRule = ({ text, line }: Block): LeftOut => ({ text, line, reason: 'rule' })

/** Any date completes a heading like "June" here: only the form is asked for. */
const PROBE = { year: 2000, month: 1 }

/** "1999", or one of several headings like "1999: The Long Summer": a section, not a title. */
function isPeriod(heading: Heading, { blocks }: Reading, dates: DocumentDates): boolean {
  if (wholeHeadingDate(heading.text, PROBE, dates) !== null) return true
  if (headingDate(heading.text, PROBE, dates) === null) return false
  return blocks.some(
    (block) =>
      block.kind === 'heading' &&
      block !== heading &&
      headingDate(block.text, PROBE, dates) !== null,
  )
}

/** Puts each quotation and the lines under it together. */
function attribute(
  blocks: Block[],
  read: ReadAttribution,
): { blocks: Block[]; attributions: Map<Block, Attribution> } {
  const attributions = new Map<Block, Attribution>()
  const kept: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const quotation = attributedQuotation(blocks, at, read)
    if (quotation === null) {
      kept.push(blocks[at] as Block)
      at++
      continue
    }
    const { text, line, attribution, next } = quotation
    const block: Block = { kind: 'quotation', text, line, lines: [text] }
    attributions.set(block, attribution)
    kept.push(block)
    at = next
  }
  return { blocks: kept, attributions }
}

/** Gives each piece the heading that it stands under, and lists the headings without a piece. */
function inSections(
  blocks: Block[],
  attributions: Map<Block, Attribution>,
  dates: DocumentDates,
): { pieces: Piece[]; headings: LeftOut[] } {
  const sections = new Sections(dates)
  const pieces: Piece[] = []
  const headings: Heading[] = []
  const used = new Set<Heading>()
  for (const [index, block] of blocks.entries()) {
    const heading = headingAt(blocks, index, dates)
    sections.leave(block.kind === 'list item' ? IN_LIST + block.depth : IN_LIST)
    if (heading !== null) {
      sections.enter(heading)
      headings.push(heading)
    }
    if (heading !== null || block.kind === 'heading') continue
    const section = sections.current
    if (section !== null) used.add(section.heading)
    const piece: Piece = {
      kind: block.kind,
      text: block.text,
      line: block.line,
      cells: block.kind === 'table row' ? block.cells : [],
      section,
      attribution: attributions.get(block) ?? null,
      stated: 'stated' in block ? block.stated : undefined,
      head: 'head' in block ? block.head : undefined,
    }
    pieces.push(...withinField(piece))
  }
  const unused = headings.filter((heading) => !used.has(heading))
  const left = unused.map(({ text, line }): LeftOut => ({ text, line, reason: 'heading' }))
  return { pieces, headings: left }
}

/** Deeper than every heading. */
const IN_LIST = 200

/** A heading, or an item "1999" above a list of its own, which heads that list. */
function headingAt(blocks: Block[], at: number, dates: DocumentDates): Heading | null {
  const block = blocks[at]
  const next = blocks[at + 1]
  if (block?.kind === 'heading') return block
  if (block?.kind !== 'list item' || next?.kind !== 'list item') return null
  if (next.depth <= block.depth || wholeHeadingDate(block.text, PROBE, dates) === null) return null
  return { ...block, kind: 'heading', level: IN_LIST + block.depth, marked: true }
}
