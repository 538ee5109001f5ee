import {
  dayNumber,
  lastDayOfMonth,
  lastDayOfYear,
  MAX_YEAR,
  nextDay,
  pad2,
  padYear,
  partsOf,
} from './day.ts'
import { parseEdtf, type Unit } from './edtf.ts'
import { type Day, effectiveDates, type ParsedEntry, type PartialDate } from './entry.ts'

/**
 * The calendar buckets of an entry: what the year, month and day facets count. An entry counts once
 * in each bucket that an effective date overlaps; an open date counts only at its known end.
 */

type Dated = Pick<ParsedEntry, 'date' | 'mentions'>
type Closed = { start: Day; end: Day; units: Unit[] }

const FINER_THAN_YEAR: readonly Unit[] = ['day', 'month', 'season']

/** An open date stands for its known end alone. */
function closed(date: PartialDate): Closed | null {
  const span = parseEdtf(date.edtf)
  if (span === null) return null
  if (span.start !== null && span.end !== null) {
    return { start: span.start, end: span.end, units: span.units }
  }
  const known = parseEdtf(date.edtf.replace('../', '').replace('/..', ''))
  if (known === null || known.start === null || known.end === null) return null
  return { start: known.start, end: known.end, units: known.units }
}

const closedDates = (entry: Dated): Closed[] =>
  effectiveDates(entry)
    .map(closed)
    .filter((date) => date !== null)

/** Years as `YYYY`, each once, for every date. */
export function yearsOf(entry: Dated): string[] {
  const years = new Set<string>()
  for (const { start, end } of closedDates(entry)) {
    for (let year = partsOf(start).year; year <= partsOf(end).year; year++) years.add(padYear(year))
  }
  return [...years]
}

/** Months as `YYYY-MM`, each once, for dates whose every known end is finer than a year. */
export function monthsOf(entry: Dated): string[] {
  const months = new Set<string>()
  for (const { start, end, units } of closedDates(entry)) {
    if (!units.every((unit) => FINER_THAN_YEAR.includes(unit))) continue
    const last = end.slice(0, 7)
    let { year, month } = partsOf(start)
    for (;;) {
      const text = `${padYear(year)}-${pad2(month)}`
      if (text > last || year > MAX_YEAR) break // text compares as a string: 10000 sorts low
      months.add(text)
      month = month === 12 ? 1 : month + 1
      if (month === 1) year++
    }
  }
  return [...months]
}

/** Days as `YYYY-MM-DD`, each once, for days and intervals of days. */
export function daysOf(entry: Dated): string[] {
  const days = new Set<string>()
  for (const { start, end, units } of closedDates(entry)) {
    if (!units.every((unit) => unit === 'day')) continue
    for (let day = start; day <= end; day = nextDay(day)) {
      days.add(day)
      if (day === end) break
    }
  }
  return [...days]
}

/**
 * The exact cover of an entry's dates in full years, full months and edge days, as numbers `YYYY`,
 * `YYYYMM` and `YYYYMMDD`. A date overlaps a range exactly when one of its full years lies among the
 * range's years, or one of its full months among its months, or one of its edge days among its days,
 * which one value of an array can prove alone (after Lucene's DateRangePrefixTree). Open dates are
 * one bound each.
 */
export type Cover = {
  fullYears: number[]
  fullMonths: number[]
  edgeDays: number[]
  /** First days of dates that are open towards the future. */
  openFrom: number[]
  /** Last days of dates that are open towards the past. */
  openUntil: number[]
}

export function coverOf(entry: Dated): Cover {
  const years = new Set<number>()
  const months = new Set<number>()
  const days = new Set<number>()
  const openFrom = new Set<number>()
  const openUntil = new Set<number>()
  for (const { start, end } of effectiveDates(entry)) {
    if (start === null && end !== null) openUntil.add(dayNumber(end))
    if (start !== null && end === null) openFrom.add(dayNumber(start))
    if (start !== null && end !== null) addCover(start, end, years, months, days)
  }
  return {
    fullYears: [...years],
    fullMonths: [...months],
    edgeDays: [...days],
    openFrom: [...openFrom],
    openUntil: [...openUntil],
  }
}

function addCover(
  start: Day,
  end: Day,
  years: Set<number>,
  months: Set<number>,
  days: Set<number>,
): void {
  let day = start
  while (day <= end) {
    const { year, month, day: dayOfMonth } = partsOf(day)
    const yearEnd = lastDayOfYear(year)
    const monthEnd = lastDayOfMonth(year, month)
    let last = day
    if (month === 1 && dayOfMonth === 1 && yearEnd <= end) {
      years.add(year)
      last = yearEnd
    } else if (dayOfMonth === 1 && monthEnd <= end) {
      months.add(year * 100 + month)
      last = monthEnd
    } else {
      days.add(dayNumber(day))
    }
    if (last === lastDayOfYear(MAX_YEAR)) return
    day = nextDay(last)
  }
}
