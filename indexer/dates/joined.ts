import { PART } from './prefix.ts'
import { matchAt, sticky } from './sticky.ts'
import { laterInYear, type Unit } from './unit.ts'
import { DASH, SPACE, WEEKDAY } from './words.ts'

/** What two dates share when they stand beside each other: years, months, and words between them. */

const INNER = sticky(
  `(?:the${SPACE})?(?:(${PART})(?:the${SPACE})?)?((?:about|around|approximately|circa|ca\\.?|c\\.)\\s{1,3})?(?:${WEEKDAY},?${SPACE}(?:the${SPACE})?)?`,
)

/** Skips the words between a connective and the second date: where that begins, and its mark. */
export function skipInner(text: string, at: number): { at: number; mark: Unit['mark'] } {
  const match = matchAt(INNER, text, at)
  if (match === null) return { at, mark: '' }
  const qualified = match[1] !== undefined || match[2] !== undefined
  return { at: at + match[0].length, mark: qualified ? '~' : '' }
}

/**
 * Gives each of two dates what is written with the other only: `28 February - 5 March 1998`,
 * `Dec. 30, 1998 - Jan. 2`. From December to January the year turns.
 */
export function shareYear(left: Unit, right: Unit): [Unit, Unit] {
  const turns = laterInYear(left, right) ? 1 : 0
  if (left.year === null && right.year !== null) {
    const problem = left.problem ?? right.problem
    return [{ ...left, year: right.year - turns, problem, rule: fullRule(left) }, right]
  }
  if (right.year === null && left.year !== null) {
    const problem = right.problem ?? left.problem
    return [left, { ...right, year: left.year + turns, problem, rule: fullRule(right) }]
  }
  return [left, right]
}

/** The rule of a date whose year stands beside it: the same as if the year stood in it. */
function fullRule({ rule }: Unit): Unit['rule'] {
  if (rule === 'day-month') return 'day-month-year'
  if (rule === 'month-day') return 'month-day-year'
  if (rule === 'month') return 'month-year'
  return rule === 'season' ? 'season-year' : rule
}

/** A day in full from a bare one and the date that names its month: `10` and `12 June 1999`. */
export function shareMonth(bare: Unit, full: Unit): Unit {
  const { month, year, rule, problem } = full
  return { ...bare, month, year, rule, problem }
}

/** Something else than a word follows: `June 10 - 12: talks`, but not `June 10 - 12 people`. */
const CLOSED = sticky(`\\t|\\s{0,2}(?:[.,;:()\\]|*•]|${DASH}{1,2}\\s|$)`)

export const isClosed = (text: string, end: number): boolean => matchAt(CLOSED, text, end) !== null
