import { daysInMonth, pad2, padYear } from '#schema/day'
import type { Unit as UnitName } from '#schema/edtf'
import type { DateContext, ProblemCode } from './context.ts'
import type { Rule } from './rules.ts'

/** How a text is read: inside prose, at the head of a line, or as nothing but a date. */
export type Mode = 'mention' | 'leading' | 'whole'

export type Source = { text: string; mode: Mode; context: DateContext }

/**
 * One date without its ends and qualifiers: what is written, a part that is not written being null.
 */
export type Unit = {
  kind: UnitName
  /** Of a decade or a century its first year (0 for the 1st century). */
  year: number | null
  /** 1 to 12, for a season 21 to 24. */
  month: number | null
  day: number | null
  /** How a day is written; a bare one (`10` in `10-12 June`) lives only beside another. */
  shape: 'bare' | 'day-first' | 'month-first' | 'other'
  rule: Rule
  mark: Mark
  /** Why this is no date although it is written like one; what is around it is consumed with it. */
  problem: ProblemCode | null
  start: number
  end: number
}

/** EDTF's qualifier at the end of a date. */
export type Mark = '' | '~' | '?'

type Written = Pick<Unit, 'kind' | 'rule' | 'start' | 'end'> & Partial<Unit>

/** All units are of one shape, whatever is written of them: others are slow to read and to copy (V8). */
export function unit({
  kind,
  year = null,
  month = null,
  day = null,
  shape = 'other',
  rule,
  mark = '',
  problem = null,
  start,
  end,
}: Written): Unit {
  return { kind, year, month, day, shape, rule, mark, problem, start, end }
}

export const marked = (from: Unit, mark: Mark): Unit =>
  from.mark === mark ? from : { ...from, mark }

/** The unit in EDTF; only for one whose year is known. */
export function edtfOf({ kind, year, month, day, mark }: Unit): string {
  const digits = padYear(year ?? 0)
  if (kind === 'century') return `${digits.slice(0, -2)}XX${mark}`
  if (kind === 'decade') return `${digits.slice(0, -1)}X${mark}`
  const parts = [digits]
  if (month !== null) parts.push(pad2(month))
  if (day !== null) parts.push(pad2(day))
  return parts.join('-') + mark
}

/** Place of a month or season in its year, so that a spring comes before a June's end. */
const monthOrder = (month: number): number => (month > 12 ? (month - 21) * 3 + 3 : month)

/** True when the first comes later in a year than the second, years left aside. */
export function laterInYear(first: Unit, second: Unit): boolean {
  if (first.month === null || second.month === null) return false
  const a = monthOrder(first.month)
  const b = monthOrder(second.month)
  if (a !== b) return a > b
  return first.day !== null && second.day !== null && first.day > second.day
}

/** False for a 30 February, in whichever year. */
export function fitsSomeYear({ month, day }: Unit): boolean {
  if (day === null) return true
  if (day < 1 || day > 31) return false
  if (month === null) return true
  return month >= 1 && month <= 12 && day <= daysInMonth(2000, month)
}

/** The unit of the same kind that follows (1) or precedes (-1); the year may leave the calendar. */
export function neighbour(from: Unit, step: 1 | -1): Unit {
  const { kind, year, month, day } = from
  if (year === null) return from
  if (kind === 'year') return { ...from, year: year + step }
  if (kind === 'decade') return { ...from, year: year + 10 * step }
  if (kind === 'century') return { ...from, year: year + 100 * step }
  if (month === null) return from
  if (kind === 'day' && day !== null) {
    if (step === 1 && day < daysInMonth(year, month)) return { ...from, day: day + 1 }
    if (step === -1 && day > 1) return { ...from, day: day - 1 }
    const turned = neighbour({ ...from, kind: 'month', day: null }, step)
    const last = daysInMonth(turned.year ?? year, turned.month ?? month)
    return { ...turned, kind, day: step === 1 ? 1 : last }
  }
  const [first, last] = kind === 'season' ? [21, 24] : [1, 12]
  const next = month + step
  if (next > last) return { ...from, year: year + 1, month: first }
  if (next < first) return { ...from, year: year - 1, month: last }
  return { ...from, month: next }
}
