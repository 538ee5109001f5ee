import { parseEdtf } from '#schema/edtf'
import type { PartialDate } from '#schema/entry'
import type { DateContext } from './context.ts'
import { hasDateWordsOnly } from './date-words.ts'
import { partialDate } from './partial-date.ts'
import { problemOf } from './problems.ts'
import { type Reading, readFrom } from './read.ts'
import { matchAt, sticky } from './sticky.ts'
import { PART_OF_DAY_BEFORE, timeAt, timeBeforeAt } from './time.ts'
import type { Source } from './unit.ts'
import { SPACE } from './words.ts'
import { isLikelyYear } from './year-rules.ts'

/** A longer string is no date, whatever it begins with. */
const LONGEST = 120

const OPENING = sticky(`[\\s*_#>"“([]{0,12}(?:${PART_OF_DAY_BEFORE}|the${SPACE})?`)
const CLOSING = /[\s*_"”)\].:,;]{0,12}$/y
const EDTF_ONLY =
  /^(?:[\dX]{4}(?:-\d\d){0,2}[~?]?|\.\.)(?:\/(?:[\dX]{4}(?:-\d\d){0,2}[~?]?|\.\.))?$/

/**
 * The date of a string that is nothing but a date (an attribution line, a table cell, a heading),
 * with a null offset; null for anything else.
 */
export function wholeDate(text: string, context: DateContext): PartialDate | null {
  if (text.length > LONGEST || !hasDateWordsOnly(text)) return null
  const trimmed = text.trim()
  if (EDTF_ONLY.test(trimmed) && /[X~]|\.\.|-2[1-4](?!-)/.test(trimmed)) {
    const span = parseEdtf(trimmed)
    const whole = { edtf: trimmed, rule: 'edtf', inferred: false, start: 0, end: trimmed.length }
    if (span !== null) return partialDate(trimmed, { ...whole, rule: 'edtf' }, null)
  }
  const source: Source = { text, mode: 'whole', context }
  const from = matchAt(OPENING, text, 0)?.[0].length ?? 0
  const found = readFrom(source, from) ?? afterTime(source, from)
  if (found === null || !isEnd(text, found.end)) return null
  if (found.problem !== null) {
    context.report?.(problemOf(text, found.start, found.end, found.problem))
    return null
  }
  const [dated] = found.dates
  if (dated === undefined) return null
  if (context.hint === undefined && !isLikelyYear(dated)) return null
  return partialDate(text, dated, null)
}

/** `14:30, 10 June 1999`: a day that stands behind a time of day. */
function afterTime(source: Source, from: number): Reading | null {
  const at = timeBeforeAt(source.text, from)
  const found = at === null ? null : readFrom(source, at)
  return found === null || found.dates.some(({ rule }) => rule === 'year') ? null : found
}

function isEnd(text: string, end: number): boolean {
  if (matchAt(CLOSING, text, end) !== null) return true
  const time = timeAt(text, end)
  return time !== null && matchAt(CLOSING, text, time) !== null
}
