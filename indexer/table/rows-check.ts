import type { PartialDate } from '#schema/entry'
import type { Finding } from '../parsed.ts'
import { contradictionsIn, TimelineOrder } from '../split/contradictions.ts'
import { type DocumentDates, headingDate } from '../split/date-of.ts'
import type { DatedRow } from './rows.ts'

/** What the dates of a table's rows contradict: their weekday, the section's cell, the other rows. */
export class RowsCheck {
  readonly #dates: DocumentDates
  readonly #order = new TimelineOrder()
  /** Most rows stand in the section of the one above. */
  #section: { name: string; date: PartialDate | null } = { name: '', date: null }

  constructor(dates: DocumentDates) {
    this.#dates = dates
  }

  /** What is wrong with a row by itself; the row is remembered for `breaks`. */
  contradictions({ line, date, mentions, section }: DatedRow): Finding[] {
    this.#order.add(date, line)
    const name = section ?? ''
    if (name !== this.#section.name) {
      this.#section = { name, date: headingDate(name, null, this.#dates) }
    }
    const day = this.#section.date
    const under = day === null ? null : { name, date: day }
    return contradictionsIn({ date, mentions, under }).map(({ text, reason }) => ({
      message: reason,
      line,
      text,
    }))
  }

  /** The few rows without which the dates would run one way. */
  *breaks(): Generator<Finding> {
    for (const { text, reason, line } of this.#order.breaks()) yield { message: reason, line, text }
  }
}
