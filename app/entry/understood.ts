import { partsOf } from '#schema/day'
import type { Day, PartialDate } from '#schema/entry'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day in words, e.g. `10 June 1999`. */
export function dayInWords(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`
}

/** A month in words, e.g. `June 1999`, of `1999-06`. */
export function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`
}

/** What a date covers, in words: its days, never narrower than what was written. */
export function understood({ edtf, start, end, qualifier }: PartialDate): string {
  const about = qualifier === null ? '' : qualifier === 'approximate' ? 'about ' : 'possibly '
  if (start === null) return `${about}until ${end === null ? '' : dayInWords(end)}`
  if (end === null) return `${about}from ${dayInWords(start)}`
  if (start === end) return about + dayInWords(start)
  if (/^\d{4}-(?:0[1-9]|1[0-2])[~?]?$/.test(edtf)) return about + monthInWords(edtf)
  if (/^\d{4}[~?]?$/.test(edtf)) return about + Number(edtf.slice(0, 4))
  return `${about}${dayInWords(start)} – ${dayInWords(end)}`
}
