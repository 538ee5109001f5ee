import { counts, mayCount } from './counting.ts'
import { matchAt, sticky, testAt } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { MONTH, monthNumber, ORDINAL_SUFFIX, ORDINAL_WORD, ordinalNumber, SPACE } from './words.ts'
import { isNoMonth } from './year-leads.ts'
import { yearAfter } from './years.ts'

/** Dates with the name of a month. */

const DAY_MONTH = sticky(
  `(\\d{1,2})(${ORDINAL_SUFFIX})?(${SPACE}(?:(?:day${SPACE})?of${SPACE})?|[-/]|\\.\\s?)(${MONTH})`,
)
const MONTH_DAY = sticky(
  `(${MONTH})(?:${SPACE}(?:the${SPACE})?|(?<=\\.)|-(?=\\d{1,2}-\\d{4}(?![\\d-])))(\\d{1,2})(${ORDINAL_SUFFIX})?(?![\\d%a-z]|[.:]\\d|,\\d{3}(?!\\d))`,
)
const MONTH_WORD_DAY = sticky(
  `(${MONTH})${SPACE}(?:the${SPACE})?(${ORDINAL_WORD})(?:(?=,?${SPACE}\\d{4}(?!\\d))|(?![-a-z]|\\s[a-z]))`,
)
const MONTH_ALONE = sticky(MONTH)

/** What makes the number after a month no day: `March 10 percent`, `June 7 p.m.`, `May 24-hour`. */
const NO_DAY =
  /\s?(?:percent|per cent|million|billion|thousand|hundred|dozen|a\.m|p\.m|am|pm)(?![a-z])|[-‐‑](?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mid|early|late))[a-z]/iy

/** `in March 24 people died` has no day: English says `on` before one. */
const IN_BEFORE = /(?<=(?<![a-z])(?:in|during)\s{1,3})/iy
const ON_BEFORE =
  /(?<=(?<![a-z])(?:on|the|this|that|until|by|since|from|to|and|of|before|after|day,?)\s{1,3})/iy

const YEAR_MONTH = sticky(
  `(\\d{4})(?:,?${SPACE}|[-/])(${MONTH})(?:(?:${SPACE}|[-/]|(?<=\\.))(\\d{1,2})${ORDINAL_SUFFIX}?(?![\\d%a-z]|[.:]\\d|,\\d{3}(?!\\d)))?`,
)
const YEAR_DAY_MONTH = sticky(
  `(\\d{4}),?${SPACE}(\\d{1,2})${ORDINAL_SUFFIX}?${SPACE}(?:of${SPACE})?(${MONTH})(?!,?\\s{0,3}\\d{4})`,
)
const WORD_DAY = sticky(`(${ORDINAL_WORD})${SPACE}(?:day${SPACE})?of${SPACE}`)

/** Words that are months only with a capital letter. */
const COMMON_WORD = /^(?:may|march|mar|dec|jan|sep|jun)$/

/** `10 June 1999`, `28th of October`, `10-Jun-99`. */
export function dayMonth(source: Source, at: number): Unit | null {
  const { text, mode } = source
  const match = matchAt(DAY_MONTH, text, at)
  if (match === null) return null
  const [words, day, , separator = '', month = ''] = match
  // In prose `10. June` is the end of a sentence and the start of the next.
  if (separator.startsWith('.') && mode === 'mention') return null
  const end = at + words.length
  const tight = separator === '-' || separator === '/'
  const year = yearAfter(source, end, tight)
  const written = unit({
    kind: 'day',
    rule: year === null ? 'day-month' : 'day-month-year',
    year: year?.year ?? null,
    month: monthNumber(month),
    day: Number(day),
    shape: 'day-first',
    problem: year?.problem ?? null,
    start: at,
    end: year?.end ?? end,
  })
  if (year === null && (!isWritable(written) || COMMON_WORD.test(month))) return null
  return written
}

/** `June 10, 1999`, `June 1999`, `Oct. 28th`, `March`. */
export function monthFirst(source: Source, at: number): Unit | null {
  return monthDay(source, at) ?? monthWordDay(source, at) ?? monthYear(source, at)
}

function monthDay(source: Source, at: number): Unit | null {
  const { text } = source
  const match = matchAt(MONTH_DAY, text, at)
  if (match === null) return null
  const [words, month = '', day, suffix] = match
  const end = at + words.length
  const year = yearAfter(source, end, false)
  const written = unit({
    kind: 'day',
    rule: year === null ? 'month-day' : 'month-day-year',
    year: year?.year ?? null,
    month: monthNumber(month),
    day: Number(day),
    shape: 'month-first',
    problem: year?.problem ?? null,
    start: at,
    end: year?.end ?? end,
  })
  if (year !== null) return written
  if (!isWritable(written) || isLowerCase(month) || testAt(NO_DAY, text, end)) return null
  if (suffix === undefined && isCount(text, at, end)) return null
  return written
}

/** `June tenth, 1999`, `May the first.` */
function monthWordDay(source: Source, at: number): Unit | null {
  const match = matchAt(MONTH_WORD_DAY, source.text, at)
  if (match === null) return null
  const [words, month = '', ordinal = ''] = match
  if (isLowerCase(month)) return null
  const end = at + words.length
  const year = yearAfter(source, end, false)
  return unit({
    kind: 'day',
    rule: year === null ? 'month-day' : 'month-day-year',
    year: year?.year ?? null,
    month: monthNumber(month),
    day: ordinalNumber(ordinal),
    shape: 'month-first',
    problem: year?.problem ?? null,
    start: at,
    end: year?.end ?? end,
  })
}

/** `1999 June 10`, `1999, June`: the latter at the head of a line and in tables. */
export function yearMonth({ text, mode, context }: Source, at: number): Unit | null {
  const match = matchAt(YEAR_MONTH, text, at)
  if (match === null) return null
  const [words, year, month = '', day] = match
  // In prose `in 1999, June 10` are two, and `1999 June` may be.
  if (mode === 'mention' && (day === undefined || words.includes(','))) return null
  const end = at + words.length
  const isLead = mode === 'leading' && day === undefined
  if (isLead && context.yearsAlone === true && isNoMonth(text, end - month.length, end)) return null
  const written = unit({
    kind: 'month',
    rule: 'year-month',
    year: Number(year),
    month: monthNumber(month),
    problem: Number(year) < 1 ? 'out-of-range' : null,
    start: at,
    end,
  })
  if (day === undefined) return written
  return { ...written, kind: 'day', rule: 'year-month-day', day: Number(day) }
}

/** `1999, 10 June`, at the head of a line and in tables. */
export function yearDayMonth({ text, mode }: Source, at: number): Unit | null {
  const match = mode === 'mention' ? null : matchAt(YEAR_DAY_MONTH, text, at)
  if (match === null) return null
  const [words, year, day, month = ''] = match
  if (COMMON_WORD.test(month)) return null
  const written = unit({
    kind: 'day',
    rule: 'year-month-day',
    year: Number(year),
    month: monthNumber(month),
    day: Number(day),
    problem: Number(year) < 1 ? 'out-of-range' : null,
    start: at,
    end: at + words.length,
  })
  return isWritable(written) ? written : null
}

/** The day in words: `the first of January 1863`. */
export function wordDay(source: Source, at: number): Unit | null {
  const match = matchAt(WORD_DAY, source.text, at)
  if (match === null) return null
  const [words, ordinal = ''] = match
  const month = monthYear(source, at + words.length)
  if (month === null) return null
  return {
    ...month,
    kind: 'day',
    rule: month.year === null ? 'day-month' : 'day-month-year',
    day: ordinalNumber(ordinal),
    shape: 'day-first',
    start: at,
  }
}

/** The number after a month counts what follows, unless a word before it asks for a day. */
function isCount(text: string, at: number, end: number): boolean {
  if (testAt(IN_BEFORE, text, at)) return mayCount(text, end)
  return counts(text, end) && !testAt(ON_BEFORE, text, at)
}

function monthYear(source: Source, at: number): Unit | null {
  const { text, mode } = source
  const match = matchAt(MONTH_ALONE, text, at)
  if (match === null) return null
  const [month] = match
  if (mode === 'mention' && COMMON_WORD.test(month)) return null
  const end = at + month.length
  const year = yearAfter(source, end, mode === 'whole')
  if (year === null && isLowerCase(month) && mode === 'mention') return null
  return unit({
    kind: 'month',
    rule: year === null ? 'month' : 'month-year',
    year: year?.year ?? null,
    month: monthNumber(month),
    problem: year?.problem ?? null,
    start: at,
    end: year?.end ?? end,
  })
}

/** Days beyond 31 are numbers of something else; 30 February is a day that is refused later. */
const isWritable = (written: Unit): boolean =>
  written.day !== null && written.day >= 1 && written.day <= 31

const isLowerCase = (word: string): boolean => word.charCodeAt(0) >= 97
