import { lastDayOfMonth, lastDayOfYear, pad2, padYear } from '#schema/day'
import type { Counts } from '#search/answer'
import { dayRange } from '#search/range'

/**
 * The bars of the histogram: consecutive months while they are few, else consecutive years, else spans
 * of years, always in date order and without gaps, whatever the results are.
 */

export type Bar = {
  /** The parameters that narrow to this bar. */
  from: string
  to: string
  results: number
  whole: number
}

const MOST_BARS = 64
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]

type Calendar = { year: Counts; month: Counts }

export function barsOf(results: Calendar, whole: Calendar): Bar[] {
  const years = [...Object.keys(whole.year), ...Object.keys(results.year)].map(Number)
  if (years.length === 0) return []
  const months = [...Object.keys(whole.month), ...Object.keys(results.month)].map(monthIndex)
  const [firstMonth, lastMonth] = extremes(months)
  const coveredByMonths = months.length > 0 && lastMonth - firstMonth < MOST_BARS
  // Dates as wide as a year have no month: bars of months would hide them when they are most.
  const dated = (calendar: Counts): number => Object.values(calendar).reduce((a, b) => a + b, 0)
  if (coveredByMonths && dated(whole.month) * 2 >= dated(whole.year)) {
    return range(firstMonth, lastMonth, 1).map((index) => {
      const month = monthName(index)
      return bar(month, month, results.month[month], whole.month[month])
    })
  }
  const [first, last] = extremes(years)
  const step = STEPS.find((size) => (last - first) / size < MOST_BARS) ?? 1000
  return range(Math.floor(first / step) * step, last, step).map((start) => {
    const span = range(Math.max(1, start), Math.min(9999, start + step - 1), 1).map(padYear)
    // An entry may lie in several years of a span: its largest year is a fair lower bound.
    const most = (counts: Counts) => span.reduce((sum, year) => Math.max(sum, counts[year] ?? 0), 0)
    const [from = '', to = from] = [span[0], span.at(-1)]
    return bar(from, to, most(results.year), most(whole.year))
  })
}

const bar = (from: string, to: string, results = 0, whole = 0): Bar => ({
  from,
  to,
  results,
  whole: Math.max(whole, results),
})

/** True when a bar lies in the range that the search asks for, at least in part. */
export function isInside(bar: Bar, from: string | null, to: string | null): boolean {
  const range = dayRange(from, to)
  if (range === null) return true
  const year = Number(bar.to.slice(0, 4))
  const end =
    bar.to.length === 4 ? lastDayOfYear(year) : lastDayOfMonth(year, Number(bar.to.slice(5, 7)))
  return (
    (range.first === null || end >= range.first) && (range.last === null || bar.from <= range.last)
  )
}

const monthIndex = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const monthName = (index: number): string =>
  `${padYear(Math.floor(index / 12))}-${pad2((index % 12) + 1)}`

function extremes(numbers: number[]): [number, number] {
  return numbers.reduce(
    ([low, high], n) => [Math.min(low, n), Math.max(high, n)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

function range(first: number, last: number, step: number): number[] {
  const numbers: number[] = []
  for (let n = first; n <= last; n += step) numbers.push(n)
  return numbers
}
