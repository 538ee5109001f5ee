import { parseEdtf } from '#schema/edtf'
import { bounded, boundedInterval } from './bounds.ts'
import { inferMonth, inferYear } from './completion.ts'
import type { ProblemCode } from './context.ts'
import { inAddress, isNumbered, isNumberedAsWell, standsFree } from './guards.ts'
import { type Interval, intervalFrom } from './interval.ts'
import { listFrom } from './list.ts'
import { type Prefix, prefixOf } from './prefix.ts'
import type { Rule } from './rules.ts'
import { suffixOf } from './suffix.ts'
import { firstBehindPrefix } from './triggers.ts'
import { edtfOf, fitsSomeYear, type Mark, marked, type Source, type Unit } from './unit.ts'
import { bareDay, isDigit, unitAt } from './units.ts'
import { isYearInProse } from './year-in-prose.ts'

/** A date as EDTF, and the words that it was read from (UTF-16 units, end exclusive). */
export type Dated = { edtf: string; rule: Rule; inferred: boolean; start: number; end: number }

/**
 * What stands at a place: one date, several that share their words, or a problem. Its words are
 * consumed in each case, so that 30 February 1999 is not half-read as February 1999.
 */
export type Reading = {
  start: number
  end: number
  dates: Dated[]
  problem: ProblemCode | null
}

/**
 * Reads the date whose first unit begins at `at`; null when none does. Nothing before `floor` is
 * touched; `since` is the text after the year before, when that is near, else ''. Where it must begin
 * exactly at the floor, one that cannot is not read any further.
 */
export function readAt(
  source: Source,
  at: number,
  floor: number,
  since: string,
  exactly = false,
): Reading | null {
  const { text, mode } = source
  const first = unitAt(source, at) ?? (isDigit(text.charCodeAt(at)) ? bareDay(text, at) : null)
  if (first === null || first.start < floor) return null
  const prefix = prefixOf(source, first, floor)
  if (exactly && prefix.start > floor) return null
  if (!isFree(source, first, prefix, floor)) return null
  const whole = marked(first, prefix.mark)
  const interval = intervalFrom(source, whole, prefix.bound)
  const reading =
    (interval === null ? null : readInterval(source, interval, prefix, since)) ??
    readList(source, first, prefix) ??
    readSingle(source, whole, prefix, since)
  if (reading === null) return null
  return mode === 'mention' && inAddress(text, reading.start, reading.end) ? null : reading
}

/** Reads the date that begins exactly at `from`, its prefix included; for heads of lines and cells. */
export function readFrom(source: Source, from: number): Reading | null {
  const found = firstBehindPrefix(source.text, from, (at) => readAt(source, at, from, '', true))
  return found?.start === from ? found : null
}

function isFree({ text, mode }: Source, first: Unit, prefix: Prefix, floor: number): boolean {
  if (mode !== 'mention' && prefix.start === floor) return true
  if (!standsFree(text, prefix.start)) return false
  if (!isDigit(text.charCodeAt(first.start))) return true
  const named = first.rule === 'day-month-year' || first.rule === 'era-year'
  if (isNumbered(text, first.start, named)) return false
  return first.kind !== 'year' || named || !isNumberedAsWell(text, first.start)
}

function readInterval(
  source: Source,
  { left, right, end }: Interval,
  prefix: Prefix,
  since: string,
): Reading | null {
  const { text } = source
  if (left.kind === 'year' && (right === null || right.kind === 'year')) {
    if (!isYear(source, left, { prefix, end, since, last: right ?? left, span: true })) return null
  }
  const units = right === null ? [left] : [left, right]
  const complete = left.year === null ? infer(source, units, prefix) : units
  if (complete === null) return impossibleReading(units, prefix, end)
  const [from = left, to = null] = complete
  const understood = boundedInterval(from, to, prefix.bound)
  const suffix = suffixOf(text, end, { mode: source.mode, from: false, day: false })
  const ends = suffix.onward ? end : suffix.end
  const { start } = prefix
  return conclude(complete, start, ends, [
    { ...understood, inferred: left.year === null, start, end: ends },
  ])
}

function readList(source: Source, first: Unit, prefix: Prefix): Reading | null {
  const items = listFrom(source, first)
  const last = items?.[items.length - 1]
  if (items === null || last === undefined) return null
  const start = prefix.inner
  const inferred = items[0]?.year === null
  const complete = inferred ? inferYear(source, items, prefix) : items
  if (complete === null) return impossibleReading(items, prefix, last.end)
  const dates = complete.map((date, index): Dated => {
    const mark = index === 0 ? prefix.mark : date.mark
    const from = index === 0 ? start : date.start
    return {
      edtf: edtfOf(marked(date, mark)),
      rule: date.rule,
      inferred,
      start: from,
      end: date.end,
    }
  })
  if (source.mode === 'mention') return conclude(complete, start, last.end, dates)
  // One line has one date: from the first to the last.
  const sorted = dates.map(({ edtf }) => edtf).sort()
  const edtf = `${sorted[0]}/${sorted[sorted.length - 1]}`
  return conclude(complete, start, last.end, [
    { edtf, rule: 'interval', inferred, start, end: last.end },
  ])
}

function readSingle(source: Source, first: Unit, prefix: Prefix, since: string): Reading | null {
  const { text, mode } = source
  const { end } = first
  const bare = first.shape === 'bare'
  if (first.kind === 'year' || first.rule === 'numeric-month') {
    if (!isYear(source, first, { prefix, end, since, last: first, span: false })) return null
  }
  const inferred = first.year === null
  const date = inferred ? infer(source, [first], prefix)?.[0] : first
  if (date === undefined) return bare ? null : impossibleReading([first], prefix, end)
  const from = prefix.bound?.word === 'from'
  const suffix = suffixOf(text, end, { mode, from, day: date.kind === 'day' })
  const mark: Mark = suffix.uncertain ? '?' : suffix.approximate ? '~' : date.mark
  const bound = suffix.onward ? null : prefix.bound
  // Without a second end "from" and "between" say nothing about the date.
  const open = bound?.word === 'from' || bound?.word === 'between'
  const start = open || (suffix.onward && !from) ? prefix.inner : prefix.start
  const whole = marked(date, mark)
  const { edtf, rule } = suffix.onward
    ? { edtf: `${edtfOf(whole)}/..`, rule: 'open-interval' as const }
    : bounded(whole, bound)
  return conclude([date], start, suffix.end, [{ edtf, rule, inferred, start, end: suffix.end }])
}

function infer(source: Source, units: Unit[], prefix: Prefix): Unit[] | null {
  if (units.some(({ month }) => month !== null)) return inferYear(source, units, prefix)
  return units.every(({ shape }) => shape === 'bare') ? inferMonth(source, units) : null
}

type Place = { prefix: Prefix; end: number; since: string; last: Unit; span: boolean }

/** At the head of a line and as a whole the caller judges a year by what is around it. */
function isYear({ text, mode }: Source, first: Unit, place: Place): boolean {
  if (mode !== 'mention' || first.rule === 'era-year') return true
  const { prefix, end, since, last, span } = place
  // The century of a two-digit year is for the problem to tell, not for the place.
  const years = [first, last].map(({ year, problem }) =>
    problem === 'two-digit-year' ? 1999 : (year ?? 0),
  )
  return isYearInProse(text, { start: first.start, end, prefix, years, span, since })
}

/** A day that no year has is refused even without a year; other words without one are just words. */
function impossibleReading(units: Unit[], prefix: Prefix, end: number): Reading | null {
  if (units.every(fitsSomeYear)) return null
  return { start: prefix.inner, end, dates: [], problem: 'impossible' }
}

/** The reading of dates, or of the problem that one of their units is. */
function conclude(units: Unit[], start: number, end: number, dates: Dated[]): Reading {
  const problem = units.find((date) => date.problem !== null)?.problem ?? null
  if (problem !== null) return { start, end, dates: [], problem }
  const known = dates.every(({ edtf }) => parseEdtf(edtf) !== null)
  if (known) return { start, end, dates, problem: null }
  const impossible = units.some((date) => parseEdtf(edtfOf(date)) === null)
  return { start, end, dates: [], problem: impossible ? 'impossible' : 'out-of-range' }
}
