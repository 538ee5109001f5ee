import type { ProblemCode } from './context.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { HYPHEN } from './words.ts'
import { twoDigits } from './years.ts'

/** Dates in digits only. A day that no calendar has is read all the same, and refused at the end. */

const TIME = `(?:T\\d{2}(?::?\\d{2}(?::?\\d{2}(?:[.,]\\d{1,9})?)?)?(?:Z|[-+]\\d{2}:?\\d{2})?)?`
/** The digits end; a slash may lead to the other end of an interval. */
const NO_MORE = '(?!\\d|[-.]\\d|/(?!\\d{4}-)\\d)'
const ISO_DAY = sticky(`(\\d{4,6})(${HYPHEN}|[/.])(\\d{1,2})\\2(\\d{1,2})${NO_MORE}${TIME}`)
const ISO_MONTH = sticky(`(\\d{4})(${HYPHEN}|[/.])(\\d{2})${NO_MORE}(?![a-z])`)
const DOTTED = sticky(
  '(\\d{1,2})\\.(\\s?)(\\d{1,2})\\.\\s?(\\d{2}|\\d{4,6})(?!\\d|[./]\\d|-\\d(?!\\d?\\.\\s?\\d{1,2}\\.)|[a-z])',
)
const SLASHED = sticky(
  `(\\d{1,2})(${HYPHEN}|/)(\\d{1,2})\\2(\\d{2}|\\d{4,6})(?!\\d|${HYPHEN}\\d{1,3}(?!\\d)|[a-z])`,
)
const MONTH_AND_YEAR = sticky(`(\\d{1,2})(${HYPHEN}|[/.])(\\d{4})(?!\\d|[-/.]\\d|[a-z])`)
const DAY_AND_MONTH = sticky(
  '(\\d{1,2})([./])(\\d{1,2})(?:(?<=\\.\\d{1,2})\\.|(?<=/\\d{1,2}))(?![\\d./])',
)
const COMPACT = sticky('(\\d{4})(\\d{2})(\\d{2})(?!\\d)')

export function isoDay({ text }: Source, at: number): Unit | null {
  const match = matchAt(ISO_DAY, text, at)
  if (match === null) return null
  const [words, year = '', , month, day] = match
  const problem = year.length > 4 || Number(year) < 1 ? 'out-of-range' : null
  return numericDay('iso-day', [year, month, day], at, words, problem)
}

/** `1999-06`; in prose a slash or a full stop between the numbers makes something else of them. */
export function isoMonth({ text, mode }: Source, at: number): Unit | null {
  const match = matchAt(ISO_MONTH, text, at)
  if (match === null) return null
  const [words, year, separator = '', month] = match
  const value = Number(month)
  if (value < 1 || value > 12 || Number(year) < 1) return null
  if (/[/.]/.test(separator)) {
    if (separator === '.' ? mode === 'mention' : isNext(Number(year), value)) return null
  } else if (mode === 'mention' && isNext(Number(year), value) && isSeason(text, at, words)) {
    return null
  }
  const end = at + words.length
  return unit({
    kind: 'month',
    rule: 'iso-month',
    year: Number(year),
    month: value,
    start: at,
    end,
  })
}

/** True for `2001` and `02`: the second may be the next year as well as a month. */
const isNext = (year: number, value: number): boolean => (year + 1) % 100 === value

const BEFORE_SPAN =
  /(?<=\b(?:the|years?|season|winter of|winter|fiscal year|fy|seasons|academic year|school year)\s)/iy
const AFTER_SPAN = /\s(?:season|school|academic|fiscal|winter|budget|biennium|crisis|war)\b/iy

/** `the 2001-02 season` names two years. */
function isSeason(text: string, at: number, words: string): boolean {
  return (
    matchAt(BEFORE_SPAN, text, at) !== null || matchAt(AFTER_SPAN, text, at + words.length) !== null
  )
}

/** `10.06.1999`: with full stops the day comes first. */
export function dottedDay(source: Source, at: number): Unit | null {
  const match = matchAt(DOTTED, source.text, at)
  if (match === null) return null
  const [words, day, gap, month, year = ''] = match
  const end = at + words.length
  if (year.length > 2) {
    return numericDay('dotted-day', [year, month, day], at, words, rangeProblem(year))
  }
  // Short ones look like version and section numbers.
  if (gap !== '' || !plausible(day, month)) return null
  const short = twoDigits(source, year, end)
  return numericDay('dotted-day', [String(short.year), month, day], at, words, short.problem)
}

/** `6/10/1999`, in the order that the numbers or the document make evident. */
export function slashedDay(source: Source, at: number): Unit | null {
  const match = matchAt(SLASHED, source.text, at)
  if (match === null) return null
  const [words, first = '', separator, second = '', year = ''] = match
  const order = orderOf(Number(first), Number(second), source)
  const [day, month] = order === 'month-day' ? [second, first] : [first, second]
  let problem = order === null ? 'ambiguous-order' : rangeProblem(year)
  let fullYear = year
  if (year.length === 2) {
    if (!plausible(day, month)) return null
    const short = twoDigits(source, year, at + words.length)
    // With hyphens two digits thrice are seldom a date: only where such dates are expected.
    if (short.problem !== null && separator !== '/') return null
    fullYear = String(short.year)
    problem = short.problem ?? problem
  }
  return numericDay('numeric-day', [fullYear, month, day], at, words, problem)
}

function orderOf(first: number, second: number, { context }: Source) {
  if (first > 12) return 'day-month'
  if (second > 12) return 'month-day'
  return first === second ? 'day-month' : context.numericOrder
}

/** `06/1999`; with a hyphen or a full stop only where nothing but a date is expected. */
export function monthAndYear({ text, mode }: Source, at: number): Unit | null {
  const match = matchAt(MONTH_AND_YEAR, text, at)
  if (match === null) return null
  const [words, month, separator, year] = match
  const value = Number(month)
  if (value < 1 || value > 12 || Number(year) < 1) return null
  if (separator !== '/' && mode === 'mention') return null
  const end = at + words.length
  return unit({
    kind: 'month',
    rule: 'numeric-month',
    year: Number(year),
    month: value,
    start: at,
    end,
  })
}

/** `24.03.` and `24/3` under a heading that names the year. */
export function dayAndMonth(source: Source, at: number): Unit | null {
  const { text, mode, context } = source
  if (mode === 'mention' || context.anchor === null) return null
  const match = matchAt(DAY_AND_MONTH, text, at)
  if (match === null) return null
  const [words, first = '', separator, second = ''] = match
  const dotted = separator === '.'
  const order = dotted ? 'day-month' : orderOf(Number(first), Number(second), source)
  const [day, month] = order === 'month-day' ? [second, first] : [first, second]
  if (order === null || !plausible(day, month)) return null
  const written = numericDay(
    dotted ? 'dotted-day' : 'numeric-day',
    ['', month, day],
    at,
    words,
    null,
  )
  return { ...written, year: null }
}

/** `19990610`, when it is all that stands there. */
export function compactDay({ text, mode }: Source, at: number): Unit | null {
  if (mode !== 'whole') return null
  const match = matchAt(COMPACT, text, at)
  if (match === null) return null
  const [words, year, month, day] = match
  if (!plausible(day, month) || Number(year) < 1000 || Number(year) > 2199) return null
  return numericDay('compact-day', [year, month, day], at, words, null)
}

const plausible = (day?: string, month?: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12

const rangeProblem = (year: string): ProblemCode | null =>
  year.length > 4 || Number(year) < 1 ? 'out-of-range' : null

function numericDay(
  rule: Unit['rule'],
  [year, month, day]: (string | undefined)[],
  start: number,
  words: string,
  problem: ProblemCode | null,
): Unit {
  return unit({
    kind: 'day',
    rule,
    year: Number(year),
    month: Number(month),
    day: Number(day),
    shape: rule === 'dotted-day' ? 'day-first' : 'other',
    problem,
    start,
    end: start + words.length,
  })
}
