import type { ProblemCode } from './context.ts'
import { countsAfterMonth } from './counting.ts'
import { matchAt, sticky, testAt } from './sticky.ts'
import type { Source } from './unit.ts'
import { SPACE } from './words.ts'

/** The year that completes a day, a month or a season, and where it ends. */
export type WrittenYear = { year: number; problem: ProblemCode | null; end: number }

const AFTER_MONTH = sticky(
  `(,\\s{1,3}in${SPACE}|,\\s{0,3}|${SPACE},\\s{0,3}|${SPACE}(?:(?:of|in the year)${SPACE}(?:the year${SPACE}(?:of${SPACE})?)?)?|[-/]|\\.\\s?)(?:['’‘](\\d{2})|(\\d{1,6}))(?![\\d%]|[a-z]|,\\d{3}(?!\\d))`,
)

const ERA = /\s{0,2}(?:(B\.\s?C\.(?:\s?E\.)?|BCE?)|(?:A\.\s?D\.|C\.\s?E\.|AD|CE))(?![A-Za-z-])/y

/** What may follow a year of two or three digits; before a word they would rather count it. */
const CLOSES = /\s{0,2}(?:[.,;:)\]|–—*]|-\s|$)/y

/**
 * Reads the year after a month or a day, from the separator on; null when none stands there. `short`
 * allows a bare two-digit year, as in `10-Jun-99`.
 */
export function yearAfter(source: Source, at: number, short: boolean): WrittenYear | null {
  const { text, mode } = source
  const match = matchAt(AFTER_MONTH, text, at)
  if (match === null) return null
  const [words, separator = '', apostrophed, digits = ''] = match
  // A full stop joins in a table's `10.June.1999`; in prose it ends a sentence.
  if (separator.startsWith('.') && mode === 'mention') return null
  const end = at + words.length
  if (apostrophed !== undefined) return twoDigits(source, apostrophed, end)
  const era = eraAfter(text, end)
  if (era !== null) return { ...fullYear(Number(digits), end), ...era }
  if (digits.length > 4) return { year: Number(digits), problem: 'out-of-range', end }
  if (digits.length === 4) {
    const year = Number(digits)
    return countsAfterMonth(text, end, year) ? null : fullYear(year, end)
  }
  if (!testAt(CLOSES, text, end)) return null
  const spaced = separator.trim() === ''
  if (digits.length === 3) return spaced ? fullYear(Number(digits), end) : null
  if (digits.length !== 2) return null
  // In prose `10 June 99.` has a year, and `June 10, 20` goes on with another day.
  const isYear = short || (spaced && (mode !== 'mention' || Number(digits) > 31))
  return isYear ? twoDigits(source, digits, end) : null
}

/** A two-digit year, in the century that the document makes certain. */
export function twoDigits({ context }: Source, digits: string, end: number): WrittenYear {
  const { century } = context
  if (century === null) return { year: Number(digits), problem: 'two-digit-year', end }
  return fullYear(century + Number(digits), end)
}

export function fullYear(year: number, end: number): WrittenYear {
  return { year, problem: year < 1 ? 'out-of-range' : null, end }
}

/** `AD` or `BC` after a year: where it ends, and the problem when it is the latter. */
export function eraAfter(
  text: string,
  end: number,
): { problem: ProblemCode | null; end: number } | null {
  const match = matchAt(ERA, text, end)
  if (match === null) return null
  return { problem: match[1] === undefined ? null : 'bce', end: end + match[0].length }
}
