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

/** What again and again stands above what happened. */
export type DaysAbove = {
  /** Headings that are days. */
  headings: boolean
  /** Lines of their own that are days. */
  lines: boolean
  /** Headings that are dates, years among them, with one paragraph below each. */
  dates: boolean
}

/** By which dates a document is ordered. */
export async function daysAbove(pieces: Parts<Piece>): Promise<DaysAbove> {
  const days = new Set<PartialDate>()
  const paragraphs = new DatedParagraphs()
  let heads = 0
  for await (const { items } of pieces()) {
    for (const piece of items) {
      const { kind, head, section } = piece
      paragraphs.see(piece)
      const under = section?.under ?? null
      if (days.size < LEAST && under !== null && isWithinMonth(under)) days.add(under)
      if (kind === 'paragraph' && head !== undefined) heads++
    }
    if (days.size >= LEAST && heads >= LEAST && paragraphs.isSettled) break
  }
  return { headings: days.size >= LEAST, lines: heads >= LEAST, dates: paragraphs.areOne }
}

/** One paragraph below each of so many dates is a chronicle; several below most are essays. */
const LEAST_DATES = 4
const MOST_DATES = 200

/** Counts what stands below the headings that are dates. */
class DatedParagraphs {
  readonly #counts = new Map<Section, number>()

  see({ kind, head, section }: Piece): void {
    if (kind !== 'paragraph' || head !== undefined || section?.isDate !== true) return
    if (this.isSettled && !this.#counts.has(section)) return
    this.#counts.set(section, (this.#counts.get(section) ?? 0) + 1)
  }

  get isSettled(): boolean {
    return this.#counts.size >= MOST_DATES
  }

  get areOne(): boolean {
    const counts = [...this.#counts.values()]
    const several = counts.filter((count) => count > 1).length
    return counts.length >= LEAST_DATES && several <= counts.length / 5
  }
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
    if (this.#days.dates && section?.isDate === true && section.date !== null) {
      return { date: from(section.date, 'section-heading'), byDays: true }
    }
    const line = this.#line
    if (line !== null && line.section === section) {
      return { date: from(line.date, 'day-above'), byDays: true }
    }
    // An item of a list under a day, a month or a year stands for that.
    if (under === null || (kind !== 'list item' && kind !== 'table row')) return null
    if (!LISTED.has(under.precision)) return null
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

const LISTED = new Set<PartialDate['precision']>(['day', 'month', 'season', 'year'])

const from = (date: PartialDate, rule: string): PartialDate => ({
  ...date,
  inferred: true,
  rule,
  offset: null,
})
