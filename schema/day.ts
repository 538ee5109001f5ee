import type { Day } from './entry.ts'

/**
 * Calendar arithmetic on plain year, month and day numbers, so that no day ever passes through a
 * time zone. Proleptic Gregorian, years 1 to 9999.
 */

export const MIN_YEAR = 1
export const MAX_YEAR = 9999

export type YearMonthDay = { year: number; month: number; day: number }

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= MIN_YEAR && year <= MAX_YEAR
}

export function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12
}

/** True for a day that the calendar has: 30 February is none. */
export function isCalendarDay({ year, month, day }: YearMonthDay): boolean {
  return (
    isYear(year) &&
    isMonth(month) &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

export const padYear = (year: number): string => String(year).padStart(4, '0')
export const pad2 = (value: number): string => String(value).padStart(2, '0')

export function formatDay(year: number, month: number, day: number): Day {
  return `${padYear(year)}-${pad2(month)}-${pad2(day)}`
}

export const firstDayOfYear = (year: number): Day => formatDay(year, 1, 1)
export const lastDayOfYear = (year: number): Day => formatDay(year, 12, 31)
export const firstDayOfMonth = (year: number, month: number): Day => formatDay(year, month, 1)
export const lastDayOfMonth = (year: number, month: number): Day =>
  formatDay(year, month, daysInMonth(year, month))

/** Splits `YYYY-MM-DD`; the caller vouches for the form. */
export function partsOf(day: Day): YearMonthDay {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  }
}

/** `YYYYMMDD` as a number: days in calendar order are numbers in numeric order. */
export function dayNumber(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return year * 10000 + month * 100 + dayOfMonth
}

export function nextDay(day: Day): Day {
  const { year, month, day: dayOfMonth } = partsOf(day)
  if (dayOfMonth < daysInMonth(year, month)) return formatDay(year, month, dayOfMonth + 1)
  if (month < 12) return firstDayOfMonth(year, month + 1)
  return firstDayOfYear(year + 1)
}

export function previousDay(day: Day): Day {
  const { year, month, day: dayOfMonth } = partsOf(day)
  if (dayOfMonth > 1) return formatDay(year, month, dayOfMonth - 1)
  if (month > 1) return lastDayOfMonth(year, month - 1)
  return lastDayOfYear(year - 1)
}

/** Days since 0001-01-01, which is 0; for spans and distances. */
export function ordinal(day: Day): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const before = year - 1
  let days =
    before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let m = 1; m < month; m++) days += daysInMonth(year, m)
  return days + dayOfMonth - 1
}

/** Number of days from the first to the last, both counted. */
export function spanInDays(first: Day, last: Day): number {
  return ordinal(last) - ordinal(first) + 1
}
