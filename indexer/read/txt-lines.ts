import type { DateForms } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { isMasthead, isNavigationRow, isRule } from './boilerplate.ts'
import { isLabel } from './label.ts'
import { bulletOf, isNumbered, type ListMarker } from './list-marker.ts'
import { collapse } from './normalise.ts'

/** The lines of a plain text, each told by its own form alone. */

export type Line = {
  /** Single-spaced. */
  text: string
  /** As written, up to its last character. */
  raw: string
  /** 1-based. */
  line: number
  indent: number
  kind: 'text' | 'dated' | 'date' | 'row' | 'item' | 'underline' | 'left out'
  marker: ListMarker | null
  /** It begins as the entries of this text do. */
  entry: boolean
  /** It is a day and nothing else. */
  day: boolean
}

/** Lines between blank ones. */
export type Run = Line[]

/** Splits a normalised text into runs of lines; boilerplate lines are left out of them. */
export function runsOf(text: string, dates: DateForms): { runs: Run[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const runs: Run[] = []
  let raw: { text: string; line: number }[] = []
  const close = (): void => {
    const run = readRun(raw, dates, leftOut)
    if (run.length > 0) runs.push(run)
    raw = []
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') close()
    else raw.push({ text: line, line: index + 1 })
  }
  close()
  return { runs, leftOut }
}

function readRun(raw: { text: string; line: number }[], dates: DateForms, leftOut: LeftOut[]): Run {
  const lines: Line[] = []
  const links: Line[] = []
  for (const { text, line } of raw) {
    const read = readLine(text, line, dates, lines.at(-1))
    if (read.kind !== 'left out') {
      lines.push(read)
      continue
    }
    const reason = isMasthead(text) ? 'masthead' : isRule(text) ? 'rule' : 'navigation'
    if (reason === 'navigation') links.push(read)
    leftOut.push({ text: read.text, line, reason })
  }
  if (links.length === 0 || !lines.every(({ kind, text }) => kind === 'text' && isLabel(text))) {
    return lines
  }
  // A row of links that was broken over several lines: the last may hold one label only.
  for (const { text, line } of lines) leftOut.push({ text, line, reason: 'navigation' })
  return []
}

function readLine(raw: string, line: number, dates: DateForms, above: Line | undefined): Line {
  const text = collapse(raw)
  const indent = raw.length - raw.trimStart().length
  const base = { text, raw: raw.trimEnd(), line, indent, marker: null, entry: false, day: false }
  if (isMasthead(raw)) return { ...base, kind: 'left out' }
  if (/^(?:={3,}|-{3,})$/.test(text) && above?.kind === 'text' && isLabel(above.text)) {
    return { ...base, kind: 'underline' }
  }
  if (isRule(raw)) return { ...base, kind: 'left out' }
  if (dates.isDate(text)) {
    return { ...base, kind: 'date', entry: dates.beginsEntry(text), day: dates.isDay(text) }
  }
  if (text.includes('|') && isRow(text, dates, above)) return { ...base, kind: 'row' }
  const marker = bulletOf(text)
  if (dates.startsWithDate(text)) {
    const kind = marker === null ? 'dated' : 'item'
    return { ...base, kind, marker, entry: dates.beginsEntry(text) }
  }
  if (isNavigationRow(raw)) return { ...base, kind: 'left out' }
  if (marker !== null) return { ...base, kind: 'item', marker }
  if (isNumbered(text)) return { ...base, kind: 'item' }
  return { ...base, kind: 'text' }
}

/** A row of a table drawn with bars: its first cell is a date, or is left empty below one. */
function isRow(text: string, dates: DateForms, above: Line | undefined): boolean {
  const [first = '', ...rest] = cellsOf(text)
  if (rest.length === 0) return false
  return dates.isDate(first) || (first === '' && above?.kind === 'row')
}

export const cellsOf = (row: string): string[] =>
  row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => collapse(cell))
