import { MONTH } from '../dates/words.ts'
import { collapse } from './normalise.ts'

/**
 * Text set in columns: behind a day or a year and a gap begins a text, also where its first word is
 * the name of a month: "10th  March on Dili", "1890    May resigns".
 */

/** A day or a year alone, up to the gap behind it. */
const FIRST_COLUMN = /^\s*(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})(?: {2,}| *\t\s*)(?=\S)/
const MONTH_NEXT = new RegExp(MONTH, 'iy')
/** The words of a text go on behind one space; what belongs to a date stands in a column, too. */
const WORD_AFTER = / (?=\p{L})/uy

type Second = 'month' | 'name' | 'text'

/** What stands behind the gap of a line; null when it begins in no column of its own. */
function secondColumn(raw: string): { at: number; kind: Second } | null {
  const first = FIRST_COLUMN.exec(raw)
  if (first === null) return null
  const at = first[0].length
  MONTH_NEXT.lastIndex = at
  if (!MONTH_NEXT.test(raw)) return { at, kind: 'text' }
  WORD_AFTER.lastIndex = MONTH_NEXT.lastIndex
  return { at, kind: WORD_AFTER.test(raw) ? 'name' : 'month' }
}

/** Where a text that may begin with the name of a month begins in the single-spaced line; 0 for others. */
export function nameColumn(raw: string): number {
  const second = secondColumn(raw)
  return second?.kind === 'name' ? collapse(raw.slice(0, second.at)).length + 1 : 0
}

/** So many lines are a column. */
const LEAST = 2
/** A month stands in the column of texts by mistake only. */
const MAJORITY = 20

/** Gathers what stands in the second column of a text, line by line. */
export class ColumnEvidence {
  readonly #counts: Record<Second, number> = { month: 0, name: 0, text: 0 }

  add(raw: string): void {
    const second = secondColumn(raw)
    if (second !== null) this.#counts[second.kind]++
  }

  /** Whether texts stand there, so that months are words of them. */
  get areTexts(): boolean {
    const { month, name, text } = this.#counts
    return text >= LEAST && text >= name && text >= month * MAJORITY
  }
}
