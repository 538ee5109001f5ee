import type { PartialDate } from '#schema/entry'
import { partialDate } from '../dates/partial-date.ts'
import { type DocumentDates, wholeHeadingDate } from './date-of.ts'

/** "5 March" above years, as on a page "On this day": the day of each of them. */

/** Any date completes such a heading here; this year has every day. */
const PROBE = { year: 2000, month: null }
const DAY = /^2000(-\d\d-\d\d)$/

/** The day that a heading names without its year, as "-03-05"; null when it names none. */
export function dayWithoutYear(heading: string, dates: DocumentDates): string | null {
  const date = wholeHeadingDate(heading, PROBE, dates)
  return date?.inferred === true ? (DAY.exec(date.edtf)?.[1] ?? null) : null
}

/** The day of that name in the year of a date; any other date, and one that has no such day, stays as it is. */
export function onDay(date: PartialDate, day: string): PartialDate {
  if (!/^\d{4}$/.test(date.edtf)) return date
  const { text, offset } = date
  const whole = { edtf: date.edtf + day, inferred: true, start: 0, end: text.length }
  return partialDate(text, { ...whole, rule: 'day-of-years' }, offset) ?? date
}
