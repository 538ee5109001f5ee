import type { Highlight } from './highlight.ts'

/** The part of a long text that was found. */

/** A text up to this length is shown whole: it would hardly become shorter. */
const SHORT = 560
/** Length of a part. */
const LENGTH = 400
/** What stands before the first words found. */
const LEAD = 90

export type Snippet = { start: number; end: number }

/**
 * Where to cut a text, in UTF-16 units, at words; null when it is short enough. The part holds the
 * first words found, or as many of them as lie close together; without any it is the beginning.
 */
export function snippetOf(text: string, highlights: readonly Highlight[]): Snippet | null {
  if (text.length <= SHORT) return null
  const from = densest(highlights)
  const start = from < LEAD * 2 ? 0 : wordStart(text, from - LEAD)
  const end = start + LENGTH >= text.length - LEAD ? text.length : wordEnd(text, start + LENGTH)
  // Near the end of a text the part reaches back instead.
  if (end === text.length && start > 0)
    return { start: Math.min(start, wordStart(text, end - LENGTH)), end }
  return { start, end }
}

/** The start of the stretch with the most words found; the first of equals. */
function densest(highlights: readonly Highlight[]): number {
  let best = { from: 0, words: 0 }
  for (const [from] of highlights) {
    const words = highlights.filter(([a, b]) => a >= from && b <= from + LENGTH - LEAD).length
    if (words > best.words) best = { from, words }
  }
  return best.from
}

function wordStart(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return space === -1 || at - space > LEAD ? whole(text, at) : space + 1
}

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > LEAD ? whole(text, at) : space
}

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at

/** The highlights inside a part, counted from its start. */
export function highlightsIn(
  highlights: readonly Highlight[],
  { start, end }: Snippet,
): Highlight[] {
  return highlights
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start])
}
