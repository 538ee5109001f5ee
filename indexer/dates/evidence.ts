import type { DateContext, NumericOrder } from './context.ts'
import { MONTH } from './words.ts'

/** Numbers like 6/10/1999 or 6-10-99, without the full stops that settle the order themselves. */
const NUMERIC = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g

const FULL_YEAR = new RegExp(
  [
    `(?<![a-z])${MONTH}(?:\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?)?(?:,|\\s{1,2}of)?\\s{1,2}(\\d{4})(?!\\d)`,
    '(?<![\\d./-])\\d{1,2}([./-])\\d{1,2}\\2(\\d{4})(?![\\d./-])',
    '(?<![\\d./-])(\\d{4})([-./])\\d{2}\\5\\d{2}(?![\\d./-])',
    '(?<![a-z])(?:in|since|during|until)\\s(1\\d{3}|20\\d{2})(?!\\d|,\\d)',
    '^\\W{0,9}(1\\d{3}|20\\d{2})\\W{0,9}$',
  ].join('|'),
  'gi',
)

/** One order must be seen this many times as often as the other: a slip does not unsettle it. */
const MAJORITY = 20
/** So many dates in calendar order under one reading only are no accident. */
const RUN = 4

type Numeric = { first: number; second: number; year: number }

/** Settles the order of numeric dates and the century of two-digit years from a document's texts. */
export function documentContext(
  texts: Iterable<string>,
): Pick<DateContext, 'numericOrder' | 'century'> {
  const numeric: Numeric[] = []
  const centuries = new Set<number>()
  for (const text of texts) {
    for (const [, first, , second, year = ''] of text.matchAll(NUMERIC)) {
      numeric.push({ first: Number(first), second: Number(second), year: Number(year) })
    }
    if (centuries.size < 2) collectCenturies(text, centuries)
  }
  const [century = null] = centuries.size === 1 ? centuries : []
  return { numericOrder: settleOrder(numeric), century }
}

function collectCenturies(text: string, centuries: Set<number>): void {
  for (const match of text.matchAll(FULL_YEAR)) {
    const year = Number(match[1] ?? match[3] ?? match[4] ?? match[6] ?? match[7])
    if (year >= 1) centuries.add(year - (year % 100))
    if (centuries.size > 1) return
  }
}

function settleOrder(numeric: Numeric[]): NumericOrder | null {
  const dayFirst = numeric.filter(({ first, second }) => first > 12 && second <= 12).length
  const monthFirst = numeric.filter(({ first, second }) => second > 12 && first <= 12).length
  if (dayFirst > monthFirst * MAJORITY) return 'day-month'
  if (monthFirst > dayFirst * MAJORITY) return 'month-day'
  return dayFirst === 0 && monthFirst === 0 ? orderOfRun(numeric) : null
}

/** The reading under which a chronology runs one way, when the other one makes it jump. */
function orderOfRun(numeric: Numeric[]): NumericOrder | null {
  const asDayMonth = numeric.map(({ first, second, year }) => number(year, second, first))
  const asMonthDay = numeric.map(({ first, second, year }) => number(year, first, second))
  if (new Set(asDayMonth).size < RUN) return null
  const dayMonth = runsOneWay(asDayMonth)
  const monthDay = runsOneWay(asMonthDay)
  if (dayMonth === monthDay) return null
  return dayMonth ? 'day-month' : 'month-day'
}

const number = (year: number, month: number, day: number): number =>
  year * 10000 + month * 100 + day

function runsOneWay(days: number[]): boolean {
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0)
}
