import { lastDayOfMonth, lastDayOfYear, pad2, padYear } from '#schema/day'
import type { Counts } from './answer.ts'
import { dayRange } from './range.ts'
import type { SearchState } from './state.ts'

/** The grid of a search: its busiest actors against the periods of its dates. */

/** Bounds of a link that narrow to a period: a month, a year, or a span of years. */
export type Period = { from: string; to: string }

export type Grid = {
  periods: Period[]
  rows: { actor: string; counts: number[] }[]
  corpusVersion: number
}

/** More would not be read on any screen; months need little room each. */
const MOST_MONTHS = 36
const MOST_PERIODS = 24
const SPANS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]

/**
 * The periods of a search in date order, without gaps: months while they are few, else years, else
 * spans of years.
 *
 * @param counts the search's own counts, which know nothing of its range
 */
export function periodsOf(
  counts: { year: Counts; month: Counts },
  state: Pick<SearchState, 'from' | 'to'>,
): Period[] {
  const inside = insideOf(state)
  const years = Object.keys(counts.year).filter(inside).map(Number)
  const months = Object.keys(counts.month).filter(inside).map(monthIndex)
  if (years.length === 0) return []
  const [firstMonth, lastMonth] = [least(months), most(months)]
  if (months.length > 0 && lastMonth - firstMonth < MOST_MONTHS) {
    return steps(firstMonth, lastMonth, 1).map((index) => ({
      from: monthName(index),
      to: monthName(index),
    }))
  }
  const [first, last] = [least(years), most(years)]
  const span =
    SPANS.find((size) => Math.floor(last / size) - Math.floor(first / size) < MOST_PERIODS) ?? 1000
  return steps(Math.floor(first / span) * span, last, span).map((start) => ({
    from: padYear(Math.max(1, start)),
    to: padYear(Math.min(9999, start + span - 1)),
  }))
}

/** The search that a cell counts and leads to. */
export function cellState(state: SearchState, actor: string, period: Period): SearchState {
  const kept = state.actorMatch === 'all' ? state.actor.filter((name) => name !== actor) : []
  return { ...state, ...period, actor: [...kept, actor], undated: false, view: 'list', page: 1 }
}

/** Whether a year or month has a day in the range. */
function insideOf({ from, to }: Pick<SearchState, 'from' | 'to'>): (bucket: string) => boolean {
  const range = dayRange(from, to)
  return (bucket) => {
    if (range === null) return true
    const [year, month] = [Number(bucket.slice(0, 4)), Number(bucket.slice(5, 7))]
    const last = month === 0 ? lastDayOfYear(year) : lastDayOfMonth(year, month)
    return (
      (range.first === null || last >= range.first) && (range.last === null || bucket <= range.last)
    )
  }
}

const monthIndex = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const monthName = (index: number): string =>
  `${padYear(Math.floor(index / 12))}-${pad2((index % 12) + 1)}`

const least = (numbers: number[]): number =>
  numbers.reduce((low, n) => Math.min(low, n), Number.POSITIVE_INFINITY)
const most = (numbers: number[]): number =>
  numbers.reduce((high, n) => Math.max(high, n), Number.NEGATIVE_INFINITY)

function steps(first: number, last: number, step: number): number[] {
  const numbers: number[] = []
  for (let n = first; n <= last; n += step) numbers.push(n)
  return numbers
}
