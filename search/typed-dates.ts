import { nextDay, pad2, padYear, partsOf, previousDay } from '#schema/day'
import { parseEdtf } from '#schema/edtf'

/**
 * Dates that people type into the box: `june 1999`, `10 June 1999`, `spring 1999`, `1990s`,
 * `1998-2000`, `between March and June 1999`, `before 1999`. They are offered as a range, never forced:
 * the words may be meant as words.
 */

export type TypedDate = {
  /** The bounds of a range, as a link writes them; null is open. */
  from: string | null
  to: string | null
  /** The query without the words of the date. */
  rest: string
}

type Bounds = { from: string; to: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '[1-9]\\d{3}'
const SEASON = '(?:spring|summer|autumn|fall|winter)'
const SEASON_CODES: Record<string, number> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
}

/** Every single date, with what it means; null for what no calendar has. */
const SINGLES: [pattern: string, read: (text: string) => Bounds | null][] = [
  [`${DAY}(?: of)? ${MONTH},? ${YEAR}`, dayMonthYear],
  [`${MONTH} ${DAY},? ${YEAR}`, dayMonthYear],
  [`${YEAR}-\\d{2}-\\d{2}`, (text) => edtfBounds(text)],
  [`${YEAR}-(?:0[1-9]|1[0-2])(?!\\d)`, (text) => edtfBounds(text)],
  [`${MONTH}(?: of)?,? ${YEAR}`, (text) => monthYear(text)],
  [`${SEASON}(?: of)?,? ${YEAR}`, season],
  ['(?:the )?[1-9]\\d{2}0s', decade],
  ['(?:the )?\\d{1,2}(?:st|nd|rd|th) century', century],
  [YEAR, (text) => edtfBounds(text)],
]

const SINGLE = SINGLES.map(([pattern]) => pattern).join('|')
const JOIN = ' ?(?:-|–|—| to | until | and ) ?'

const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?:from|between) )?(${SINGLE}|${MONTH})${JOIN}(${SINGLE})(?![\\p{L}\\p{N}-])`,
  'iu',
)
const OPEN = new RegExp(
  `(?<![\\p{L}\\p{N}-])(before|until|after|since) (${SINGLE})(?![\\p{L}\\p{N}-])`,
  'iu',
)
const ALONE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?:in|on|during) )?(${SINGLE})(?![\\p{L}\\p{N}-])`,
  'iu',
)

/** The first date or range in a query; null when there is none. What stands in quotation marks is words. */
export function typedDate(query: string): TypedDate | null {
  const text = query.replace(/"[^"]*"?/g, (phrase) => '"'.repeat(phrase.length))
  return rangeIn(query, text) ?? openIn(query, text) ?? aloneIn(query, text)
}

function rangeIn(query: string, text: string): TypedDate | null {
  const match = RANGE.exec(text)
  const last = boundsOf(match?.[2] ?? '')
  if (match === null || last === null) return null
  const year = last.to.slice(0, 4)
  // "March to June 1999": the first takes its year from the second.
  const first = boundsOf(match[1] ?? '') ?? boundsOf(`${match[1]} ${year}`)
  if (first === null || first.from > last.to) return null
  return { from: first.from, to: last.to, rest: without(query, match) }
}

function openIn(query: string, text: string): TypedDate | null {
  const match = OPEN.exec(text)
  const bounds = boundsOf(match?.[2] ?? '')
  if (match === null || bounds === null) return null
  const rest = without(query, match)
  switch (match[1]?.toLowerCase()) {
    case 'before':
      return { from: null, to: beside(bounds.from, -1), rest }
    case 'until':
      return { from: null, to: bounds.to, rest }
    case 'after':
      return { from: beside(bounds.to, 1), to: null, rest }
    default:
      return { from: bounds.from, to: null, rest }
  }
}

function aloneIn(query: string, text: string): TypedDate | null {
  const match = ALONE.exec(text)
  const bounds = boundsOf(match?.[1] ?? '')
  return match === null || bounds === null ? null : { ...bounds, rest: without(query, match) }
}

const without = (query: string, match: RegExpExecArray): string =>
  `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`
    .replace(/\s+/g, ' ')
    .trim()

function boundsOf(text: string): Bounds | null {
  for (const [pattern, read] of SINGLES) {
    if (new RegExp(`^(?:${pattern})$`, 'iu').test(text)) return read(text.toLowerCase())
  }
  return null
}

/** A year, month or day that the calendar has. */
function edtfBounds(text: string): Bounds | null {
  return parseEdtf(text) === null ? null : { from: text, to: text }
}

const yearIn = (text: string): string => /\d{4}/.exec(text)?.[0] ?? ''
const monthIn = (text: string): string =>
  pad2(MONTHS.findIndex((month) => new RegExp(`\\b${month}`).test(text)) + 1)

function dayMonthYear(text: string): Bounds | null {
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text)?.[1] ?? ''
  return edtfBounds(`${yearIn(text)}-${monthIn(text)}-${day.padStart(2, '0')}`)
}

const monthYear = (text: string): Bounds | null => edtfBounds(`${yearIn(text)}-${monthIn(text)}`)

function season(text: string): Bounds | null {
  const code = SEASON_CODES[text.split(' ')[0] ?? '']
  const span = parseEdtf(`${yearIn(text)}-${code}`)
  if (span === null || span.start === null || span.end === null) return null
  return { from: span.start.slice(0, 7), to: span.end.slice(0, 7) }
}

function decade(text: string): Bounds {
  const first = yearIn(text)
  return { from: first, to: `${first.slice(0, 3)}9` }
}

function century(text: string): Bounds | null {
  const number = Number(/\d{1,2}/.exec(text)?.[0])
  if (number < 1 || number > 99) return null
  const first = Math.max(1, (number - 1) * 100)
  return { from: padYear(first), to: padYear((number - 1) * 100 + 99) }
}

/** The year, month or day before or after, as finely as it is written; null beyond the calendar. */
function beside(bound: string, step: -1 | 1): string | null {
  const { year, month } = partsOf(bound)
  if (bound.length === 10) return step < 0 ? previousDay(bound) : nextDay(bound)
  if (bound.length === 4) return edtfBounds(padYear(year + step))?.from ?? null
  const index = year * 12 + month - 1 + step
  return edtfBounds(`${padYear(Math.floor(index / 12))}-${pad2((index % 12) + 1)}`)?.from ?? null
}
