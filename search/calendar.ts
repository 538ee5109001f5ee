import type { CalendarUnit } from '#schema/buckets'
import { lastDayOfMonth, partsOf } from '#schema/day'
import type { DayRange } from './range.ts'

/** What a histogram is made of. */

/**
 * Entries in a bucket; how many of them only by a date that is wider than the bucket, approximate,
 * uncertain or inferred; how many only by a date that is no finer than the bucket, so that bars of a
 * finer unit do not hold them.
 */
export type Tally = readonly [count: number, vague: number, coarse: number]

/** By the bucket's name: `19`, `199`, `1999`, `1999-06`, `1999-06-10`. */
export type Tallies = Record<string, Tally>

/** Units without tallies were not counted, or are too many to travel. */
export type Calendar = Partial<Record<CalendarUnit, Tallies>>

/** The collection as a whole, which results are drawn in front of. */
export type Whole = {
  corpusVersion: number
  empty: boolean
  calendar: Calendar
}

/** Of an answer without words and filters but for a range, which its calendar ignores. */
export function wholeOf(
  { corpusVersion, undated }: { corpusVersion: number; undated: number },
  calendar: Calendar,
): Whole {
  const empty = undated === 0 && Object.keys(calendar.year ?? {}).length === 0
  return { corpusVersion, empty, calendar }
}

/** More months than this are not drawn at once. */
const MAX_MONTHS_SENT = 300

/** The part of a calendar that a page can draw: of very many months only those of the range. */
export function calendarSent(calendar: Calendar, range: DayRange | null): Calendar {
  const { month, ...others } = calendar
  if (month === undefined || Object.keys(month).length <= MAX_MONTHS_SENT) return calendar
  if (range === null) return others
  const { first, last } = range
  const inside = Object.entries(month).filter(
    ([name]) =>
      (first === null || name >= first.slice(0, 7)) && (last === null || name <= last.slice(0, 7)),
  )
  return inside.length > MAX_MONTHS_SENT ? others : { ...others, month: Object.fromEntries(inside) }
}

/** First and last day of the months that hold anything; null when there are none. */
export function monthsExtent({ month = {} }: Calendar): { first: string; last: string } | null {
  const names = Object.keys(month).sort()
  const [first, last] = [names[0], names.at(-1)]
  if (first === undefined || last === undefined) return null
  const end = partsOf(last)
  return { first: `${first}-01`, last: lastDayOfMonth(end.year, end.month) }
}
