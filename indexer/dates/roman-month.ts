import { countsAfterMonth } from './counting.ts'
import { matchAt } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { fullYear, twoDigits } from './years.ts'

/** Days whose month is a Roman number, as in `12.VI.1999`. Only in capitals, and only with the year. */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const DAY =
  /(\d{1,2})(\.\s?|[-/]|\s)(VI{0,3}|I{1,3}|IV|IX|XI{0,2})(?:(?<=[.]\s?\w{1,4})\.\s?|(?<=[-/]\w{1,4})[-/]|(?<=\s\w{1,4})\s)(\d{4}|\d{2})(?![\d%]|[a-z]|[.:,]\d)/y

export function romanMonth(source: Source, at: number): Unit | null {
  const { text, mode } = source
  const match = matchAt(DAY, text, at)
  if (match === null) return null
  const [words, day, separator = '', roman = '', digits = ''] = match
  const end = at + words.length
  // In prose `12 V 1999` may be volts, `12 X 10` a product.
  const isSpaced = separator === ' '
  if (isSpaced && (digits.length === 2 || (mode === 'mention' && roman.length === 1))) return null
  if (countsAfterMonth(text, end, Number(digits))) return null
  const year = digits.length === 2 ? twoDigits(source, digits, end) : fullYear(Number(digits), end)
  return unit({
    kind: 'day',
    rule: 'day-month-year',
    month: ROMAN.indexOf(roman) + 1,
    day: Number(day),
    shape: 'day-first',
    start: at,
    ...year,
  })
}
