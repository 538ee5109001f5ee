import type { PartialDate } from '#schema/entry'
import type { DateContext } from './context.ts'
import { partialDate } from './partial-date.ts'
import { problemOf } from './problems.ts'
import { type Reading, readAt } from './read.ts'
import { nextTrigger } from './triggers.ts'
import type { Source } from './unit.ts'

/** How far a year reaches that vouches for the number after it: `1998, 1999 and 2000`. */
const NEAR = 16

/**
 * The dates inside a text, in order and never overlapping, with offsets in UTF-16 units of the text.
 * What was seen but is no date goes to `context.report`.
 */
export function mentionsIn(text: string, context: DateContext): PartialDate[] {
  const source: Source = { text, mode: 'mention', context }
  const mentions: PartialDate[] = []
  let floor = 0
  let trigger = nextTrigger(text, 0)
  while (trigger !== null) {
    const { at, end } = trigger
    const near = floor > 0 && at - floor <= NEAR
    const found = readAt(source, at, floor, near ? text.slice(floor, at) : '')
    if (found !== null) {
      keep(source, found, mentions)
      floor = found.end
    }
    trigger = nextTrigger(text, found === null ? end : floor)
  }
  return mentions
}

function keep({ text, context }: Source, found: Reading, mentions: PartialDate[]): void {
  if (found.problem !== null) {
    context.report?.(problemOf(text, found.start, found.end, found.problem))
    return
  }
  for (const dated of found.dates) {
    const date = partialDate(text, dated, [dated.start, dated.end])
    if (date !== null) mentions.push(date)
  }
}
