import { partialDate } from '../dates/partial-date.ts'
import type { Lead } from './line-lead.ts'
import type { Piece } from './split.ts'

/** What stands between a date and its text. */
const SIGNS = /^[\s:;,.|·–—\])-]+/

/**
 * The date that the markup states of a piece's first words. In an edition somebody decided on it; on
 * a page a machine may have made a day of "June 1999", so that what is written in full goes first.
 *
 * @param written what the words themselves say
 */
export function statedLead({ stated, head, text }: Piece, written: Lead | null): Lead | null {
  if (stated === undefined || !(head ?? text).startsWith(stated.text)) return written
  const isOfBlock = stated.text === ''
  if (isOfBlock && written !== null) return written
  if (stated.rule === 'time-element' && written?.date.inferred === false) return written
  const rest = head === undefined ? text.slice(stated.text.length).replace(SIGNS, '') : text
  const { edtf, rule } = stated
  const whole = { edtf, rule, inferred: false, start: 0 }
  const words = isOfBlock ? edtf : stated.text
  const date = partialDate(words, { ...whole, end: words.length }, null)
  return rest === '' || date === null ? written : { date, margin: head ?? stated.text, text: rest }
}
