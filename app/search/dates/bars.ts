import type { CalendarUnit } from '#schema/buckets'
import type { Calendar, Tallies, Tally } from '#search/calendar'
import { monthsExtent } from '#search/calendar'
import { countsDays, type DayRange, isReversed } from '#search/range'
import { boundsOf, bucketOf, bucketsBetween, daysOf } from './units'

/**
 * What the histogram draws: bars of one unit of the calendar, in date order and without gaps. The
 * overview holds the whole collection, whatever the results are, so that it never moves; the detail
 * holds the chosen range in the finest unit that can be told apart.
 */

export type Bar = {
  /** The bucket's name, see schema/buckets.ts. */
  name: string
  from: string
  to: string
  found: Tally
  whole: Tally
}

/** Entries whose date is no finer than a span of bars: they stand under it, not in a bar. */
export type Wide = { name: string; first: number; last: number; found: number; whole: number }

export type Chart = { unit: CalendarUnit; bars: Bar[]; wide: Wide[] }

const MOST_MONTHS = 72
const MOST_YEARS = 120
const MOST_DECADES = 120
const NONE: Tally = [0, 0, 0]

/** The whole collection; null when nothing in it is dated. */
export function overviewOf(found: Calendar, whole: Calendar): Chart | null {
  const years = [...Object.keys(whole.year ?? {}), ...Object.keys(found.year ?? {})].sort()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return null
  const months = monthsExtent(whole)
  const coarse = coarseShare(whole)
  if (whole.day !== undefined && months !== null && coarse === 0 && countsDays(months)) {
    return chart('day', months.first, months.last, found, whole)
  }
  const monthCount = (Number(last) - Number(first) + 1) * 12
  if (whole.month !== undefined && months !== null && monthCount <= MOST_MONTHS && coarse < 0.5) {
    // A year that only some of its months fill is drawn as far as they go.
    const start = hasCoarse(whole, first) ? `${first}-01` : months.first
    const end = hasCoarse(whole, last) ? `${last}-12` : months.last
    return chart('month', start, end, found, whole)
  }
  return chart(coarsestNeeded(first, last), `${first}-01-01`, `${last}-12-31`, found, whole)
}

/** The chosen range in a finer unit than the overview's; null when that would not tell more. */
export function detailOf(
  overview: Chart,
  range: DayRange | null,
  found: Calendar,
  whole: Calendar,
): Chart | null {
  if (range === null || isReversed(range)) return null
  const [start, end] = [overview.bars[0], overview.bars.at(-1)]
  if (start === undefined || end === undefined) return null
  const first = later(range.first, daysOf(start.name).first)
  const last = earlier(range.last, daysOf(end.name).last)
  if (first > last) return null
  const covered = bucketsBetween(
    bucketOf(first, overview.unit),
    bucketOf(last, overview.unit),
    overview.unit,
  )
  // A range over most of the overview is seen well enough there.
  if (covered.length * 3 > overview.bars.length && covered.length > 1) return null
  const unit = finestUnit(first, last)
  if (unit === null || ORDER.indexOf(unit) >= ORDER.indexOf(overview.unit)) return null
  const detail = chart(unit, first, last, found, whole)
  return detail.bars.length < 2 ? null : detail
}

/** From fine to coarse. */
const ORDER: readonly CalendarUnit[] = ['day', 'month', 'year', 'decade', 'century']

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b)
const earlier = (a: string | null, b: string): string => (a !== null && a < b ? a : b)

function finestUnit(first: string, last: string): CalendarUnit | null {
  if (countsDays({ first, last })) return 'day'
  const months = bucketsBetween(bucketOf(first, 'month'), bucketOf(last, 'month'), 'month')
  if (months.length <= MOST_MONTHS) return 'month'
  return coarsestNeeded(bucketOf(first, 'year'), bucketOf(last, 'year'))
}

function coarsestNeeded(first: string, last: string): CalendarUnit {
  const years = Number(last) - Number(first) + 1
  if (years <= MOST_YEARS) return 'year'
  return years <= MOST_DECADES * 10 ? 'decade' : 'century'
}

function chart(
  unit: CalendarUnit,
  first: string,
  last: string,
  found: Calendar,
  whole: Calendar,
): Chart {
  const names = bucketsBetween(bucketOf(first, unit), bucketOf(last, unit), unit)
  const bars = names.map((name) => {
    const results = found[unit]?.[name] ?? NONE
    const all = whole[unit]?.[name] ?? NONE
    // The collection may have grown since its own counts were fetched.
    return { name, ...boundsOf(name), found: results, whole: all[0] < results[0] ? results : all }
  })
  return { unit, bars, wide: wideOf(unit, names, found, whole) }
}

/** Years that bars of months cannot hold, months that bars of days cannot hold. */
function wideOf(unit: CalendarUnit, names: string[], found: Calendar, whole: Calendar): Wide[] {
  const coarser = unit === 'day' ? 'month' : unit === 'month' ? 'year' : null
  if (coarser === null) return []
  const wide: Wide[] = []
  for (const [index, bar] of names.entries()) {
    const name = bucketOf(bar, coarser)
    const open = wide.at(-1)
    if (open?.name === name) open.last = index
    else wide.push({ name, first: index, last: index, ...coarseIn(coarser, name, found, whole) })
  }
  return wide.filter((span) => span.whole > 0)
}

function coarseIn(unit: CalendarUnit, name: string, found: Calendar, whole: Calendar) {
  const results = found[unit]?.[name]?.[2] ?? 0
  return { found: results, whole: Math.max(results, whole[unit]?.[name]?.[2] ?? 0) }
}

const sum = (tallies: Tallies, part: 0 | 2): number =>
  Object.values(tallies).reduce((total, tally) => total + tally[part], 0)

/** Of all dates, how many are no finer than a year: bars of months would hide most of them. */
function coarseShare({ year = {} }: Calendar): number {
  const all = sum(year, 0)
  return all === 0 ? 0 : sum(year, 2) / all
}

const hasCoarse = ({ year = {} }: Calendar, name: string): boolean => (year[name]?.[2] ?? 0) > 0

/** Whether a bar lies in a range, at least in part. */
export function isInside(bar: Bar, range: DayRange | null): boolean {
  if (range === null) return true
  const { first, last } = daysOf(bar.name)
  return (
    (range.first === null || last >= range.first) && (range.last === null || first <= range.last)
  )
}

/**
 * The ranges around a range that are worth going back to: its month, year, decade, century, as far as
 * the collection tells them apart.
 */
export function widerOf(range: DayRange, { bars }: Chart): string[] {
  const { first, last } = range
  const [start, end] = [bars[0], bars.at(-1)]
  if (first === null || last === null || first > last || !start || !end) return []
  const limits = { first: daysOf(start.name).first, last: daysOf(end.name).last }
  const within = (days: { first: string; last: string }): string =>
    `${later(limits.first, days.first)} ${earlier(limits.last, days.last)}`
  const seen = new Set([within({ first, last }), within(limits)])
  return (['month', 'year', 'decade', 'century'] as const)
    .filter((unit) => bucketOf(first, unit) === bucketOf(last, unit))
    .map((unit) => bucketOf(first, unit))
    .filter((name) => {
      const days = within(daysOf(name))
      return !seen.has(days) && seen.add(days)
    })
}
