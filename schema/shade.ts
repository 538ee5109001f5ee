/**
 * How clearly an entry lies in a calendar bucket. Counts carry it along in the engine's facet keys, so
 * that a histogram can draw what is vague differently from what is certain.
 */

export type Certainty = 'stated' | 'inferred' | 'approximate'

export type Shade = {
  /** The date's unit against the bucket's: `1999` is the same as the year, wider than its months. */
  width: 'finer' | 'same' | 'wider'
  certainty: Certainty
}

const WIDTHS = ['finer', 'same', 'wider'] as const
const CERTAINTIES = ['stated', 'inferred', 'approximate'] as const

const rank = ({ width, certainty }: Shade): number =>
  WIDTHS.indexOf(width) * CERTAINTIES.length + CERTAINTIES.indexOf(certainty)

/** The clearer of two: of several dates in one bucket the best one counts. */
export const clearer = (a: Shade, b: Shade | undefined): Shade =>
  b === undefined || rank(a) <= rank(b) ? a : b

/** As a mark in a facet key; undefined for the clearest, which needs none. */
export function shadeMark(shade: Shade): string | undefined {
  const at = rank(shade)
  return at === 0 ? undefined : String(at)
}

/** The shade of a facet key's mark; null stands for no mark. */
export function shadeOf(mark: string | null): Shade {
  const at = Number(mark ?? 0)
  const width = WIDTHS[Math.floor(at / CERTAINTIES.length)] ?? 'finer'
  return { width, certainty: CERTAINTIES[at % CERTAINTIES.length] ?? 'stated' }
}
