import type { DatedPiece } from './dating.ts'

/**
 * What stands below the last day of a chronicle and does not belong to it: notes, sources, who kept it.
 * Nothing parts it from that day but how it begins, or that no other day has as much below it.
 */

const BEGINS =
  /^(?:(?:end\s?notes?|notes?|sources?|references|bibliography|further reading|see also|acknowledge?ments?|credits|appendix|editor[’']s note)\s*(?::|[.–—-]\s|$)|(?:compiled|prepared|edited|transcribed|translated)\s+(?:by|from|for)\b|copyright\b|©|\(c\)\s|all rights reserved|last (?:updated|modified|revised|changed)\b|this (?:chronology|timeline|log|diary|list|calendar|record)\s(?:was|is|has|ends|covers|draws)\b)/i

/** With fewer days before the last it is not known how much stands below one. */
const FEWEST_DAYS = 3
/** More is no end matter. */
const MOST_HELD = 50

export type Held = { entry: DatedPiece; withoutDay: () => DatedPiece }

/** Holds back what may be end matter, until a further day shows that it is none. */
export class EndMatter {
  #day: string | null = null
  #days = 0
  /** How many pieces stand below a day: below this one, and at most below one before it. */
  #here = 0
  #most = 0
  #held: Held[] = []
  /** Whether some other day has its notes too. */
  #notesWithin = false

  /**
   * Takes the next piece; returns what is settled by it, in order.
   *
   * @param day that the piece has from above because the document is ordered by days; null when it has none
   */
  take(held: Held, day: string | null, heads: boolean): DatedPiece[] {
    if (day === null && !heads) return [...this.#release(), held.entry]
    if (heads || day !== this.#day) {
      if (this.#held.some(({ entry }) => BEGINS.test(entry.piece.text))) this.#notesWithin = true
      const before = this.#release()
      this.#most = Math.max(this.#most, this.#here)
      this.#days++
      this.#day = day
      this.#here = 1
      return [...before, held.entry]
    }
    this.#here++
    const { piece } = held.entry
    const begins = !this.#notesWithin && BEGINS.test(piece.text)
    const exceeds = this.#days > FEWEST_DAYS && this.#here > this.#most
    const isText = piece.kind === 'paragraph' && piece.head === undefined
    if (!isText || this.#held.length >= MOST_HELD) return [...this.#release(), held.entry]
    if (this.#held.length === 0 && !begins && !exceeds) return [held.entry]
    this.#held.push(held)
    return []
  }

  /** At the end of the document: what is held back is no entry of the last day. */
  end(): DatedPiece[] {
    const held = this.#held
    this.#held = []
    return held.map(({ withoutDay }) => withoutDay())
  }

  #release(): DatedPiece[] {
    const held = this.#held
    this.#held = []
    return held.map(({ entry }) => entry)
  }
}
