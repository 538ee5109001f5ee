import type { Kind, PartialDate } from '#schema/entry'
import type { DateContext, DateProblem } from '../dates/context.ts'
import { mentionsIn } from '../dates/mentions.ts'
import { wholeDate } from '../dates/whole.ts'
import { type Part, type Parts, type Stage, through } from '../stages.ts'
import { anchorOf, type DocumentDates, isWithinMonth } from './date-of.ts'
import { DayAbove, type DaysAbove, daysAbove, type Inherited } from './day-above.ts'
import { onDay } from './day-of-years.ts'
import { EndMatter, type Held } from './end-matter.ts'
import { columnLead, type Lead, type LineLead, lineLead } from './line-lead.ts'
import type { Piece } from './split.ts'
import { statedLead } from './stated.ts'
import { type PieceInTable, RowLeads } from './table-lead.ts'
import { YearAbove } from './year-above.ts'

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

type Report = (problem: Pick<DateProblem, 'text' | 'reason'>, piece: Piece) => void

/** The pieces of a document with their dates. */
export async function datePieces(
  pieces: Parts<Piece>,
  dates: DocumentDates,
  report: Report,
): Promise<Parts<DatedPiece>> {
  const days = await daysAbove(pieces)
  const rows = through(pieces, () => new RowLeads((piece) => contextOf(piece, dates)))
  return through(rows, () => new Dating(dates, days, report))
}

/**
 * Dates the pieces of a document. A list item, a table row or a line is of a timeline when it begins
 * with a date; a bare year or month begins a paragraph only beside another such line. What stands
 * below a day, where the document is ordered by days, happened on that day.
 */
class Dating implements Stage<PieceInTable, DatedPiece> {
  readonly #dates: DocumentDates
  readonly #report: Report
  readonly #above: DayAbove
  readonly #end = new EndMatter()
  readonly #years = new YearAbove()
  /** A piece that waits for the one below. */
  #waiting: Look | null = null
  /** Whether the piece before it looks dated. */
  #isBelowDated = false

  /** @param report told, with the piece, about what looks like a date and is none */
  constructor(dates: DocumentDates, days: DaysAbove, report: Report) {
    this.#dates = dates
    this.#report = report
    this.#above = new DayAbove(days)
  }

  part(pieces: PieceInTable[], isLast: boolean): Part<DatedPiece> {
    const items: DatedPiece[] = []
    for (const next of pieces) this.#pass(next, items)
    if (isLast) {
      this.#pass(null, items)
      items.push(...this.#end.end())
    }
    return { items, leftOut: [] }
  }

  #pass(next: PieceInTable | null, items: DatedPiece[]): void {
    const look = next === null ? null : this.#look(next)
    const waiting = this.#waiting
    this.#waiting = look
    if (waiting === null) return
    items.push(...this.#date(waiting, this.#isBelowDated || isDated(look)))
  }

  #look({ piece, row }: PieceInTable): Look {
    if (row !== null) return { piece, row, lead: null, problems: [] }
    const problems: DateProblem[] = []
    const context: DateContext = {
      ...contextOf(piece, this.#dates),
      hint: 'timeline',
      report(problem) {
        problems.push(problem)
      },
    }
    return { piece, row, lead: leadOf(piece, context), problems }
  }

  #date(look: Look, beside: boolean): DatedPiece[] {
    const { piece, row } = look
    const above = this.#above
    const listed = piece.kind === 'list item' || piece.kind === 'table row'
    const context: DateContext = {
      ...contextOf(piece, this.#dates),
      report: about(piece, this.#report),
    }
    if (beside || listed) {
      context.hint = 'timeline'
      context.sentences = true
    }
    const stated = row ?? leadAgain(look, context)
    const lead = stated ?? this.#ofYearAbove(piece, context) ?? above.sameDay(piece)
    if (lead !== null && row === null) this.#years.see(piece, lead.date)
    this.#isBelowDated = isDated(look) || (stated === null && lead !== null)
    // "30 February: …" says when, though no calendar has it.
    const inherited = lead === null && look.problems.length > 0 ? null : above.inherited(piece)
    const entry = datePiece(piece, lead, inherited, context)
    above.see(entry)
    if (entry.kind === 'paragraph' && lacksYear(piece, this.#dates)) {
      this.#report(unknownYear(piece), piece)
    }
    const heads = piece.kind === 'paragraph' && piece.head !== undefined && lead !== null
    const dayOver = heads ? entry.date : inherited?.byDays === true ? inherited.date : null
    const held: Held = {
      entry,
      withoutDay() {
        return datePiece(piece, lead, null, { ...context, report: undefined })
      },
    }
    return this.#end.take(held, dayOver?.edtf ?? null, heads)
  }

  /** "25 Apr.: …" below "17 April 1642: …", where no heading names the year. */
  #ofYearAbove(piece: Piece, context: DateContext): Lead | null {
    const anchor = this.#years.anchorFor(piece)
    if (anchor === null || !lacksYear(piece, this.#dates)) return null
    const lead = leadOf(piece, { ...context, anchor, hint: 'timeline', report: undefined })
    return lead !== null && this.#years.goesOn(lead.date) ? lead : null
  }
}

function about(piece: Piece, report: Report): (problem: DateProblem) => void {
  return (problem) => report(problem, piece)
}

/** How a piece begins if it is of a timeline, and what of that is no date. */
type Look = PieceInTable & { lead: Lead | null; problems: DateProblem[] }

const isDated = (look: Look | null): boolean => look !== null && (look.row ?? look.lead) !== null

/** What begins with a date within a timeline need not be read again. */
function leadAgain({ piece, lead, problems }: Look, context: DateContext): Lead | null {
  const isKnown = lead !== null && context.hint === 'timeline' && piece.stated === undefined
  if (!isKnown) return leadOf(piece, context)
  for (const problem of problems) context.report?.(problem)
  return lead
}

const MARKED_OFF = /^.{1,30}?(?::|\s[–—-])\s/

/** "24 March: the ice breaks" under no heading that names the year. */
function lacksYear({ kind, text, anchor }: Piece, dates: DocumentDates): boolean {
  if (kind === 'quotation' || anchor !== null) return false
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
  anchor: piece.anchor,
})

function datePiece(
  piece: Piece,
  lead: Lead | null,
  inherited: Inherited | null,
  context: DateContext,
): DatedPiece {
  const text = lead?.text ?? wholeText(piece)
  const day = piece.section?.day ?? null
  const led = lead === null || day === null ? lead?.date : onDay(lead.date, day)
  const own = led ?? piece.attribution?.date ?? null
  // Inside a text only a date above it completes another: a title names a year for less.
  const above = anchorOf(piece.section?.under ?? null)
  const anchor = anchorOf(own ?? inherited?.date ?? null) ?? above
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
  return isWithinMonth(under) || (under?.precision === 'month' && !isWithinMonth(date))
}

/** A head that is no date of this document after all belongs to the text again. */
const wholeText = ({ head, text }: Piece): string =>
  head === undefined ? text : `${head}${/[.:]$/.test(head) ? '' : ':'} ${text}`

/** The date with which a piece begins, and what follows it; null when it does not. */
function leadOf(piece: Piece, context: DateContext): Lead | null {
  if (piece.kind === 'quotation') return null
  if (piece.head === undefined) {
    const lead = columnLead(piece, context) ?? lineLead(piece.text, context)
    return statedLead(piece, lead !== null && isName(lead, piece) ? null : lead)
  }
  const { head, text } = piece
  const date = wholeDate(head, { ...context, hint: 'timeline' })
  return statedLead(
    piece,
    date === null ? null : { date, margin: head, text: text.replace(/^[:–—|-]\s+/, '') },
  )
}
