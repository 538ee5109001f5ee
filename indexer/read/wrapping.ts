import { isLabel } from './label.ts'

/**
 * Text that was wrapped to a width is joined again; text whose paragraphs are lines is not. A
 * line break is the wrapping's own when the next word would not have fitted.
 */

/** No one wraps narrower or wider; wider lines are paragraphs in one line. */
export const NARROWEST = 40
const WIDEST = 120
/** Share of breaks that must be the wrapping's own before a text counts as wrapped. */
const SHARE = 0.6
const TOLERANCE = 4

/**
 * The width to which these runs of lines were wrapped; null when they were not.
 *
 * @param begins lines that begin something new whatever the width: they say nothing about it
 */
export function wrapWidth(runs: string[][], begins: (line: string) => boolean): number | null {
  // Where a short line breaks, somebody broke it: that says nothing about a width.
  const breaks = runs.flatMap((run) =>
    run
      .slice(1)
      .map((next, index) => ({ line: run[index] ?? '', next }))
      .filter(({ line, next }) => line.length >= NARROWEST && !begins(next)),
  )
  if (breaks.length === 0) return null
  const lengths = breaks.map(({ line }) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0
  if (width < NARROWEST || width > WIDEST) return null
  const own = breaks.filter(({ line, next }) => isForced(line, next, width)).length
  return own / breaks.length >= SHARE ? width : null
}

/** Whether the next line's first word would not have fitted on this one. */
export function isForced(line: string, next: string, width: number | null): boolean {
  if (width === null) return false
  const word = next.trimStart().split(' ', 1)[0] ?? ''
  return line.length + 1 + word.length > width - TOLERANCE
}

const STARTS_LOWER = /^["“‘'(]*\p{Ll}/u
export const endsSentence = (line: string): boolean => /[.!?:;…][\])"'”’»*_]*$/.test(line)
/** In the middle of a phrase: "the conference of". */
export const endsOpen = (line: string): boolean =>
  /[,\p{Pd}(]$|\b(?:and|or|of|the|a|an|in|on|to|at|by|for|from|with|since|until|till|before|after|between|during|through|dated)$/u.test(
    line,
  )
const SHORT = 60
/** A line that ends far before the width ends a paragraph. */
const LAST_LINE = 0.75

/** Whether two lines that follow each other belong to one paragraph. */
export function belongTogether(line: string, next: string, width: number | null): boolean {
  if (isForced(line, next, width)) return true
  if (endsSentence(line)) return width !== null && line.length > width * LAST_LINE
  if (STARTS_LOWER.test(next) || endsOpen(line)) return true
  return width !== null || (line.length < SHORT && next.length < SHORT)
}

/**
 * Whether a line that begins with a date or a number begins a block of its own, or is wrapped text
 * that happens to break there.
 *
 * @param listed whether the block above was begun by a date or a number too
 */
export function beginsAnew(
  line: string,
  above: string,
  listed: boolean,
  width: number | null,
): boolean {
  if (endsOpen(above)) return false
  const fits = !isForced(above, line, width)
  if (listed) return fits || endsSentence(above)
  return fits && (endsSentence(above) || isLabel(above))
}

/** Compounds that keep their hyphen at a line's end: the second half alone tells nothing. */
const KEEPS_HYPHEN =
  /(?:^|[\s(-])(?:self|well|high|long|short|non|half|cross|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/iu

const ENDS_IN_HYPHEN = /[\p{L}\p{N}]-$/u
/** "pre- and post-war": the hyphen stands for what follows later. */
const SUSPENDED = /^(?:and|or|to|nor|und|oder|et|ou)\b/

/** Lines as one, with the hyphenation at their ends undone. */
export function joinLines(lines: string[]): string {
  const parts: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    if (above === undefined) parts.push(line)
    else if (!ENDS_IN_HYPHEN.test(above) || SUSPENDED.test(line)) parts.push(' ', line)
    else if (/\p{L}-$/u.test(above) && /^\p{Ll}/u.test(line) && !KEEPS_HYPHEN.test(above)) {
      parts.push((parts.pop() ?? '').slice(0, -1), line)
    } else parts.push(/^[\p{L}\p{N}]/u.test(line) ? '' : ' ', line)
  }
  return parts.join('')
}
