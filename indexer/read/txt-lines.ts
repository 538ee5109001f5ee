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
  /** 1-based. */
  line: number
  indent: number
  kind: 'text' | 'dated' | 'date' | 'row' | 'item' | 'underline' | 'left out'
  marker: ListMarker | null
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
  const base = { text, line, indent, marker: null }
  if (isMasthead(raw)) return { ...base, kind: 'left out' }
  if (/^(?:={3,}|-{3,})$/.test(text) && above?.kind === 'text' && isLabel(above.text)) {
    return { ...base, kind: 'underline' }
  }
  if (isRule(raw)) return { ...base, kind: 'left out' }
  if (dates.isDate(text)) return { ...base, kind: 'date' }
  if (text.includes('|') && isDatedRow(text, dates)) return { ...base, kind: 'row' }
  if (isNavigationRow(raw)) return { ...base, kind: 'left out' }
  if (dates.startsWithDate(text)) return { ...base, kind: 'dated' }
  const marker = bulletOf(text)
  if (marker !== null) return { ...base, kind: 'item', marker }
  if (isNumbered(text)) return { ...base, kind: 'item' }
  return { ...base, kind: 'text' }
}

/** A row of a table drawn with bars: its first cell is a date. */
function isDatedRow(text: string, dates: DateForms): boolean {
  const [first, ...rest] = cellsOf(text)
  return first !== undefined && rest.length > 0 && dates.isDate(first)
}

export const cellsOf = (row: string): string[] =>
  row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => collapse(cell))
