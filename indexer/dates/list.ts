import { counts } from './counting.ts'
import { isClosed, shareMonth, shareYear, skipInner } from './joined.ts'
import { matchAt, sticky, testAt } from './sticky.ts'
import type { Source, Unit } from './unit.ts'
import { bareDay, unitAt } from './units.ts'
import { yearAfter } from './years.ts'

const SEPARATOR = sticky('\\s{0,2}(?:(,)\\s{1,3})?(?:(and|or|&)\\s{1,3})?')
/** Longer enumerations are not of dates. */
const MOST = 8
/** Months so far apart lie in two years: `December and January 1999`. */
const HALF_YEAR = 6

/** What stands before days in a list: `on 3 and 5 May`, but not `paragraphs 3 and 5, May 1999`. */
const BEFORE_DAYS = /(?<=(?:^|[([“"—–]|\b(?:on|in|the|of|between|from|until|by|and|,|both)\s)\s?)/iy

/**
 * Dates that share what only one of them says: `3 and 5 May 1999`, `June and July 1999`, `May 3, 5
 * and 7, 1999`. Null when they share nothing: each is then read for itself.
 */
export function listFrom(source: Source, first: Unit): Unit[] | null {
  if (first.year !== null || first.kind === 'century') return null
  const { text, mode } = source
  const placed = first.shape !== 'bare' || mode !== 'mention'
  if (!placed && !testAt(BEFORE_DAYS, text, first.start)) return null
  const items = [first]
  let last = first
  let joined = false
  while (items.length < MOST && last.year === null) {
    const separator = matchAt(SEPARATOR, text, last.end)
    if (separator === null || (separator[1] ?? separator[2]) === undefined) break
    const inner = skipInner(text, last.end + separator[0].length)
    const next = nextItem(source, last, inner.at)
    if (next === null) break
    if (separator[2] !== undefined) joined = true
    last = { ...next, mark: inner.mark }
    items.push(last)
    if (last.shape !== 'bare' && first.shape === 'bare') break
  }
  return items.length > 1 ? share(source, items, joined) : null
}

function nextItem(source: Source, before: Unit, at: number): Unit | null {
  const { text } = source
  const next = unitAt(source, at)
  if (before.shape === 'bare') {
    if (next !== null) return next.shape === 'day-first' ? next : null
    return bareDay(text, at)
  }
  if (next !== null) return ['day', 'month', 'season'].includes(next.kind) ? next : null
  return before.shape === 'month-first' ? dayItem(source, before, at) : null
}

/** The next day of the same month: `5` and `7, 1999` after `May 3`. */
function dayItem(source: Source, before: Unit, at: number): Unit | null {
  const day = bareDay(source.text, at)
  if (day === null || before.day === null || day.day === null || day.day <= before.day) return null
  const { month, rule } = before
  const year = yearAfter(source, day.end, false)
  if (year === null) {
    const plain = !counts(source.text, day.end) && !isNoun(source.text, day.end)
    return plain ? { ...day, month, rule, shape: 'month-first' } : null
  }
  const { problem, end } = year
  return {
    ...day,
    month,
    rule: 'month-day-year',
    shape: 'month-first',
    year: year.year,
    problem,
    end,
  }
}

/** A word in lower case, prepositions and the like aside. */
const NOUN = /\s{1,3}(?!(?:and|or|in|at|by|with|when|to|as|but|the|for)\b)[a-z]/y

/** True when a word follows that the number may count. */
function isNoun(text: string, end: number): boolean {
  if (isClosed(text, end)) return false
  return testAt(NOUN, text, end)
}

function share(source: Source, items: Unit[], joined: boolean): Unit[] | null {
  const last = items[items.length - 1]
  const first = items[0]
  if (last === undefined || first === undefined) return null
  if (first.shape === 'bare') {
    // A list of bare days ends with a date and has an "and": `page 12, 10 June 1999` has not.
    if (last.shape !== 'day-first' || !joined) return null
    return items.map((item) => (item === last ? last : shareMonth(item, last)))
  }
  if (last.year !== null) {
    return items.map((item) => (item === last ? last : withYearOf(last, item)))
  }
  // Without a year they share a month at most.
  const daysAlone = items.some((item, index) => index > 0 && isDayAlone(source.text, item))
  return daysAlone ? items : null
}

/** An enumeration, unlike an interval, need not be in order within a year. */
function withYearOf(last: Unit, item: Unit): Unit {
  const [shared] = shareYear(item, last)
  const apart = (item.month ?? 0) - (last.month ?? 0) >= HALF_YEAR
  const sameYear = item.kind !== 'season' && !apart
  return sameYear ? { ...shared, year: last.year } : shared
}

const isDayAlone = (text: string, item: Unit): boolean =>
  item.shape === 'month-first' && /\d/.test(text.charAt(item.start))
