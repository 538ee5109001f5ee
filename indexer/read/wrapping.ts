import { MONTH } from '../dates/words.ts'
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
  const evidence = new WrapEvidence()
  for (const run of runs) {
    for (let at = 1; at < run.length; at++) {
      const [line = '', next = ''] = [run[at - 1], run[at]]
      if (tellsWidth(line) && !begins(next)) evidence.add(line, next)
    }
  }
  return evidence.width
}

/** Where a short line breaks, somebody broke it: that says nothing about a width. */
export const tellsWidth = (line: string): boolean => line.length >= NARROWEST

/** Longer lines and words need not be told apart. */
const LONGEST = WIDEST + TOLERANCE + 1

/** Gathers where the lines of a text break, which may be any number: what counts are lengths. */
export class WrapEvidence {
  /** Number of breaks by the length of the line, and of the word behind it. */
  readonly #breaks = new Uint32Array((LONGEST + 1) ** 2)

  /** A line that `tellsWidth`, and the one below it. */
  add(line: string, next: string): void {
    const length = Math.min(line.length, LONGEST)
    const place = length * (LONGEST + 1) + Math.min(firstWord(next), LONGEST)
    this.#breaks[place] = (this.#breaks[place] ?? 0) + 1
  }

  get width(): number | null {
    const counts: { length: number; word: number; count: number }[] = []
    let total = 0
    for (const [place, count] of this.#breaks.entries()) {
      if (count === 0) continue
      total += count
      counts.push({ length: Math.floor(place / (LONGEST + 1)), word: place % (LONGEST + 1), count })
    }
    if (total === 0) return null
    let before = 0
    // They stand in the order of the lines' lengths.
    const width = counts.find(({ count }) => {
      before += count
      return before > Math.floor((total - 1) * 0.9)
    })?.length
    if (width === undefined || width > WIDEST) return null
    const own = counts
      .filter(({ length, word }) => isBeyond(length, word, width))
      .reduce((sum, { count }) => sum + count, 0)
    return own / total >= SHARE ? width : null
  }
}

const firstWord = (line: string): number => {
  const start = line.trimStart()
  const end = start.indexOf(' ')
  return end === -1 ? start.length : end
}

const isBeyond = (length: number, word: number, width: number): boolean =>
  length + 1 + word > width - TOLERANCE

/** Whether the next line's first word would not have fitted on this one. */
export const isForced = (line: string, next: string, width: number | null): boolean =>
  isForcedAt(line.length, next, width)

/** The same for a line of which only the length is known. */
export const isForcedAt = (length: number, next: string, width: number | null): boolean =>
  width !== null && isBeyond(length, firstWord(next), width)

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

/**
 * Whether a line that begins as the entries of its text do is one, and not what the wrapping put there:
 * "since October\n1920." ends a sentence, "On 18\nAugust 2005 it" is one date.
 */
export function isEntry(line: string, above: string, width: number | null): boolean {
  if (!isForced(above, line, width)) return true
  if (endsOpen(above) || (DAY_AT_END.test(above) && MONTH_AT_START.test(line))) return false
  return endsSentence(above) || !YEAR_AT_END.test(line)
}

const DAY_AT_END = /\s\d{1,2}(?:st|nd|rd|th)?$/i
const MONTH_AT_START = new RegExp(`^(?:of )?${MONTH}`, 'iu')

const YEAR_AT_END = /^[(\p{L}\s]*\d{4}[\])"”’]*[.,;)]$/u

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
