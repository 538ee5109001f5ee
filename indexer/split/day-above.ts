import type { PartialDate } from '#schema/entry'
import type { Parts } from '../stages.ts'
import { isWithinMonth } from './date-of.ts'
import type { DatedPiece } from './dating.ts'
import type { Lead } from './line-lead.ts'
import { sameDayLead } from './same-day.ts'
import type { Section } from './sections.ts'
import type { Piece } from './split.ts'

/** One day may head a letter; several order a document by days. */
const LEAST = 2

export type Inherited = {
  date: PartialDate
  /** Whether the document is ordered by days, so that this one dates all that stands below it. */
  byDays: boolean
}

/** Whether headings, and lines of their own, are days again and again. */
export type DaysAbove = { headings: boolean; lines: boolean }

/** Whether a document is ordered by days. */
export async function daysAbove(pieces: Parts<Piece>): Promise<DaysAbove> {
  const days = new Set<PartialDate>()
  let heads = 0
  for await (const { items } of pieces()) {
    for (const { kind, head, section } of items) {
      const under = section?.under ?? null
      if (days.size < LEAST && under !== null && isWithinMonth(under)) days.add(under)
      if (kind === 'paragraph' && head !== undefined) heads++
    }
    if (days.size >= LEAST && heads >= LEAST) break
  }
  return { headings: days.size >= LEAST, lines: heads >= LEAST }
}

/** The date that stands above a piece and is its date too, as far as it says. */
export class DayAbove {
  readonly #days: DaysAbove
  /** The last day on a line of its own, with the section in which it stands. */
  #line: { date: PartialDate; section: Section | null } | null = null
  #last: PartialDate | null = null

  constructor(days: DaysAbove) {
    this.#days = days
  }

  /** The date that a piece without one has from above; null when there is none. */
  inherited({ kind, section }: Piece): Inherited | null {
    const under = section?.under ?? null
    if (under !== null && this.#days.headings && isWithinMonth(under)) {
      return { date: from(under, 'section-heading'), byDays: true }
    }
    const line = this.#line
    if (line !== null && line.section === section) {
      return { date: from(line.date, 'day-above'), byDays: true }
    }
    // An item of a list under a day or a month stands for that day or month.
    if (under === null || (kind !== 'list item' && kind !== 'table row')) return null
    if (under.precision !== 'day' && under.precision !== 'month') return null
    return { date: from(under, 'section-heading'), byDays: false }
  }

  /** "Same day: …" */
  sameDay({ kind, text, head }: Piece): Lead | null {
    const lead = kind === 'quotation' || head !== undefined ? null : sameDayLead(text)
    if (lead === null || this.#last === null) return null
    return { ...lead, date: { ...from(this.#last, 'same-day'), text: lead.margin } }
  }

  /** Takes note of a piece that is dated. */
  see({ piece, kind, date }: DatedPiece): void {
    const { section, head } = piece
    if (kind === 'timeline') this.#last = isWithinMonth(date) ? date : null
    if (this.#days.lines && piece.kind === 'paragraph' && head !== undefined && date !== null) {
      this.#line = isWithinMonth(date) ? { date, section } : null
    } else if (kind === 'timeline' && date?.rule !== 'day-above') this.#line = null
  }
}

const from = (date: PartialDate, rule: string): PartialDate => ({
  ...date,
  inferred: true,
  rule,
  offset: null,
})
