import type { PartialDate } from '#schema/entry'
import type { DateContext } from './context.ts'
import { partialDate } from './partial-date.ts'
import { problemOf } from './problems.ts'
import { type Dated, type Reading, readFrom } from './read.ts'
import { type Separator, separatorAt } from './separator.ts'
import { matchAt, sticky } from './sticky.ts'
import { mayBegin } from './text-start.ts'
import { PART_OF_DAY_BEFORE, timeBeforeAt } from './time.ts'
import type { Source } from './unit.ts'
import { SPACE } from './words.ts'

/** A leading date lies within the first characters of its line, however long that is. */
const HEAD = 240

/** Bullets, emphasis and an opening bracket before the date. */
const OPENING = sticky(
  `\\s{0,40}(?:[-–—*•·‣◦▪+>#|]{1,6}\\s{1,4}){0,3}(?:\\*\\*|__|\\*|_)?[[(]?(?:\\*\\*|__|\\*|_)?((?:on${SPACE})?${PART_OF_DAY_BEFORE}|the\\s{1,2})?`,
)
const LIST_NUMBER = /\d{1,3}[.)]\s{1,3}/y
const PREPOSITION = /(?:(on)|in|by|during)\s{1,3}(?:the\s{1,3})?/iy

export type Leading = {
  date: PartialDate
  /** Index in the line where the entry's text starts; the line's length when there is none. */
  rest: number
  /** What stands between the two. */
  separator: Separator['kind']
}

/**
 * The date that a line begins with and where the text starts after it; null when it has none. A
 * sentence that merely begins with a date has none. Problems are reported with offsets in the line;
 * `mentionsIn` over the same line may report them again.
 */
export function leadingDate(line: string, context: DateContext): Leading | null {
  const text = line.length > HEAD ? line.slice(0, HEAD) : line
  const source: Source = { text, mode: 'leading', context }
  const opening = matchAt(OPENING, text, 0)
  const from = opening?.[0].length ?? 0
  const leading = leadingAt(source, from, opening?.[1] === undefined ? 'any' : 'marked')
  if (leading !== null) return end(line, text, leading)
  const time = timeBeforeAt(text, from)
  const timed = time === null ? null : leadingAt(source, time, 'full')
  if (timed !== null) return end(line, text, timed)
  const number = matchAt(LIST_NUMBER, text, from)
  if (number !== null) {
    const numbered = leadingAt(source, from + number[0].length, 'full')
    if (numbered !== null) return end(line, text, numbered)
  }
  const preposition = matchAt(PREPOSITION, text, from)
  if (preposition === null) return null
  const opens = context.sentences === true && preposition[1] !== undefined
  const rest = from + preposition[0].length
  const sentence =
    leadingAt(source, rest, 'colon') ?? (opens ? leadingAt(source, rest, 'comma') : null)
  return sentence === null ? null : end(line, text, sentence)
}

/** A date that fills the head of a longer line would be cut: such a line has none. */
function end(line: string, head: string, leading: Leading): Leading | null {
  return leading.rest >= head.length && line.length > head.length ? null : leading
}

/** What the date needs: nothing, more than a space after it, a day or month in full, a colon, a comma. */
type Demand = 'any' | 'marked' | 'full' | 'colon' | 'comma'

function leadingAt(source: Source, from: number, demand: Demand): Leading | null {
  const { text, context } = source
  const found = readFrom(source, from)
  if (found === null) return null
  if (found.problem !== null) {
    if (demand !== 'colon' && demand !== 'comma')
      context.report?.(problemOf(text, found.start, found.end, found.problem))
    return null
  }
  const [dated] = found.dates
  return dated === undefined ? null : split(source, found, dated, demand)
}

function split(source: Source, found: Reading, dated: Dated, demand: Demand): Leading | null {
  const { text, context } = source
  if (demand === 'full' && (dated.inferred || dated.rule === 'year')) return null
  for (const separator of separatorAt(text, found.start, found.end)) {
    if (demand === 'colon' && separator.kind !== 'colon') continue
    if (demand === 'comma') {
      if (separator.kind !== 'comma' || !/-\d\d$/.test(dated.edtf) || dated.inferred) continue
      const date = dateUpTo(text, dated, separator)
      if (date?.precision !== 'day' && date?.precision !== 'interval') continue
      return { date, rest: separator.rest, separator: 'comma' }
    }
    const around = { timeline: context.hint === 'timeline', article: demand === 'marked' }
    if (!mayBegin(text, separator, dated, around)) continue
    const date = dateUpTo(text, dated, separator)
    return date === null ? null : { date, rest: separator.rest, separator: separator.kind }
  }
  return null
}

function dateUpTo(
  text: string,
  { edtf, rule, inferred, start }: Dated,
  { dateEnd }: Separator,
): PartialDate | null {
  return partialDate(text, { edtf, rule, inferred, start, end: dateEnd }, null)
}
