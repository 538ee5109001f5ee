import type { Kind, PartialDate } from '#schema/entry'
import type { DateContext, DateProblem } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { wholeDate } from '../dates/whole.ts'
import { findContradictions } from './contradictions.ts'
import { anchorOf, type DocumentDates, isWithinMonth } from './date-of.ts'
import { DayAbove, type Inherited } from './day-above.ts'
import { type Lead, type LineLead, lineLead } from './line-lead.ts'
import type { Piece } from './split.ts'
import { statedLead } from './stated.ts'
import { tableLeads } from './table-lead.ts'

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
 * with a date; a bare year or month begins a paragraph only beside another such line. What stands
 * below a day, where the document is ordered by days, happened on that day.
 *
 * @param report told, with the piece, about what looks like a date and is none
 */
export function datePieces(
  pieces: Piece[],
  dates: DocumentDates,
  report: (problem: Pick<DateProblem, 'text' | 'reason'>, piece: Piece) => void,
): DatedPiece[] {
  const rows = rowLeads(pieces, dates)
  const looksDated = pieces.map(
    (piece) =>
      rows.get(piece) !== undefined ||
      leadOf(piece, { ...contextOf(piece, dates), hint: 'timeline' }) !== null,
  )
  const above = new DayAbove(pieces)
  const dated = pieces.map((piece, index) => {
    const beside = looksDated[index - 1] === true || looksDated[index + 1] === true
    const listed = piece.kind === 'list item' || piece.kind === 'table row'
    const context: DateContext = {
      ...contextOf(piece, dates),
      report: (problem) => report(problem, piece),
    }
    if (beside || listed) context.hint = 'timeline'
    const lead = rows.get(piece) ?? leadOf(piece, context) ?? above.sameDay(piece)
    const entry = datePiece(piece, lead, above.inherited(piece), context)
    above.see(entry)
    if (entry.kind === 'paragraph' && lacksYear(piece, dates)) report(unknownYear(piece), piece)
    return entry
  })
  findContradictions(dated, ({ piece }, text, reason) => report({ text, reason }, piece))
  return dated
}

/** The leads of the rows of tables, each table for itself. */
function rowLeads(pieces: Piece[], dates: DocumentDates): Map<Piece, Lead> {
  const leads = new Map<Piece, Lead>()
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at]
    let end = at + 1
    if (first?.kind === 'table row') {
      const isNext = (piece?: Piece) =>
        piece?.kind === 'table row' && piece.section === first.section
      while (isNext(pieces[end])) end++
      const rows = pieces.slice(at, end)
      for (const [index, lead] of tableLeads(rows, (row) => contextOf(row, dates)).entries()) {
        const row = rows[index]
        if (row !== undefined && lead !== null) leads.set(row, lead)
      }
    }
    at = end
  }
  return leads
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

function datePiece(
  piece: Piece,
  lead: Lead | null,
  inherited: Inherited | null,
  context: DateContext,
): DatedPiece {
  const text = lead?.text ?? wholeText(piece)
  const own = lead?.date ?? piece.attribution?.date ?? null
  const anchor = anchorOf(own ?? inherited?.date ?? null) ?? context.anchor
  const mentions = mentionsIn(text, { ...context, anchor, hint: undefined })
  // "On 2 May it returns" under "April 1986" says itself when, with the year from above.
  const itself = inherited?.byDays !== true && mentions.some(({ inferred }) => inferred)
  const date = own ?? (itself ? null : (inherited?.date ?? null))
  const margin = lead?.margin ?? piece.attribution?.lines.join('\n') ?? ''
  const dated = lead !== null || (inherited?.byDays === true && piece.kind !== 'quotation')
  const kind = dated ? 'timeline' : 'paragraph'
  return { piece, kind, text, margin, date, mentions }
}

/** "April Jones arrives" and "1st Division lands" below a day have no date of their own. */
function isName({ date, separator }: LineLead, { section }: Piece): boolean {
  const under = section?.under ?? null
  if (!date.inferred || separator === 'colon' || separator === 'strong') return false
  return isWithinMonth(under) || (under?.precision === 'month' && date.precision !== 'day')
}

/** A head that is no date of this document after all belongs to the text again. */
const wholeText = ({ head, text }: Piece): string =>
  head === undefined ? text : `${head}${/[.:]$/.test(head) ? '' : ':'} ${text}`

/** The date with which a piece begins, and what follows it; null when it does not. */
function leadOf(piece: Piece, context: DateContext): Lead | null {
  if (piece.kind === 'quotation') return null
  if (piece.head === undefined) {
    const lead = lineLead(piece.text, context)
    return statedLead(piece, lead !== null && isName(lead, piece) ? null : lead)
  }
  const { head, text } = piece
  const date = wholeDate(head, { ...context, hint: 'timeline' })
  return statedLead(
    piece,
    date === null ? null : { date, margin: head, text: text.replace(/^[:–—|-]\s+/, '') },
  )
}
