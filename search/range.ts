import { spanInDays } from '#schema/day'
import { parseEdtf } from '#schema/edtf'
import type { Day } from '#schema/entry'

/** A bound of a date range as people write it in a link: a year, a month or a day. */
const BOUND = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** True for `1999`, `1999-06` and `1999-06-12`, when the calendar has them. */
export function isBound(text: string): boolean {
  return span(text) !== null
}

function span(text: string): { start: Day; end: Day } | null {
  const parsed = BOUND.test(text) ? parseEdtf(text) : null
  if (parsed === null || parsed.precision === 'season') return null
  return parsed.start === null || parsed.end === null
    ? null
    : { start: parsed.start, end: parsed.end }
}

/** From the first day of `from` to the last day of `to`; null is open. */
export type DayRange = { first: Day | null; last: Day | null }

/** The days of a range; null when neither bound is given. */
export function dayRange(from: string | null, to: string | null): DayRange | null {
  if (from === null && to === null) return null
  return {
    first: from === null ? null : (span(from)?.start ?? null),
    last: to === null ? null : (span(to)?.end ?? null),
  }
}

/** True when the range can hold no day: it starts after its end. */
export function isReversed({ first, last }: DayRange): boolean {
  return first !== null && last !== null && first > last
}

/** Ranges up to this length are counted by day as well. */
export const MAX_DAYS_COUNTED = 62

/** True when days are counted for this range. */
export function countsDays(range: DayRange | null): boolean {
  if (range === null || range.first === null || range.last === null || isReversed(range)) {
    return false
  }
  return spanInDays(range.first, range.last) <= MAX_DAYS_COUNTED
}
