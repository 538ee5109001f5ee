import { wholeDate } from '../dates/whole.ts'
import type { LeftOut } from '../parsed.ts'
import { collapse, normaliseText } from './normalise.ts'
import { type Row, segmentsOf } from './pdf-rows.ts'

export type Sheet = { number: number; rows: Row[] }

/** Rows from the upper and lower edge among which running heads are looked for. */
const EDGE = 3
/** Ems from one row to the next. */
const GAP = 1.8
/** Points that a running head moves from page to page. */
const STEADY = 5

type Candidate = { sheet: Sheet; row: Row; text: string; numbers: number[] }

/**
 * Takes the lines away that pages carry above and below their text: those that stand at the same
 * height of several pages and are the same, but for a number that counts with the pages.
 */
export function withoutMargins(sheets: Sheet[]): { sheets: Sheet[]; leftOut: LeftOut[] } {
  const groups = new Map<string, Candidate[]>()
  for (const sheet of sheets) {
    for (const [edge, rows] of edgesOf(sheet.rows)) {
      for (const row of rows) {
        const text = textOf(row)
        const key = `${edge} ${text.replace(NUMBER, '#')}`
        const numbers = (text.match(NUMBER) ?? []).map(numberOf)
        groups.set(key, [...(groups.get(key) ?? []), { sheet, row, text, numbers }])
      }
    }
  }
  const all = [...groups.values()].flat()
  const printed = all.some(({ text }) => PRINTED.test(text))
  const gone = new Set<Row>()
  const leftOut: LeftOut[] = []
  const leave = ({ row, sheet, text }: Candidate): void => {
    if (gone.has(row)) return
    gone.add(row)
    leftOut.push({ text, line: sheet.number, reason: 'header or footer' })
  }
  for (const group of groups.values()) {
    for (const run of [...sameText(group), countingWithPages(group)]) {
      if (run.length >= Math.min(3, Math.max(2, sheets.length))) for (const one of run) leave(one)
    }
    for (const one of group) {
      if (isPageNumber(one, sheets.length) || (printed && PRINTED_ABOVE.test(one.text))) leave(one)
    }
  }
  const kept = sheets.map(({ number, rows }) => ({
    number,
    rows: rows.filter((row) => !gone.has(row)),
  }))
  return { sheets: kept, leftOut }
}

/** Digits, or Roman ones that stand alone. */
const NUMBER = /\d+|(?<=^\W*)[ivxl]+(?=\W*$)/gi

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }

function numberOf(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const values = [...number.toLowerCase()].map((digit) => ROMAN[digit] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}

const NO_STOPS: ReadonlySet<number> = new Set()

const textOf = (row: Row): string =>
  collapse(
    normaliseText(
      segmentsOf(row, NO_STOPS)
        .map(({ text }) => text)
        .join(' '),
    ),
  )

/** The rows at both edges that are set apart from the text, by a gap or by their size. */
function edgesOf(rows: Row[]): [edge: string, rows: Row[]][] {
  const parted = (at: number): boolean => {
    const above = rows[at - 1]
    const row = rows[at]
    if (above === undefined || row === undefined) return true
    const size = Math.max(row.size, above.size)
    return row.y - above.y > GAP * size || Math.abs(row.size - above.size) > 0.08 * size
  }
  const ends = Array.from({ length: EDGE }, (_, at) => at + 1)
  const above = ends.findLast((count) => count <= rows.length && parted(count)) ?? 0
  const below = ends.findLast((count) => count <= rows.length && parted(rows.length - count)) ?? 0
  return [
    ['top', rows.slice(0, above)],
    ['bottom', rows.slice(rows.length - below)],
  ]
}

/** Those that are the same to the letter, at one height. */
function sameText(group: Candidate[]): Candidate[][] {
  const byText = new Map<string, Candidate[]>()
  for (const one of group) byText.set(one.text, [...(byText.get(one.text) ?? []), one])
  return [...byText.values()].map(steady)
}

/** Those of which one number says the page. A date that stands above each page is none of them. */
function countingWithPages(group: Candidate[]): Candidate[] {
  const [first] = group
  if (first === undefined || wholeDate(first.text, PROBE) !== null) return []
  for (const at of first.numbers.keys()) {
    const offset = (one: Candidate): number => (one.numbers[at] ?? 0) - one.sheet.number
    const counts = new Map<number, Candidate[]>()
    for (const one of group) counts.set(offset(one), [...(counts.get(offset(one)) ?? []), one])
    const [best = []] = [...counts.values()].sort((a, b) => b.length - a.length)
    const run = steady(best)
    if (new Set(run.map(({ sheet }) => sheet)).size > 1) return run
  }
  return []
}

const PROBE = { anchor: null, numericOrder: 'day-month', century: 1900 } as const

function steady(group: Candidate[]): Candidate[] {
  const heights = group.map(({ row }) => row.y).sort((a, b) => a - b)
  const middle = heights[Math.floor(heights.length / 2)] ?? 0
  return group.filter(({ row }) => Math.abs(row.y - middle) <= STEADY)
}

/** What browsers print around a page: the time, its address, the number and count of the sheets. */
const PRINTED_ABOVE = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: |$)/
const PRINTED = /^(?:https?|file):\/\/\S+ \d+\/\d+$/

/** "Page 1 of 1", "- 1 -": said in so many signs, on a page of that number. */
function isPageNumber({ text, numbers, sheet }: Candidate, pages: number): boolean {
  if (PRINTED.test(text)) return true
  if (numbers[0] !== sheet.number) return false
  if (/^(?:page|p\.|seite|s\.) ?\d+$|^[-–—] ?\d+ ?[-–—]$/i.test(text)) return true
  return /^(?:page |p\. ?|seite )?\d+ ?(?:of|\/|von|de) ?\d+$/i.test(text) && numbers[1] === pages
}
