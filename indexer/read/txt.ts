import type { Block, DateForms, PartedReading, Reading } from '../blocks.ts'
import { type Keep, type Part, type Parts, type Stage, through } from '../stages.ts'
import { isAllCapitals, isLabel, isTitleLine } from './label.ts'
import { normaliseText } from './normalise.ts'
import { ColumnEvidence } from './txt-columns.ts'
import { cellsOf, KnownLines, type Line, type Run, TxtRuns, yearAndRest } from './txt-lines.ts'
import {
  beginsAnew,
  belongTogether,
  endsSentence,
  isEntry,
  isForced,
  joinLines,
  tellsWidth,
  WrapEvidence,
} from './wrapping.ts'

/**
 * Plain text: paragraphs between blank lines, or one to a line; wrapped lines are joined; lines that
 * begin with a date, a bullet or a number are blocks of their own. Lines that look like headings
 * are handed on as unmarked ones: splitting decides from what stands around them.
 *
 * @param lines normalised
 */
export async function readTxtLines(
  lines: Parts<string>,
  dates: DateForms,
  keep: Keep,
): Promise<PartedReading> {
  const survey = new TxtSurvey(dates)
  for await (const { items } of lines()) survey.add(items, false)
  survey.add([], true)
  const { form, known } = survey
  return { title: null, parts: keep(through(lines, () => new TxtBlocks(form, known))) }
}

/** The same for a text that stands in memory. */
export function readTxt(text: string, dates: DateForms): Reading {
  const lines = normaliseText(text).split('\n')
  const survey = new TxtSurvey(dates)
  survey.add(lines, true)
  const { items, leftOut } = new TxtBlocks(survey.form, survey.known).part(lines, true)
  return { title: null, blocks: items, leftOut }
}

/** How the text as a whole is set. */
type Form = {
  /** To which it is wrapped; null when it is not. */
  width: number | null
  /** Its days stand on lines of their own, above what happened. */
  byDay: boolean
  /** Its years stand in a column of their own, before days or months. */
  yearsApart: boolean
  /** Its texts stand in a column of their own, behind days or years. */
  textsApart: boolean
}

/** One such line may be of a letter; several are a chronicle. */
const LEAST_DAYS = 2

/** Reads a text through for what has to be known of all of it. */
class TxtSurvey {
  readonly known = new KnownLines()
  readonly #dates: DateForms
  readonly #runs: TxtRuns
  readonly #evidence = new WrapEvidence()
  readonly #columns = new ColumnEvidence()
  #days = 0
  #yearsApart = false
  #above: Line | undefined

  constructor(dates: DateForms) {
    this.#dates = dates
    this.#runs = new TxtRuns((raw, line, above) => this.known.tell(raw, line, dates, above))
  }

  add(lines: string[], isLast: boolean): void {
    for (const run of this.#runs.part(lines, isLast).items) {
      if (!run.continues) this.#above = undefined
      for (const line of run.lines) {
        const above = this.#above
        this.#above = line
        this.#yearsApart ||= line.yearApart
        if (line.kind === 'dated') this.#columns.add(line.raw)
        if (above === undefined) continue
        if (above.day && line.kind !== 'date') this.#days++
        if (tellsWidth(above.raw) && !this.#begins(line)) this.#evidence.add(above.raw, line.raw)
      }
    }
  }

  /** A line that begins something new whatever the width. */
  #begins({ raw, text, kind }: Line): boolean {
    // What is none of the other kinds was not found to begin with a date.
    return /^\s*[-*•(\d]/.test(raw) || (kind !== 'text' && this.#dates.startsWithDate(text))
  }

  get form(): Form {
    return {
      width: this.#evidence.width,
      byDay: this.#days >= LEAST_DAYS,
      yearsApart: this.#yearsApart,
      textsApart: this.#columns.areTexts,
    }
  }
}

class TxtBlocks implements Stage<string, Block> {
  readonly #form: Form
  readonly #runs: TxtRuns
  /** A run that waits for the one below, and how the one above ends. */
  #waiting: Run | null = null
  #above: Line | undefined
  /** The lines with which a run that goes on began its last block. */
  #open: Segment | null = null
  /** The very first block, until it is known whether others follow; whether it looks like a title. */
  #first: { block: Block; isTitle: boolean } | null = null
  #isAtTop = true
  /** The last line with a year in a column of its own, until a line stands at the margin again. */
  #yearLine: Line | null = null

  constructor(form: Form, known: KnownLines) {
    this.#form = form
    this.#runs = new TxtRuns((raw, line) => known.again(raw, line))
  }

  part(lines: string[], isLast: boolean): Part<Block> {
    const { items: runs, leftOut } = this.#runs.part(lines, isLast)
    const blocks: Block[] = []
    for (const run of runs) this.#pass(run, blocks)
    if (isLast) {
      this.#pass(null, blocks)
      if (this.#first !== null) blocks.push(this.#first.block)
    }
    return { items: blocks, leftOut }
  }

  #pass(next: Run | null, blocks: Block[]): void {
    const run = this.#waiting
    this.#waiting = next
    if (run === null) return
    standAlone(run, this.#above, next?.lines[0], this.#isAtTop)
    for (const block of this.#blocksOf(run)) this.#put(block, run, blocks)
    this.#above = run.lines.at(-1) ?? this.#above
  }

  #blocksOf(run: Run): Block[] {
    const { lines, goesOn } = run
    const segments = segmentsOf(lines, this.#form, run.continues ? this.#open : null)
    this.#open = goesOn ? (segments.pop() ?? null) : null
    const areHeadings = segments.every(
      ([line, more]) => more === undefined && line !== undefined && isHeadingLine(line),
    )
    const { width, textsApart } = this.#form
    const set: Setting = { segments, isTop: !run.continues, areHeadings, width, textsApart }
    return segments.flatMap((segment, index) => {
      const [first, ...more] = segment
      const inColumn = this.#form.yearsApart && first?.kind === 'dated'
      const apart = inColumn ? belowYear(first, more) : null
      if (apart !== null || first === undefined) return apart ?? []
      return this.#besideYear(first, blockOf(segment, index, set))
    })
  }

  /** "      24 Mar  …" below "1890  The board meets." is of that year, which heads no section. */
  #besideYear(first: Line, block: Block): Block {
    const above = this.#yearLine
    if (first.kind === 'dated' && yearAndRest(first).column > 0) this.#yearLine = first
    else if (above !== null && first.indent <= above.indent) this.#yearLine = null
    else if (above !== null && first.kind === 'dated' && isBesideYear(first, above)) {
      if (block.kind === 'paragraph') return { ...block, year: Number(yearAndRest(above).year) }
    }
    return block
  }

  #put(block: Block, { lines: [line, ...more], continues, goesOn }: Run, blocks: Block[]): void {
    if (this.#isAtTop) {
      this.#isAtTop = false
      const isAlone = !continues && !goesOn && more.length === 0 && line?.kind === 'text'
      const isTitle = isAlone && block.kind === 'paragraph' && isTitleLine(block.text)
      this.#first = { block, isTitle }
      return
    }
    if (this.#first !== null) {
      const { block: first, isTitle } = this.#first
      blocks.push(isTitle ? titleOf(first) : first)
      this.#first = null
    }
    blocks.push(block)
  }
}

/** A title at the very top may be longer than any heading. */
const titleOf = ({ text, line }: Block): Block => ({
  kind: 'heading',
  text,
  line,
  level: 1,
  marked: false,
})

/** A label that begins with a date, alone among prose, heads it: "1750–1775: A Long Struggle". */
function standAlone(
  { lines: [line, ...more], continues, goesOn }: Run,
  above: Line | undefined,
  below: Line | undefined,
  isTop: boolean,
): void {
  if (line?.kind !== 'dated' || line.entry || more.length > 0 || continues || goesOn) return
  const fits = isTop ? isTitleLine(line.text) : isLabel(line.text)
  if (fits && above?.kind !== 'dated' && below?.kind !== 'dated') line.kind = 'text'
}

/** Lines that make one block. */
type Segment = Line[]

/** A paragraph is no longer than this where it can be cut between two lines. */
const LONG_SEGMENT = 100_000
const LONGEST_SEGMENT = 190_000

/** @param open the lines with which the block began that these go on with */
function segmentsOf(lines: Line[], { width, byDay }: Form, open: Segment | null): Segment[] {
  const apart = byDay && lines.some((line) => line.day)
  const labels = !apart && lines.every((line) => isHeadingLine(line))
  const segments: Segment[] = open === null ? [] : [open]
  let length = open?.reduce((sum, { text }) => sum + text.length + 1, 0) ?? 0
  for (const line of lines) {
    const current = segments.at(-1)
    if (current !== undefined && goesOn(line, current, { labels, width, length })) {
      current.push(line)
      length += line.text.length + 1
    } else {
      segments.push([line])
      length = line.text.length + 1
    }
  }
  return segments
}

type SoFar = { labels: boolean; width: number | null; length: number }

/** Whether a line belongs to the segment above it. */
function goesOn(line: Line, segment: Segment, { labels, width, length }: SoFar): boolean {
  const first = segment[0]
  const above = segment.at(-1)
  if (first === undefined || above === undefined) return false
  if (line.kind === 'underline') return true
  if (labels ? !isForced(above.raw, line.text, width) : begins(line, above, first, width)) {
    return false
  }
  return length <= (endsSentence(above.text) ? LONG_SEGMENT : LONGEST_SEGMENT)
}

const isHeadingLine = (line: Line): boolean =>
  line.kind === 'date' || ((line.kind === 'text' || line.kind === 'item') && isLabel(line.text))

const isUnwrappedHeading = (line: Line, width: number | null): boolean =>
  width === null && line.kind === 'text' && isAllCapitals(line.text) && isLabel(line.text)

/** Whether a line begins a block of its own, below a line of the block that `first` began. */
function begins(line: Line, above: Line, first: Line, width: number | null): boolean {
  if (above.kind === 'underline' || line.kind === 'row' || above.kind === 'row') return true
  const heads = above.kind === 'date' && above === first
  if (!heads && isUnwrappedHeading(above, width)) return true
  if (isUnwrappedHeading(line, width)) return !heads
  if (line.entry) return isEntry(line.text, above.raw, width)
  if (line.marker !== null) {
    // A wrapped line may happen to begin with a dash.
    const wrapped = isForced(above.raw, line.text, width) && !endsSentence(above.text)
    return !wrapped || first.marker?.mark === line.marker.mark
  }
  // A date alone on its line belongs to the text below it.
  if (heads && (line.kind === 'text' || (line.kind === 'dated' && above.day))) return false
  if (first.yearApart && line.kind === 'dated' && isBesideYear(line, first)) return true
  if (hangs(line, first)) return false
  if (line.kind === 'text') {
    if (line.indent >= above.indent + 2 && endsSentence(above.text) && first.kind === 'text') {
      return true
    }
    return !belongTogether(above.raw, line.text, width)
  }
  const listed = first.kind === 'dated' || first.kind === 'date' || first.kind === line.kind
  return beginsAnew(line.text, above.raw, listed, width)
}

/** Set in from a date that stands out: a line of its entry. */
const hangs = (line: Line, first: Line): boolean =>
  (first.kind === 'dated' || first.kind === 'date') && line.indent >= first.indent + 2

/** "      24 Mar  …" below "1890  7 Jan  …" */
const isBesideYear = (line: Line, first: Line): boolean =>
  line.indent === yearAndRest(first).column || (line.raw.startsWith('\t') && /\d\t/.test(first.raw))

/** A year in a column of its own heads what stands beside and below it. */
function belowYear(first: Line, more: Segment): Block[] | null {
  const { year, rest, column } = yearAndRest(first)
  if (column === 0) return null
  const { line } = first
  const head = first.yearApart ? undefined : year
  const lines = [rest, ...more.map(({ text }) => text)]
  return [
    { kind: 'heading', text: year, line, level: 1, marked: false },
    { kind: 'paragraph', text: joinLines(lines), line, head, lines },
  ]
}

/** Where a block stands. */
type Setting = {
  segments: Segment[]
  /** Whether the first of them begins a run. */
  isTop: boolean
  /** Whether each is a line that may be a heading. */
  areHeadings: boolean
  width: number | null
  textsApart: boolean
}

function blockOf(segment: Segment, index: number, set: Setting): Block {
  const first = segment[0] as Line
  const { line } = first
  const lines = segment.filter(({ kind }) => kind !== 'underline').map(({ text }) => text)
  const underline = segment.find(({ kind }) => kind === 'underline')
  if (underline !== undefined) {
    const level = underline.text.startsWith('=') ? 1 : 2
    return { kind: 'heading', text: joinLines(lines), line, level, marked: true }
  }
  if (first.kind === 'row') {
    return { kind: 'table row', text: first.text, line, cells: cellsOf(first.text) }
  }
  if (segment.length === 1 && looksLikeHeading(first, index, set)) {
    return { kind: 'heading', text: first.text, line, level: 1, marked: false }
  }
  if (first.kind === 'item' && first.marker !== null) {
    const text = joinLines([first.marker.rest, ...lines.slice(1)])
    return { kind: 'list item', text, line, depth: 0, mark: first.marker.mark }
  }
  if (first.kind === 'item') {
    return { kind: 'list item', text: joinLines(lines), line, depth: 0, mark: '' }
  }
  if (first.kind === 'date' && lines.length > 1) {
    const below = lines.slice(1)
    return { kind: 'paragraph', text: joinLines(below), line, head: first.text, lines: below }
  }
  const column = set.textsApart && first.column > 0 ? first.column : undefined
  return { kind: 'paragraph', text: joinLines(lines), line, lines, column }
}

const LONG_LINE = 100

/** A label alone between blank lines, above dated lines or a list, or among paragraphs of a line. */
function looksLikeHeading(
  line: Line,
  index: number,
  { segments, isTop, areHeadings, width }: Setting,
): boolean {
  if (!isHeadingLine(line)) return false
  if (isUnwrappedHeading(line, width) || areHeadings) return true
  const next = segments[index + 1]?.[0]
  if (index !== 0 || !isTop || next === undefined) return false
  if (next.kind !== 'text') return true
  return width === null && (next.text.length > LONG_LINE || endsSentence(next.text))
}
