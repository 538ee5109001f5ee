import { matchAt, sticky, testAt } from './sticky.ts'
import type { Mark, Source, Unit } from './unit.ts'
import { DASH, SPACE, WEEKDAY } from './words.ts'

/** The words before a date that belong to it: `since early`, `c.`, `Thursday,`. */
export type Prefix = {
  /** Where the whole begins, bound included. */
  start: number
  /** Where it begins without the bound. */
  inner: number
  mark: Mark
  /** True for words that stand before a date only, such as `mid-` and `circa`, unlike `about`. */
  firm: boolean
  bound: Bound | null
}

/** `from` and `between` mean something only with a second end; `inclusive` is `on or after`. */
export type Bound = {
  word: 'before' | 'until' | 'after' | 'since' | 'between' | 'from'
  inclusive: boolean
}

const THE = `(?:the${SPACE})?(?:year${SPACE}(?:of${SPACE})?)?`
const WORD_START = '(?<![a-z0-9\\u00c0-\\u024f])'
const behind = (source: string): RegExp => sticky(`(?<=${WORD_START}(${source}))`)

const WEEKDAY_BEFORE = behind(`${WEEKDAY}\\s{0,2}[,–-]?${SPACE}(?:the${SPACE})?`)

const SPANS = '(?:few|two|three|four|six|several)'
/** A part of a unit: the unit itself, approximately. */
export const PART = [
  `(?:(?:early|mid)(?:${DASH}\\s?|\\s{1,2})(?:to|and|or)[-\\s]{1,2})?(?:mid|(?:very${SPACE})?(?:early|late)|(?<=the\\s)(?:earlier|later))(?:${DASH}\\s?|${SPACE}(?:in${SPACE})?)`,
  `(?:beginning|start|middle|end|close|turn|(?:first|second|latter|later|last)${SPACE}half|(?:first|second|third|fourth|last)${SPACE}(?:quarter|third)|(?:first|second|third|fourth|last|final)${SPACE}(?:full${SPACE})?(?:week|weekend|fortnight)|(?:early|later|latter|first|last)${SPACE}part|(?:first|second|last|early|later|closing|final|opening|waning)${SPACE}(?:${SPANS}${SPACE})?(?:days|weeks|months|years|decades?))${SPACE}of${SPACE}`,
].join('|')
const PART_BEFORE = behind(`(?:${PART})${THE}`)

const CIRCA = behind(`(?<!\\.)(?:ca?\\.\\s{0,2}|ca?(?=\\d{3})|c?ca${SPACE}|circa${SPACE})${THE}`)
const ABOUT = behind(`(?:about|around|approximately|roughly)${SPACE}${THE}`)
const PERHAPS = behind(
  `(?:possibly|perhaps|probably|maybe|presumably|(?:most${SPACE})?likely)${SPACE}(?:(?:in|on|from|as${SPACE}early${SPACE}as)${SPACE})?${THE}`,
)
const BOUND = behind(
  `(?:[io]n${SPACE}or${SPACE})?(before|prior${SPACE}to|after|beyond|since|between|from)${SPACE}${THE}`,
)
/** In prose `until 1872` and `by 1872` tell of a change in that year: it is the date that is spoken of. */
const BOUND_OF_ENTRY = behind(`(until|till|up${SPACE}to|by)${SPACE}${THE}`)

/**
 * Any one word of these, or what stands before the digits of a year (`A.D.`, an apostrophe), with what
 * parts it from the next: tells quickly where no date begins. Loose: what it lets through is looked
 * at closely.
 */
const WORD_OF_PREFIX = sticky(
  `(?:${WEEKDAY}|(?:the|year|of|to|and|or|in|on|from|as|early|earlier|mid|very|late|later|latter|last|beginning|start|middle|end|close|turn|first|second|third|fourth|half|quarter|full|week|weekend|fortnight|part|closing|final|opening|waning|${SPANS}|days|weeks|months|years|decades?|c?ca?|circa|about|around|approximately|roughly|possibly|perhaps|probably|maybe|presumably|most|likely|before|prior|after|beyond|since|between|until|till|up|by|a\\.\\s?d|ad|ce)(?![a-z]))(?:\\.?\\s{0,2}(?:${DASH}|,)?\\s{0,3})['’‘]?|['’‘]`,
)

/** Where the next word begins, when a word before a date stands here; null when none does. */
export function afterPrefixWord(text: string, at: number): number | null {
  const match = matchAt(WORD_OF_PREFIX, text, at)
  return match === null ? null : at + match[0].length
}

/**
 * `the day after 10 June` and `two years before 1999` are other days than they name; `the years after
 * 1945` are all of them.
 */
const RELATIVE =
  /(?<=\b(?<!\bthe\s{1,3}(?=[a-z]{1,8}s\s))(?:day|night|morning|evening|week|weekend|month|year|decade|hour|minute|centur|quarter|generation)(?:s|y|ies)?\s{1,3}(?:just\s{1,3}|immediately\s{1,3}|or\s{1,3}so\s{1,3})?)/iy

/** `before the 1972 elections`: the date describes an event, and the bound is the event's. */
const DESCRIBES =
  /(?:-|[’']s)?\s{1,3}(?!(?:and|or|the|a|an|to|in|on|at|by|for|from|of|with|when|where|which|who|that|while|as|but|he|she|it|they|we|was|were|is|are|had|has|have|did|would|could|if|there|this)\s)[a-z]/iy

/**
 * Reads backwards from a unit. Nothing before `floor` is taken, as it belongs to another date or to
 * the decoration of a line.
 */
export function prefixOf({ text, mode }: Source, unit: Unit, floor: number): Prefix {
  const prefix: Prefix = {
    start: unit.start,
    inner: unit.start,
    mark: '',
    firm: false,
    bound: null,
  }
  if (unit.start <= floor) return prefix
  if (unit.kind === 'day') {
    // Without a capital letter `sat` and `sun` are words.
    const words = matchAt(WEEKDAY_BEFORE, text, unit.start)?.[1]
    if (words !== undefined && words.charCodeAt(0) < 97) takes(prefix, WEEKDAY_BEFORE, text, floor)
  } else if (takes(prefix, PART_BEFORE, text, floor)) {
    prefix.mark = '~'
    prefix.firm = true
  }
  if (takes(prefix, CIRCA, text, floor)) {
    prefix.mark = '~'
    prefix.firm = true
  } else if (takes(prefix, ABOUT, text, floor)) {
    prefix.mark = '~'
  }
  if (takes(prefix, PERHAPS, text, floor)) prefix.mark = '?'
  takeBound({ text, mode }, prefix, floor, unit)
  return prefix
}

function takes(prefix: Prefix, pattern: RegExp, text: string, floor: number): boolean {
  const words = matchAt(pattern, text, prefix.start)?.[1] ?? ''
  if (words === '' || prefix.start - words.length < floor) return false
  prefix.start -= words.length
  prefix.inner = prefix.start
  return true
}

const SAME_BOUND: Record<string, Bound['word']> = {
  prior: 'before',
  beyond: 'after',
  till: 'until',
  up: 'until',
  by: 'until',
}

type Text = Pick<Source, 'text' | 'mode'>

function takeBound({ text, mode }: Text, prefix: Prefix, floor: number, unit: Unit): void {
  const match =
    matchAt(BOUND, text, prefix.start) ??
    (mode === 'mention' ? null : matchAt(BOUND_OF_ENTRY, text, prefix.start))
  if (match === null) return
  const [, words = '', word = ''] = match
  const start = prefix.start - words.length
  if (start < floor) return
  const [first = ''] = word.toLowerCase().split(/\s/)
  const name = SAME_BOUND[first] ?? (first as Bound['word'])
  if (name === 'before' || name === 'after' || name === 'until') {
    if (testAt(RELATIVE, text, start)) return
    if (/\sthe\s{1,3}$/i.test(words) && testAt(DESCRIBES, text, unit.end)) return
  }
  prefix.start = start
  prefix.bound = { word: name, inclusive: /\sor\s/.test(words) }
}
