import type { Kind, PartialDate } from '#schema/entry'
import type { DateContext, DateProblem } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { wholeDate } from '../dates/whole.ts'
import { anchorOf, type DocumentDates } from './date-of.ts'
import { type Lead, lineLead } from './line-lead.ts'
import type { Piece } from './split.ts'
import { statedLead } from './stated.ts'

/** A piece with its dates: what it says happened when. */
export type DatedPiece = {
  piece: Piece
  kind: Kind
  /** Without its leading date. */
  text: string
  /** The words beside the text: the leading date, the attribution. */
  margin: string
  date: PartialDate | null
  mentions: PartialDate[]
}

/**
 * Dates the pieces of a document. A list item, a table row or a line is of a timeline when it begins
 * with a date; a bare year or month begins a paragraph only beside another such line.
 *
 * @param report told, with the piece, about what looks like a date and is none
 */
export function datePieces(
  pieces: Piece[],
  dates: DocumentDates,
  report: (problem: Pick<DateProblem, 'text' | 'reason'>, piece: Piece) => void,
): DatedPiece[] {
  const looksDated = pieces.map(
    (piece) => leadOf(piece, { ...contextOf(piece, dates), hint: 'timeline' }) !== null,
  )
  return pieces.map((piece, index) => {
    const beside = looksDated[index - 1] === true || looksDated[index + 1] === true
    const listed = piece.kind === 'list item' || piece.kind === 'table row'
    const context: DateContext = {
      ...contextOf(piece, dates),
      report: (problem) => report(problem, piece),
    }
    if (beside || listed) context.hint = 'timeline'
    const dated = datePiece(piece, context)
    if (dated.kind === 'paragraph' && lacksYear(piece, dates)) report(unknownYear(piece), piece)
    return dated
  })
}

const MARKED_OFF = /^.{1,30}?(?::|\s[–—-])\s/

/** "24 March: the ice breaks" under no heading that names the year. */
function lacksYear({ kind, text, section }: Piece, dates: DocumentDates): boolean {
  if (kind === 'quotation' || anchorOf(section?.under ?? null) !== null) return false
  if (!MARKED_OFF.test(text.slice(0, 40))) return false
  const probe = { ...dates, anchor: { year: 2000, month: null }, hint: 'timeline' } as const
  return lineLead(text, probe)?.date.inferred === true
}

const unknownYear = ({ text }: Piece): { text: string; reason: string } => ({
  text: text.slice(0, 40),
  reason: 'The line begins with a date, but no heading above it names the year',
})

const contextOf = (piece: Piece, dates: DocumentDates): DateContext => ({
  ...dates,
  anchor: anchorOf(piece.section?.under ?? null),
})

function datePiece(piece: Piece, context: DateContext): DatedPiece {
  const lead = leadOf(piece, context)
  const text = lead?.text ?? piece.text
  const own = lead?.date ?? piece.attribution?.date ?? null
  const anchor = anchorOf(own) ?? context.anchor
  const mentions = mentionsIn(text, { ...context, anchor, hint: undefined })
  // "On 2 May it returns" under "April 1986" says itself when, with the year from above.
  const date = own ?? (mentions.some(({ inferred }) => inferred) ? null : inherited(piece))
  const margin = lead?.margin ?? piece.attribution?.lines.join('\n') ?? ''
  return { piece, kind: lead === null ? 'paragraph' : 'timeline', text, margin, date, mentions }
}

/** The date with which a piece begins, and what follows it; null when it does not. */
function leadOf(piece: Piece, context: DateContext): Lead | null {
  if (piece.kind === 'quotation') return null
  return statedLead(
    piece,
    piece.kind === 'table row' ? rowLead(piece, context) : lineLead(piece.text, context),
  )
}

/** The first cell of a row is its date, or begins with it. */
function rowLead({ cells, text }: Piece, context: DateContext): Lead | null {
  const [first = '', ...others] = cells
  const rest = others.filter((cell) => cell !== '').join(' · ')
  const date = wholeDate(first, context)
  if (date !== null && rest !== '') {
    return { date: { ...date, offset: null }, margin: first, text: rest }
  }
  return lineLead(text, context)
}

/** An item of a list under a day or a month stands for that day or month, as far as it says. */
function inherited({ kind, section }: Piece): PartialDate | null {
  const date = section?.under ?? null
  if (date === null || (kind !== 'list item' && kind !== 'table row')) return null
  if (date.precision !== 'day' && date.precision !== 'month') return null
  return { ...date, inferred: true, rule: 'section-heading', offset: null }
}
