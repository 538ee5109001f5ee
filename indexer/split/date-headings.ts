import type { Part, Parts, Stage } from '../stages.ts'
import type { AttributedBlock } from './attribution.ts'
import { type DocumentDates, wholeHeadingDate } from './date-of.ts'
import { isStatedDate } from './stated.ts'

/** One such paragraph may tell when a page was written; several tell when things happened. */
const LEAST = 2

/** Any date completes "10 June" here: only the form is asked for. */
const PROBE = { year: 2000, month: 1 }

const isDate = (block: AttributedBlock, dates: DocumentDates): boolean =>
  block.kind === 'paragraph' &&
  block.head === undefined &&
  block.lines.length === 1 &&
  (isStatedDate(block) || wholeHeadingDate(block.text, PROBE, dates) !== null)

/** Whether several paragraphs of a document are a date and nothing else, with something below. */
export async function hasDateHeadings(
  parts: Parts<AttributedBlock>,
  dates: DocumentDates,
): Promise<boolean> {
  let found = 0
  let isBelow = false
  for await (const { items } of parts()) {
    for (const block of items) {
      if (isBelow && ++found === LEAST) return true
      isBelow = isDate(block, dates)
    }
  }
  return false
}

/** Where `hasDateHeadings`, paragraphs that are a date and nothing else head what follows them. */
export class DateHeadings implements Stage<AttributedBlock, AttributedBlock> {
  readonly #dates: DocumentDates
  readonly #any: boolean
  /** A date of which it is not known yet whether something stands below. */
  #waiting: AttributedBlock | null = null

  constructor(dates: DocumentDates, any: boolean) {
    this.#dates = dates
    this.#any = any
  }

  part(blocks: AttributedBlock[], isLast: boolean): Part<AttributedBlock> {
    if (!this.#any) return { items: blocks, leftOut: [] }
    const items: AttributedBlock[] = []
    for (const block of blocks) {
      if (this.#waiting !== null) {
        const { text, line } = this.#waiting
        const stated = 'stated' in this.#waiting ? this.#waiting.stated : undefined
        items.push({ kind: 'heading', text, line, stated, level: 1, marked: false })
      }
      this.#waiting = isDate(block, this.#dates) ? block : null
      if (this.#waiting === null) items.push(block)
    }
    if (isLast && this.#waiting !== null) items.push(this.#waiting)
    return { items, leftOut: [] }
  }
}
