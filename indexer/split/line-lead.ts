import type { PartialDate } from '#schema/entry'
import type { DateContext } from '../dates/context.ts'
import { type Leading, leadingDate } from '../dates/leading.ts'
import { testAt } from '../dates/sticky.ts'
import { PARTICLE } from '../dates/text-start.ts'
import { wholeDate } from '../dates/whole.ts'

/** The date with which a line of a timeline begins, and the text of its entry. */
export type Lead = {
  date: PartialDate
  /** The words of the date as written, with what belongs to it. */
  margin: string
  text: string
}

/** A lead within one line, and what parts the date from the text. */
export type LineLead = Lead & Pick<Leading, 'separator'>

/** The lead of a line; null when the line has none, or is a sentence that begins with a date. */
export function lineLead(line: string, context: DateContext): LineLead | null {
  const leading = leadingDate(line, context)
  const text = leading === null ? '' : line.slice(leading.rest).trim()
  if (leading === null || !HAS_LETTER.test(text) || isSentence(line, leading, text, context))
    return null
  const margin = line.slice(0, leading.rest).replace(SIGNS_BEFORE, '').replace(SIGNS_AFTER, '')
  return { date: { ...leading.date, offset: null }, margin, text, separator: leading.separator }
}

/** The lead of a text that stands in a column of its own, where what is before it is a date. */
export function columnLead({ text, column }: InColumn, context: DateContext): LineLead | null {
  if (column === undefined) return null
  const margin = text.slice(0, column).trim()
  const date = wholeDate(margin, { ...context, hint: 'timeline' })
  return date === null ? null : { date, margin, text: text.slice(column), separator: 'strong' }
}

/** A line, and where its text's own column begins. */
type InColumn = { text: string; column?: number | undefined }

/** "1947   35,860" is a row of numbers. */
const HAS_LETTER = /\p{L}/u
const SIGNS_BEFORE = /^[\s*_>#|•·–—-]+/
const SIGNS_AFTER = /[\s*_:;,.|•·–—>=→-]+$/

/** "Since 1989, it has grown", "The 1967 war": words that begin a sentence, not an entry's date. */
const PREPOSITION =
  /^(?:the|since|prior|before|after|beyond|between|until|till|from|by|in|on|during|throughout|at|as|for)\b/i
const ON_DAY = /^\W{0,8}on\s/i
const STRONG = /[:–—―|→•·\t]|--|\s-\s/
const UPPER = /^["“‘'(]*[\p{Lu}\p{N}]/u

function isSentence(
  line: string,
  { date, rest }: Leading,
  text: string,
  { hint, sentences }: DateContext,
): boolean {
  const at = line.indexOf(date.text)
  const between = at === -1 ? '' : line.slice(at + date.text.length, rest)
  if (STRONG.test(between)) return false
  // What `leadingDate` lets begin a sentence: "On 8 July 1947, the board meets."
  if (sentences === true && ON_DAY.test(line)) return false
  const timeline =
    hint === 'timeline' && (UPPER.test(text) || testAt(PARTICLE, text, 0)) && !between.includes(',')
  if (PREPOSITION.test(line)) return !timeline || /^the\b/i.test(line)
  if (date.precision === 'century' || date.precision === 'decade') return !timeline
  return false
}
