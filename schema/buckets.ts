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
import { type Certainty, clearer, type Shade } from './shade.ts'

/**
 * The calendar buckets of an entry: what the facets of dates count. An entry counts once in each bucket
 * that an effective date overlaps; an open date counts only at its known end.
 */

export type CalendarUnit = 'century' | 'decade' | 'year' | 'month' | 'day'

/** A bucket is named by what its days begin with: `19`, `199`, `1999`, `1999-06`, `1999-06-10`. */
export const BUCKET_LENGTH: Readonly<Record<CalendarUnit, number>> = {
  century: 2,
  decade: 3,
  year: 4,
  month: 7,
  day: 10,
}

type Dated = Pick<ParsedEntry, 'date' | 'mentions'>
type Closed = { start: Day; end: Day; units: Unit[]; certainty: Certainty }

/** From fine to coarse. */
const UNITS: readonly Unit[] = ['day', 'month', 'season', 'year', 'decade', 'century']

/** Months count dates finer than a year, days count days and intervals of days, the rest every date. */
const COARSEST: Readonly<Record<CalendarUnit, Unit>> = {
  century: 'century',
  decade: 'century',
  year: 'century',
  month: 'season',
  day: 'day',
}

/** Of an open date the one day that is known of its ends counts, however wide the words around it. */
function closed(date: PartialDate): Closed | null {
  const { qualifier, inferred } = date
  const certainty = qualifier !== null ? 'approximate' : inferred ? 'inferred' : 'stated'
  const span = parseEdtf(date.edtf)
  const start = span?.start ?? span?.end
  const end = span?.end ?? span?.start
  if (span === null || !start || !end) return null
  return { start, end, units: span.units, certainty }
}

/** The buckets of an entry, each with the clearest of the dates that lie in it. */
export function bucketsOf(entry: Dated, unit: CalendarUnit): Map<string, Shade> {
  const length = BUCKET_LENGTH[unit]
  const buckets = new Map<string, Shade>()
  for (const date of effectiveDates(entry).map(closed)) {
    if (date === null) continue
    const { start, end, units, certainty } = date
    const coarsest = Math.max(...units.map((known) => UNITS.indexOf(known)))
    if (coarsest > UNITS.indexOf(COARSEST[unit])) continue
    const wider = coarsest - UNITS.indexOf(unit)
    const shade: Shade = { width: wider < 0 ? 'finer' : wider === 0 ? 'same' : 'wider', certainty }
    const last = end.slice(0, length)
    for (let bucket = start.slice(0, length); ; bucket = nextBucket(bucket, unit)) {
      buckets.set(bucket, clearer(shade, buckets.get(bucket)))
      if (bucket >= last) break
    }
  }
  return buckets
}

/** The bucket that follows in the calendar. */
export function nextBucket(bucket: string, unit: CalendarUnit): string {
  if (unit === 'day') return nextDay(bucket)
  if (unit !== 'month') return String(Number(bucket) + 1).padStart(BUCKET_LENGTH[unit], '0')
  const { year, month } = partsOf(bucket)
  return month === 12 ? `${padYear(year + 1)}-01` : `${padYear(year)}-${pad2(month + 1)}`
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
