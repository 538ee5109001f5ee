import type { PartialDate } from '#schema/entry'
import { clampName } from '#schema/facet-key'
import type { Heading } from '../blocks.ts'
import { collapse } from '../read/normalise.ts'
import { anchorOf, type DocumentDates, headingDate, wholeHeadingDate } from './date-of.ts'
import { dayWithoutYear } from './day-of-years.ts'

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
  /** The day that this heading, or one above it, names for the years below: "-03-05". */
  day: string | null
}

/** Follows the headings of a document in order. */
export class Sections {
  #stack: (Section & { level: number })[] = []
  readonly #dates: DocumentDates

  constructor(dates: DocumentDates) {
    this.#dates = dates
  }

  get current(): Section | null {
    return this.#stack.at(-1) ?? null
  }

  enter(heading: Heading): void {
    const level = this.#levelOf(heading)
    this.leave(level)
    const { under: above = null, day = null } = this.current ?? {}
    const whole = wholeHeadingDate(heading.text, anchorOf(above), this.#dates)
    const date = whole ?? headingDate(heading.text, anchorOf(above), this.#dates)
    this.#stack.push({
      heading,
      level,
      name: clampName(collapse(heading.text)),
      date,
      isDate: whole !== null,
      under: date ?? above,
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
