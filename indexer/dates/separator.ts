import { matchAt } from './sticky.ts'
import { timeAt } from './time.ts'

/** What stands between a leading date and the text of its entry. */
export type Separator = {
  /** `strong` says alone that a text follows; after the others the text must look like one. */
  kind: 'colon' | 'strong' | 'stop' | 'comma' | 'space' | 'end'
  /** Where the words of the date end, a time of day included. */
  dateEnd: number
  /** Where the text starts. */
  rest: number
}

const EMPHASIS = /(?:\*\*|__|[*_]){1,2}/y
/** What closes emphasis and brackets, with the address of a Markdown link. */
const CLOSERS = /(?:\*\*|__|\]\(\S{0,150}?\)|[*_\])]){1,4}/y
const COLON = /\s{0,3}::?(?!\d)/y
const DASH = /\s{0,3}(?:--+|\.{2,}|[–—―]|-(?=\s)|\||…|→|=>|=(?=\s)|->|•|·)|\s{1,3}-(?=\S)|\t|\s{4}/y
const STOP = /\.(?=\s|["“”]|$)|\s?;/y
const COMMA = /\s?,(?=\s)/y
const SPACE = /\s+/y
const WEEKDAY = /[.,]?\s{1,3}\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])\)?/iy

/** The ways to part a line after its date: with a time of day or weekday after it, then without. */
export function separatorAt(text: string, start: number, end: number): Separator[] {
  // `3) text` is a list's number; only a bracket that was opened is closed.
  const closers = /[[(]/.test(text.slice(Math.max(0, start - 4), start)) ? CLOSERS : EMPHASIS
  const ends = new Set<number>()
  const weekday = matchAt(WEEKDAY, text, end)
  const day = weekday === null ? end : end + weekday[0].length
  for (const at of [day, end]) {
    const time = timeAt(text, at)
    if (time !== null) ends.add(time)
    ends.add(at)
  }
  return [...ends].map((dateEnd) => partAt(text, dateEnd, closers))
}

function skips(part: Separator, text: string, pattern: RegExp, kind: Separator['kind']): boolean {
  const match = matchAt(pattern, text, part.rest)
  if (match === null) return false
  part.rest += match[0].length
  part.kind = kind
  return true
}

function partAt(text: string, dateEnd: number, closers: RegExp): Separator {
  const part: Separator = { kind: 'space', dateEnd, rest: dateEnd }
  // What closes a bracket or emphasis parts by itself, whatever mark follows it.
  const closed = skips(part, text, closers, 'strong')
  const marked = skips(part, text, COLON, 'colon') || skips(part, text, DASH, 'strong')
  if (!marked) {
    skips(part, text, STOP, closed ? 'strong' : 'stop') ||
      skips(part, text, COMMA, closed ? 'strong' : 'comma')
  }
  // Emphasis may close after the mark, and a dash may follow all the same.
  skips(part, text, closers, 'strong')
  if (part.rest > dateEnd && part.kind !== 'colon') skips(part, text, DASH, 'strong')
  skips(part, text, SPACE, part.kind)
  if (part.rest >= text.length) part.kind = 'end'
  return part
}
