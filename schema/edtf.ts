import {
  firstDayOfMonth,
  firstDayOfYear,
  formatDay,
  isCalendarDay,
  isMonth,
  isYear,
  lastDayOfMonth,
  lastDayOfYear,
  MAX_YEAR,
} from './day.ts'
import type { Day, Precision, Qualifier } from './entry.ts'

/**
 * The part of EDTF (ISO 8601-2:2019, Library of Congress specification) that Kronika speaks:
 * years, months, days, seasons 21 to 24, unspecified digits `199X` and `18XX`, the qualifiers `~`
 * and `?` at the end, and intervals with open ends `..`.
 *
 * One function reads it, so that the indexer, the search parameters and the page agree on what a
 * date covers.
 */

export type Unit = Exclude<Precision, 'interval'>

export type Span = {
  start: Day | null
  end: Day | null
  precision: Precision
  qualifier: Qualifier
  /** The units of the known ends: one for a plain date, one or two for an interval. */
  units: Unit[]
}

const SINGLE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/
const SEASONS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 }

/** The span of an EDTF date; null when it is not one that Kronika speaks or no calendar has it. */
export function parseEdtf(edtf: string): Span | null {
  return edtf.includes('/') ? parseInterval(edtf) : parseSingle(edtf)
}

function parseInterval(edtf: string): Span | null {
  const [left, right, ...rest] = edtf.split('/')
  if (left === undefined || right === undefined || rest.length > 0) return null
  const from = left === '..' ? null : parseSingle(left)
  const to = right === '..' ? null : parseSingle(right)
  if (left !== '..' && from === null) return null
  if (right !== '..' && to === null) return null
  if (from === null && to === null) return null
  const start = from?.start ?? null
  const end = to?.end ?? null
  if (start !== null && end !== null && start > end) return null
  return {
    start,
    end,
    precision: 'interval',
    qualifier: from?.qualifier ?? to?.qualifier ?? null,
    units: [...(from?.units ?? []), ...(to?.units ?? [])],
  }
}

function parseSingle(edtf: string): Span | null {
  const match = SINGLE.exec(edtf)
  if (match === null) return null
  const [, yearText = '', monthText, dayText, mark] = match
  const bounds = boundsOf(yearText, monthText, dayText)
  if (bounds === null) return null
  const qualifier = mark === '~' ? 'approximate' : mark === '?' ? 'uncertain' : null
  const { unit, start, end } = bounds
  return { start, end, precision: unit, qualifier, units: [unit] }
}

type Bounds = { unit: Unit; start: Day; end: Day }

function boundsOf(yearText: string, monthText?: string, dayText?: string): Bounds | null {
  if (yearText.endsWith('X')) return monthText === undefined ? unspecified(yearText) : null
  const year = Number(yearText)
  if (!isYear(year)) return null
  if (monthText === undefined) {
    return { unit: 'year', start: firstDayOfYear(year), end: lastDayOfYear(year) }
  }
  const month = Number(monthText)
  if (dayText !== undefined) {
    const day = Number(dayText)
    if (!isCalendarDay({ year, month, day })) return null
    const text = formatDay(year, month, day)
    return { unit: 'day', start: text, end: text }
  }
  if (isMonth(month)) {
    return { unit: 'month', start: firstDayOfMonth(year, month), end: lastDayOfMonth(year, month) }
  }
  return season(year, month)
}

function season(year: number, code: number): Bounds | null {
  const first = SEASONS[code]
  if (first === undefined) return null
  const start = firstDayOfMonth(year, first)
  if (code !== 24) return { unit: 'season', start, end: lastDayOfMonth(year, first + 2) }
  // A winter ends in the next year; the calendar that is spoken here ends with 9999.
  const end = year < MAX_YEAR ? lastDayOfMonth(year + 1, 2) : lastDayOfYear(year)
  return { unit: 'season', start, end }
}

function unspecified(yearText: string): Bounds | null {
  const first = Math.max(1, Number(yearText.replaceAll('X', '0')))
  const last = Number(yearText.replaceAll('X', '9'))
  const unit = yearText.endsWith('XX') ? 'century' : 'decade'
  return { unit, start: firstDayOfYear(first), end: lastDayOfYear(last) }
}
