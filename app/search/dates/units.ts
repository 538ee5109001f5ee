import { BUCKET_LENGTH, type CalendarUnit, nextBucket } from '#schema/buckets'
import { firstDayOfMonth, lastDayOfMonth, padYear, partsOf } from '#schema/day'
import type { Day } from '#schema/entry'
import { dayInWords, monthInWords } from '../../entry/understood'

/** The buckets of the calendar as bars of a histogram: their order, their links and their names. */

/** The bucket that holds a day. */
export const bucketOf = (day: Day, unit: CalendarUnit): string => day.slice(0, BUCKET_LENGTH[unit])

/** All buckets from one to another, both included, without gaps. */
export function bucketsBetween(first: string, last: string, unit: CalendarUnit): string[] {
  const buckets: string[] = []
  for (let bucket = first; bucket < last; bucket = nextBucket(bucket, unit)) buckets.push(bucket)
  return [...buckets, last]
}

/** The parameters `from` and `to` that mean a bucket. */
export function boundsOf(bucket: string): { from: string; to: string } {
  if (bucket.length >= 4) return { from: bucket, to: bucket }
  return { from: padYear(Math.max(1, Number(bucket.padEnd(4, '0')))), to: bucket.padEnd(4, '9') }
}

/** First and last day of a bucket. */
export function daysOf(bucket: string): { first: Day; last: Day } {
  if (bucket.length === 10) return { first: bucket, last: bucket }
  const { from, to } = boundsOf(bucket)
  if (bucket.length !== 7) return { first: `${from}-01-01`, last: `${to}-12-31` }
  const { year, month } = partsOf(bucket)
  return { first: firstDayOfMonth(year, month), last: lastDayOfMonth(year, month) }
}

/** `10 June 1999`, `June 1999`, `1999`, `1990s`, `1800–1899`. */
export function nameOf(bucket: string): string {
  if (bucket.length === 10) return dayInWords(bucket)
  if (bucket.length === 7) return monthInWords(bucket)
  const { from, to } = boundsOf(bucket)
  if (from === to) return String(Number(from))
  return bucket.length === 3 && Number(bucket) > 0
    ? `${Number(from)}s`
    : `${Number(from)}–${Number(to)}`
}

/** A range in words: `June 1999`, `March to June 1999`, `from 1999`, `until 10 June 1999`. */
export function rangeInWords(from: string | null, to: string | null): string {
  if (from === null || to === null) {
    if (from === null && to === null) return 'all dates'
    return from === null ? `until ${nameOf(to ?? '')}` : `from ${nameOf(from)}`
  }
  if (from === to) return nameOf(from)
  const decade = to.endsWith('9') && from === `${to.slice(0, 3)}0` && from.length === 4
  if (decade) return nameOf(from.slice(0, 3))
  const [start, end] = [nameOf(from), nameOf(to)]
  const sameYear = from.length === 7 && to.length === 7 && from.slice(0, 4) === to.slice(0, 4)
  return `${sameYear ? start.replace(/ \d+$/, '') : start} to ${end}`
}
