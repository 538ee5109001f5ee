import type { PartialDate } from '#schema/entry'
import { clampName } from '#schema/facet-key'
import type { Heading } from '../blocks.ts'
import type { Anchor } from '../dates/context.ts'
import { collapse } from '../read/normalise.ts'
import {
  anchorNamed,
  anchorOf,
  type DocumentDates,
  headingDate,
  wholeHeadingDate,
} from './date-of.ts'
import { dayWithoutYear } from './day-of-years.ts'
import { statedHeading } from './stated.ts'

/** Where an entry stands: the innermost heading above it, and the date that headings give. */
export type Section = {
  heading: Heading
  name: string
  /** The date of this heading, or with which it begins; null when there is none. */
  date: PartialDate | null
  /** Whether the heading is a date and nothing else. */
  isDate: boolean
  /** The innermost date among this heading and those that it stands under. */
  under: PartialDate | null
  /**
   * What completes a date with which a line or a heading below begins: of the date it stands under, else
   * of the year or month that the innermost heading names among other words ("1998 in Serbia").
   */
  anchor: Anchor | null
  /** The day that this heading, or one above it, names for the years below: "-03-05". */
  day: string | null
}

/** Follows the headings of a document in order. */
export class Sections {
  #stack: (Section & { level: number })[] = []
  readonly #dates: DocumentDates
  /** What completes a date with which a line begins before the first heading. */
  readonly titled: Anchor | null

  /** @param title of the document, as it is written in it; '' when it has none */
  constructor(dates: DocumentDates, title = '') {
    this.#dates = dates
    this.titled = anchorNamed(title, dates)
  }

  get current(): Section | null {
    return this.#stack.at(-1) ?? null
  }

  enter(heading: Heading): void {
    const level = this.#levelOf(heading)
    this.leave(level)
    const { under: above = null, anchor = this.titled, day = null } = this.current ?? {}
    const whole = wholeHeadingDate(heading.text, anchor, this.#dates)
    const written = whole ?? headingDate(heading.text, anchor, this.#dates)
    const stated = statedHeading(heading, written)
    const date = stated?.date ?? written
    const under = date ?? above
    const named = under === null ? anchorNamed(heading.text, this.#dates) : null
    this.#stack.push({
      heading,
      level,
      name: clampName(collapse(heading.text)),
      date,
      isDate: stated?.isAll ?? whole !== null,
      under,
      anchor: under === null ? (named ?? anchor) : anchorOf(under),
      day: date !== null ? null : (dayWithoutYear(heading.text, this.#dates) ?? day),
    })
  }

  isOpen(heading: Heading): boolean {
    return this.#stack.some((section) => section.heading === heading)
  }

  /** Leaves the headings of a level and below it. */
  leave(level: number): void {
    if (this.#stack.some((section) => section.level >= level)) {
      this.#stack = this.#stack.filter((section) => section.level < level)
    }
  }

  /** Dates without markup nest by their unit: a month stands under a year, not beside it. */
  #levelOf(heading: Heading): number {
    if (heading.marked) return heading.level
    const date = headingDate(heading.text, { year: 2000, month: 1 }, this.#dates)
    if (date === null) return heading.level
    return UNMARKED_DATES + (date.precision === 'day' ? 2 : date.precision === 'year' ? 0 : 1)
  }
}

/** Below every heading that is no date. */
const UNMARKED_DATES = 100
