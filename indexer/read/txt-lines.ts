import type { DateForms } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import type { Part, Stage } from '../stages.ts'
import { isMasthead, isNavigationRow, isRule } from './boilerplate.ts'
import { isLabel } from './label.ts'
import { bulletOf, isNumbered, type ListMarker } from './list-marker.ts'
import { collapse } from './normalise.ts'
import { nameColumn } from './txt-columns.ts'

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
  /** It begins with a year in a column of its own, before a date: "1890  7 Jan  …". */
  yearApart: boolean
  /** Where a text that begins with the name of a month begins, if it stands in a column; 0 for others. */
  column: number
}

/** Lines between blank ones; of very many, some that follow each other. */
export type Run = {
  lines: Line[]
  /** Whether lines of the same run stand in the run before. */
  continues: boolean
  /** Whether lines of it come in the next one. */
  goesOn: boolean
}

/** A longer run comes in several. */
const MOST_LINES = 10_000

/** Puts the lines of a normalised text together in runs; boilerplate lines are left out of them. */
export class TxtRuns implements Stage<string, Run> {
  readonly #read: (raw: string, line: number, above: Line | undefined) => Line
  #count = 0
  #raw: { text: string; line: number }[] = []
  #continues = false
  #above: Line | undefined

  constructor(read: (raw: string, line: number, above: Line | undefined) => Line) {
    this.#read = read
  }

  part(lines: string[], isLast: boolean): Part<Run> {
    const out: Part<Run> = { items: [], leftOut: [] }
    for (const text of lines) {
      const line = ++this.#count
      if (text.trim() === '') {
        this.#close(false, out)
        continue
      }
      if (this.#raw.length === MOST_LINES) this.#close(true, out)
      this.#raw.push({ text, line })
    }
    if (isLast) this.#close(false, out)
    return out
  }

  #close(goesOn: boolean, { items, leftOut }: Part<Run>): void {
    const continues = this.#continues
    const lines = this.#raw.length === 0 ? [] : this.#readRun(leftOut)
    this.#raw = []
    this.#continues = goesOn
    this.#above = goesOn ? lines.at(-1) : undefined
    if (lines.length > 0 || continues) items.push({ lines, continues, goesOn })
  }

  #readRun(leftOut: LeftOut[]): Line[] {
    const lines: Line[] = []
    const links: Line[] = []
    for (const { text, line } of this.#raw) {
      const read = this.#read(text, line, lines.at(-1) ?? this.#above)
      if (read.kind !== 'left out') {
        lines.push(read)
        continue
      }
      const reason = isMasthead(text) ? 'masthead' : isRule(text) ? 'rule' : 'navigation'
      if (reason === 'navigation') links.push(read)
      leftOut.push({ text: read.text, line, reason })
    }
    if (links.length === 0) return lines
    if (!lines.every(({ kind, text }) => kind === 'text' && isLabel(text))) return lines
    // A row of links that was broken over several lines: the last may hold one label only.
    for (const { text, line } of lines) leftOut.push({ text, line, reason: 'navigation' })
    return []
  }
}

const KINDS = ['text', 'dated', 'date', 'row', 'item', 'underline', 'left out'] as const
const ENTRY = 8
const DAY = 16
const YEAR_APART = 32
const COLUMN = 64

/** The lines of a text as their first reading told them, in a byte each: telling again is dear. */
export class KnownLines {
  #bytes = new Uint8Array(4096)

  /** Tells a line by its own form, and by the one above. */
  tell(raw: string, line: number, dates: DateForms, above: Line | undefined): Line {
    const read = readLine(raw, line, dates, above)
    if (line >= this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    const kind = KINDS.indexOf(read.kind)
    this.#bytes[line] =
      kind +
      (read.entry ? ENTRY : 0) +
      (read.day ? DAY : 0) +
      (read.yearApart ? YEAR_APART : 0) +
      (read.column > 0 ? COLUMN : 0)
    return read
  }

  /** A line that was told before. */
  again(raw: string, line: number): Line {
    const byte = this.#bytes[line] ?? 0
    const told = plainLine(raw, line)
    told.kind = KINDS[byte % ENTRY] ?? 'text'
    if (told.kind === 'item') told.marker = bulletOf(told.text)
    told.entry = (byte & ENTRY) > 0
    told.day = (byte & DAY) > 0
    told.yearApart = (byte & YEAR_APART) > 0
    if ((byte & COLUMN) > 0) told.column = nameColumn(raw)
    return told
  }
}

/** To be told: a copy for each kind would be dear. */
function plainLine(raw: string, line: number): Line {
  const text = collapse(raw)
  const indent = raw.length - raw.trimStart().length
  const end = raw.trimEnd()
  return {
    text,
    raw: end,
    line,
    indent,
    kind: 'text',
    marker: null,
    entry: false,
    day: false,
    yearApart: false,
    column: 0,
  }
}

const YEAR_APART_FORM = /^\s*\d{4}(?:\s{2,}|\t)(?=\S)/

/** "1998  May resigns" has no month: one alone stands in a column too. */
const DATE_APART_FORM =
  /^\s*\d{4}\s+(?:\p{L}+[.,]?\s+)?(?:\d{1,2}\S*\s+\p{L}|\p{L}+\.?(?:\s{2,}|\t|\s\d{1,2}(?!\d)))/u

/** The year in the column before a line's text, and what stands beside it; column 0 when there is none. */
export function yearAndRest({ raw }: Line): { year: string; rest: string; column: number } {
  const column = YEAR_APART_FORM.exec(raw)?.[0].length ?? 0
  return { year: raw.slice(0, column).trim(), rest: collapse(raw.slice(column)), column }
}

/** What a text in a column may as well begin with. */
const ANY_WORD = 'Text'

function readLine(raw: string, line: number, dates: DateForms, above: Line | undefined): Line {
  const told = plainLine(raw, line)
  const { text } = told
  told.kind = kindOf(told, raw, dates, above)
  if (told.kind === 'date' || told.kind === 'dated') told.entry = dates.beginsEntry(text)
  if (told.kind === 'date') told.day = dates.isDay(text)
  if (told.kind === 'dated' || told.kind === 'text') {
    const column = nameColumn(raw)
    const other = text.slice(0, column) + ANY_WORD
    if (column > 0 && dates.startsWithDate(other)) {
      told.kind = 'dated'
      told.column = column
      told.entry ||= dates.beginsEntry(other)
    }
  }
  if (told.kind === 'dated' && YEAR_APART_FORM.test(raw)) {
    const { rest } = yearAndRest(told)
    told.yearApart = DATE_APART_FORM.test(raw) && dates.startsWithDate(rest)
  }
  if (told.kind === 'item') {
    told.marker = bulletOf(text)
    told.entry = dates.startsWithDate(text) && dates.beginsEntry(text)
  }
  return told
}

function kindOf(
  { text }: Line,
  raw: string,
  dates: DateForms,
  above: Line | undefined,
): Line['kind'] {
  if (isMasthead(raw)) return 'left out'
  if (/^(?:={3,}|-{3,})$/.test(text) && above?.kind === 'text' && isLabel(above.text)) {
    return 'underline'
  }
  if (isRule(raw)) return 'left out'
  if (dates.isDate(text)) return 'date'
  if (text.includes('|') && isRow(text, dates, above)) return 'row'
  const isBulleted = bulletOf(text) !== null
  if (dates.startsWithDate(text)) return isBulleted ? 'item' : 'dated'
  if (isNavigationRow(raw)) return 'left out'
  return isBulleted || isNumbered(text) ? 'item' : 'text'
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
