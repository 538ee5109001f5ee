import type { DayRange } from '#search/range'
import type { SearchState } from '#search/state'
import { type Chart, isInside } from './bars'
import type { Stretch } from './use-brush'

/** A stretch of bars as dates of the search, and as places on the page. */

/** The bars that a range covers; null without a range, or when it lies outside of them all. */
export function stretchOf({ bars }: Chart, range: DayRange | null): Stretch | null {
  if (range === null) return null
  const first = bars.findIndex((bar) => isInside(bar, range))
  const last = bars.findLastIndex((bar) => isInside(bar, range))
  return first === -1 ? null : { first, last }
}

/** The bounds of a stretch; open where it reaches an end of a chart of the whole collection. */
export function boundsOfStretch(
  { bars }: Chart,
  { first, last }: Stretch,
  open: boolean,
): Pick<SearchState, 'from' | 'to'> {
  return {
    from: open && first === 0 ? null : (bars[first]?.from ?? null),
    to: open && last === bars.length - 1 ? null : (bars[last]?.to ?? null),
  }
}

/** Left and right edge in percent of the width. */
export function edgesOf(
  { bars }: Chart,
  { first, last }: Stretch,
): { left: number; right: number } {
  return { left: (first / bars.length) * 100, right: ((last + 1) / bars.length) * 100 }
}
