import type { PartialDate } from '#schema/entry'
import type { Block, Heading, StatedDate } from '../blocks.ts'
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
  const date = dateOf(stated)
  return rest === '' || date === null ? written : { date, margin: head ?? stated.text, text: rest }
}

const BEFORE_MORE = /^\s*(?::|[–—-])\s/

/**
 * The date that the markup states of a heading, or of its words before a colon or a dash. As with a
 * piece, what a page says in full goes first.
 *
 * @param written what the words themselves say
 */
export function statedHeading(
  { text, stated }: Heading,
  written: PartialDate | null,
): { date: PartialDate; isAll: boolean } | null {
  if (stated === undefined || stated.text === '' || !text.startsWith(stated.text)) return null
  if (stated.rule === 'time-element' && written?.inferred === false) return null
  const rest = text.slice(stated.text.length)
  const isAll = rest.replace(SIGNS, '') === ''
  const date = isAll || BEFORE_MORE.test(rest) ? dateOf(stated) : null
  return date === null ? null : { date, isAll }
}

/** Whether a block is nothing but words of which an edition states the date: "Thursday, 14th". */
export const isStatedDate = (block: Block): boolean =>
  'stated' in block && block.stated?.rule === 'tei-date' && block.stated.text === block.text

function dateOf({ edtf, rule, text }: StatedDate): PartialDate | null {
  const words = text === '' ? edtf : text
  return partialDate(words, { edtf, rule, inferred: false, start: 0, end: words.length }, null)
}
