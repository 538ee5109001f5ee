import type { PartialDate } from '#schema/entry'
import type { Anchor } from '../dates/context.ts'
import type { Piece } from './split.ts'

/**
 * The year of a chronicle that writes it once, where it begins: `17 April 1642: …` and below it `25 Apr.: …`. It
 * goes on as long as the days do; a day that would lie before the one above may be of any later year.
 */
export class YearAbove {
  #last: PartialDate | null = null
  #section: Piece['section'] = null

  /** What completes the day with which a piece begins that nothing else completes; null when nothing above does. */
  anchorFor({ section }: Piece): Anchor | null {
    const start = section === this.#section ? (this.#last?.start ?? null) : null
    return start === null ? null : { year: Number(start.slice(0, 4)), month: null }
  }

  goesOn({ start }: PartialDate): boolean {
    const above = this.#last?.start ?? null
    return start !== null && above !== null && start >= above
  }

  /** @param date with which a piece begins */
  see({ section }: Piece, date: PartialDate): void {
    this.#section = section
    this.#last = isOfOneYear(date) ? date : null
  }
}

const isOfOneYear = ({ start, end, qualifier }: PartialDate): boolean =>
  qualifier === null && start !== null && end?.slice(0, 4) === start.slice(0, 4)
