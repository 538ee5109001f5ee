import type { DateContext, NumericOrder } from './context.ts'
import { MONTH } from './words.ts'
import { YearLeads } from './year-leads.ts'

/** Numbers like 6/10/1999 or 6-10-99, without the full stops that settle the order themselves. */
const NUMERIC = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g

const FULL_YEAR = new RegExp(
  [
    `(?<![a-z])${MONTH}(?:\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?)?(?:,|\\s{1,2}of)?\\s{1,2}(\\d{4})(?!\\d)`,
    '(?<![\\d./-])\\d{1,2}([./-])\\d{1,2}\\2(\\d{4})(?![\\d./-])',
    '(?<![\\d./-])(\\d{4})([-./])\\d{2}\\5\\d{2}(?![\\d./-])',
    '(?<![a-z])(?:in|since|during|until)\\s(1\\d{3}|20\\d{2})(?!\\d|,\\d)',
    '^\\W{0,9}(1\\d{3}|20\\d{2})\\W{0,9}$',
  ].join('|'),
  'gi',
)

/** `A.D. 793`, `793 CE`: one alone may be said in passing. */
const EARLY =
  /\b(?:A\.\s?D\.|AD|CE)\s\d{3}(?![\d%]|[.,]\d)|(?<![\d.,-])\d{3}\s(?:A\.\s?D\.|AD|CE)\b/
/** A day in front of a text, `24 November 881: …`. */
const EARLY_DAY = new RegExp(`^\\W{0,4}\\d{1,2}\\s${MONTH}\\s{1,2}\\d{3}(?::|\\s[–—-])\\s`, 'i')
const LEAST_EARLY = 2

/** One order must be seen this many times as often as the other: a slip does not unsettle it. */
const MAJORITY = 20
/** So many dates in calendar order under one reading only are no accident. */
const RUN = 4

/** What a document's texts make certain of its dates. */
type Settled = Pick<DateContext, 'numericOrder' | 'century' | 'early' | 'yearsAlone'>

/** Settles the order of numeric dates and the century of two-digit years from a document's texts. */
export function documentContext(texts: Iterable<string>): Settled {
  const evidence = new DateEvidence()
  for (const text of texts) evidence.add(text)
  return evidence.context
}

/** The same from texts that come one after another. */
export class DateEvidence {
  #dayFirst = 0
  #monthFirst = 0
  readonly #asDayMonth = new OneWay()
  readonly #asMonthDay = new OneWay()
  readonly #centuries = new Set<number>()
  readonly #years = new YearLeads()
  /** Lines that name a year of three digits. */
  #early = 0

  add(text: string): void {
    if (!/\d\d/.test(text)) return
    for (const [, one, , two, four] of text.matchAll(NUMERIC)) {
      const [first, second, year] = [Number(one), Number(two), Number(four)]
      if (first > 12 && second <= 12) this.#dayFirst++
      if (second > 12 && first <= 12) this.#monthFirst++
      this.#asDayMonth.add(number(year, second, first))
      this.#asMonthDay.add(number(year, first, second))
    }
    if (this.#early < LEAST_EARLY && (EARLY.test(text) || EARLY_DAY.test(text))) this.#early++
    this.#years.add(text)
    if (this.#centuries.size < 2) collectCenturies(text, this.#centuries)
  }

  get context(): Settled {
    const [century = null] = this.#centuries.size === 1 ? this.#centuries : []
    return {
      numericOrder: this.#order,
      century,
      early: this.#early >= LEAST_EARLY,
      yearsAlone: this.#years.areAlone,
    }
  }

  get #order(): NumericOrder | null {
    if (this.#dayFirst > this.#monthFirst * MAJORITY) return 'day-month'
    if (this.#monthFirst > this.#dayFirst * MAJORITY) return 'month-day'
    return this.#dayFirst === 0 && this.#monthFirst === 0 ? this.#orderOfRun : null
  }

  /** The reading under which a chronology runs one way, when the other one makes it jump. */
  get #orderOfRun(): NumericOrder | null {
    const dayMonth = this.#asDayMonth
    const monthDay = this.#asMonthDay
    if (dayMonth.isShort || dayMonth.holds === monthDay.holds) return null
    return dayMonth.holds ? 'day-month' : 'month-day'
  }
}

const number = (year: number, month: number, day: number): number =>
  year * 10000 + month * 100 + day

/** Whether days that come one after another never go back, or never forward. */
class OneWay {
  readonly #some = new Set<number>()
  #last: number | null = null
  #rises = false
  #falls = false

  add(day: number): void {
    if (this.#some.size < RUN) this.#some.add(day)
    if (this.#last !== null && day > this.#last) this.#rises = true
    if (this.#last !== null && day < this.#last) this.#falls = true
    this.#last = day
  }

  /** Too few different days to tell anything. */
  get isShort(): boolean {
    return this.#some.size < RUN
  }

  get holds(): boolean {
    return !(this.#rises && this.#falls)
  }
}

function collectCenturies(text: string, centuries: Set<number>): void {
  for (const match of text.matchAll(FULL_YEAR)) {
    const year = Number(match[1] ?? match[3] ?? match[4] ?? match[6] ?? match[7])
    if (year >= 1) centuries.add(year - (year % 100))
    if (centuries.size > 1) return
  }
}
