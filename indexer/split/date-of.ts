import { partsOf } from '#schema/day'
import type { PartialDate } from '#schema/entry'
import type { Anchor, DateContext } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { wholeDate } from '../dates/whole.ts'

/** What a heading or an entry's date gives to the dates below or in it. */

/** The settled part of a document's context: what its other dates make certain. */
export type DocumentDates = Pick<DateContext, 'numericOrder' | 'century' | 'early' | 'yearsAlone'>

/**
 * Year, and month where there is one, of a date that lies within a year; null for wider ones, which
 * complete nothing.
 */
export function anchorOf(date: PartialDate | null): Anchor | null {
  if (date === null || date.start === null || date.end === null) return null
  const start = partsOf(date.start)
  const end = partsOf(date.end)
  if (date.precision === 'season') return { year: start.year, month: null }
  if (start.year !== end.year) return null
  return { year: start.year, month: start.month === end.month ? start.month : null }
}

/**
 * The year, or the month of a year, that a heading names among other words; null where it names several.
 * A day is more likely that of the paper than of what stands in it.
 */
export function anchorNamed(heading: string, dates: DocumentDates): Anchor | null {
  const [named = null, ...others] = mentionsIn(heading, { ...dates, anchor: null })
  return others.length > 0 || named?.precision === 'day' ? null : anchorOf(named)
}

/** A day, or days of one stretch: what stands below such a date happened on it. */
export const isWithinMonth = (date: PartialDate | null): boolean =>
  date !== null && /^\d{4}-\d\d-\d\d(?:$|\/\d{4}-\d\d-\d\d$)/.test(date.edtf)

const DATE_AND_MORE = /^(.{2,40}?)(?::|\s[–—-])\s+\S/

/** The date that a heading is, or with which it begins before a colon or a dash. */
export function headingDate(
  heading: string,
  anchor: Anchor | null,
  dates: DocumentDates,
): PartialDate | null {
  const whole = wholeHeadingDate(heading, anchor, dates)
  if (whole !== null) return whole
  const before = DATE_AND_MORE.exec(heading)?.[1]
  return before === undefined ? null : wholeHeadingDate(before, anchor, dates)
}

/** The date that a heading is, and nothing else. */
export function wholeHeadingDate(
  heading: string,
  anchor: Anchor | null,
  dates: DocumentDates,
): PartialDate | null {
  if (heading.length > LONGEST_DATE) return null
  return wholeDate(heading.replace(/\s*:$/, ''), { ...dates, anchor, hint: 'timeline' })
}

const LONGEST_DATE = 80
