import type { Block, DateForms, Reading } from '../blocks.ts'
import { isAllCapitals, isLabel, isTitleLine } from './label.ts'
import { collapse, normaliseText } from './normalise.ts'
import { cellsOf, type Line, type Run, runsOf } from './txt-lines.ts'
import {
  beginsAnew,
  belongTogether,
  endsOpen,
  endsSentence,
  isForced,
  joinLines,
  wrapWidth,
} from './wrapping.ts'

/**
 * Plain text: paragraphs between blank lines, or one to a line; wrapped lines are joined; lines that
 * begin with a date, a bullet or a number are blocks of their own. Lines that look like headings
 * are handed on as unmarked ones: splitting decides from what stands around them.
 */
export function readTxt(text: string, dates: DateForms): Reading {
  const { runs, leftOut } = runsOf(normaliseText(text), dates)
  for (const [index] of runs.entries()) standAlone(runs, index)
  const begins = (line: string): boolean =>
    /^\s*[-*•(\d]/.test(line) || dates.startsWithDate(collapse(line))
  const width = wrapWidth(
    runs.map((run) => run.map((line) => line.raw)),
    begins,
  )
  const form: Form = { width, byDay: hasDaysApart(runs) }
  const blocks = runs.flatMap((run) => blocksOf(run, form))
  return { title: null, blocks: withLongTitle(blocks, runs), leftOut }
}

/** A label that begins with a date, alone among prose, heads it: "1750–1775: A Long Struggle". */
function standAlone(runs: Run[], index: number): void {
  const [line, ...more] = runs[index] ?? []
  if (line?.kind !== 'dated' || line.entry || more.length > 0) return
  const fits = index === 0 ? isTitleLine(line.text) : isLabel(line.text)
  const beside = [runs[index - 1]?.at(-1), runs[index + 1]?.[0]]
  if (fits && !beside.some((near) => near?.kind === 'dated')) line.kind = 'text'
}

/** A title at the very top may be longer than any heading. */
function withLongTitle(blocks: Block[], [run]: Run[]): Block[] {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph' || run?.length !== 1 || rest.length === 0) return blocks
  if (run[0]?.kind !== 'text' || !isTitleLine(first.text)) return blocks
  return [{ kind: 'heading', text: first.text, line: first.line, level: 1, marked: false }, ...rest]
}

/** How the text as a whole is set. */
type Form = {
  /** To which it is wrapped; null when it is not. */
  width: number | null
  /** Its days stand on lines of their own, above what happened. */
  byDay: boolean
}

/** One such line may be of a letter; several are a chronicle. */
function hasDaysApart(runs: Run[]): boolean {
  let found = 0
  for (const run of runs) {
    for (const [at, line] of run.entries()) {
      const below = run[at + 1]?.kind
      if (line.day && below !== undefined && below !== 'date' && ++found === 2) return true
    }
  }
  return false
}

/** Lines that make one block. */
type Segment = Line[]

function blocksOf(run: Run, form: Form): Block[] {
  const segments = segmentsOf(run, form)
  return segments.map((segment, index) => blockOf(segment, index, segments, form.width))
}

function segmentsOf(run: Run, { width, byDay }: Form): Segment[] {
  const apart = byDay && run.some((line) => line.day)
  const labels = !apart && run.every((line) => isHeadingLine(line))
  const segments: Segment[] = []
  for (const line of run) {
    const current = segments.at(-1)
    const first = current?.[0]
    const above = current?.at(-1)
    if (current === undefined || first === undefined || above === undefined) segments.push([line])
    else if (line.kind === 'underline') current.push(line)
    else if (labels ? !isForced(above.raw, line.text, width) : begins(line, above, first, width)) {
      segments.push([line])
    } else current.push(line)
  }
  return segments
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
  if (line.entry) return !endsOpen(above.text) || !isForced(above.raw, line.text, width)
  if (line.marker !== null) {
    // A wrapped line may happen to begin with a dash.
    const wrapped = isForced(above.raw, line.text, width) && !endsSentence(above.text)
    return !wrapped || first.marker?.mark === line.marker.mark
  }
  // A date alone on its line belongs to the text below it.
  if (heads && (line.kind === 'text' || (line.kind === 'dated' && above.day))) return false
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

function blockOf(
  segment: Segment,
  index: number,
  segments: Segment[],
  width: number | null,
): Block {
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
  if (segment.length === 1 && looksLikeHeading(first, index, segments, width)) {
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
  return { kind: 'paragraph', text: joinLines(lines), line, lines }
}

const LONG_LINE = 100

/** A label alone between blank lines, above dated lines or a list, or among paragraphs of a line. */
function looksLikeHeading(
  line: Line,
  index: number,
  segments: Segment[],
  width: number | null,
): boolean {
  if (!isHeadingLine(line)) return false
  if (isUnwrappedHeading(line, width)) return true
  if (segments.every((segment) => segment.length === 1 && isHeadingLine(segment[0] as Line))) {
    return true
  }
  const next = segments[index + 1]?.[0]
  if (index !== 0 || next === undefined) return false
  if (next.kind !== 'text') return true
  return width === null && (next.text.length > LONG_LINE || endsSentence(next.text))
}
