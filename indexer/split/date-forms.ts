import type { PartialDate } from '#schema/entry'
import type { DateForms } from '../blocks.ts'
import type { DateContext } from '../dates/context.ts'
import { DateEvidence } from '../dates/evidence.ts'
import { wholeDate } from '../dates/whole.ts'
import { collapse } from '../read/normalise.ts'
import { endsSentence, isForcedAt, NARROWEST } from '../read/wrapping.ts'
import type { Parts } from '../stages.ts'
import { type DocumentDates, isWithinMonth } from './date-of.ts'
import { type LineLead, lineLead } from './line-lead.ts'
import { sameDayLead } from './same-day.ts'

/** What is known of a document's dates before it is read: how they are written, and where they stand. */
export async function surveyDates(
  lines: Parts<string>,
): Promise<{ dates: DocumentDates; forms: DateForms }> {
  const evidence = new DateEvidence()
  const months = new MonthSearch()
  const sample: SampleLine[] = []
  for await (const { items } of lines()) {
    for (const line of items) {
      evidence.add(line)
      months.add(line)
      if (sample.length < SAMPLE) sample.push(sampleOf(line))
    }
  }
  const dates = evidence.context
  return { dates, forms: dateForms(sample, months.found(dates), dates) }
}

/** Whether a line is a month and nothing else; of "June 99" only once the century is known. */
class MonthSearch {
  static readonly #UNSETTLED = yearOf({ numericOrder: null, century: null })
  static readonly #SETTLED = yearOf({ numericOrder: null, century: 1900 })
  #isMonth = false
  #isMonthOfCentury = false

  add(line: string): void {
    if (this.#isMonth || line.length > LONGEST_MONTH) return
    if (isMonth(line, MonthSearch.#UNSETTLED)) this.#isMonth = true
    else if (!this.#isMonthOfCentury && isMonth(line, MonthSearch.#SETTLED)) {
      this.#isMonthOfCentury = true
    }
  }

  found({ century }: DocumentDates): boolean {
    return this.#isMonth || (century !== null && this.#isMonthOfCentury)
  }
}

function yearOf(dates: DocumentDates): DateContext {
  return { ...dates, anchor: { year: 2000, month: null }, hint: 'timeline' }
}

/**
 * What the dates of a document look like at the head of its lines, with whatever year and month the
 * headings may give them.
 */
function dateForms(sample: SampleLine[], hasMonths: boolean, dates: DocumentDates): DateForms {
  const year = yearOf(dates)
  // "1. Policy" begins with a day only where a heading names the month.
  const context: DateContext = hasMonths ? { ...year, anchor: { year: 2000, month: 1 } } : year
  const dateIn = lastOne((line) => (line.length <= LONGEST_DATE ? wholeDate(line, context) : null))
  const leadIn = lastOne((line): LineLead | null => lineLead(line, context))
  const isDay = (line: string): boolean => isWithinMonth(dateIn(line))
  const formOf = (line: string): string | null => {
    const alone = dateIn(line)
    const lead = alone === null ? leadIn(line) : null
    const date = alone ?? lead?.date ?? null
    // "… all through the\nwinter." goes on with a sentence.
    if (date !== null && !(date.inferred && /^\p{Ll}/u.test(line))) {
      return nameOf(date, lead?.separator ?? 'end')
    }
    return sameDayLead(line) === null ? null : SAME_DAY
  }
  const usual = usualForms(sample, formOf, (above, line) => isDay(above) && dateIn(line) === null)
  return {
    isDate: (line) => dateIn(line) !== null,
    isDay,
    startsWithDate: (line) => leadIn(line) !== null || sameDayLead(line) !== null,
    beginsWithName: (line, above) => {
      const lead = leadIn(line)
      if (lead?.date.precision !== 'month' || !lead.date.inferred) return false
      if (lead.separator !== 'space') return false
      return wholeDate(above, context)?.precision === 'month'
    },
    beginsEntry: (line) => {
      const form = formOf(line)
      return form !== null && (form === SAME_DAY ? usual.size > 0 : usual.has(form))
    },
  }
}

/** Remembers the last answer: a line is asked about in several ways. */
function lastOne<T>(judge: (line: string) => T): (line: string) => T {
  let last: { line: string; judged: T } | null = null
  return (line) => {
    if (last?.line !== line) last = { line, judged: judge(line) }
    return last.judged
  }
}

const LONGEST_DATE = 80
/** Lines of wrapped prose are longer: there are too many of them to look for months in. */
const LONGEST_MONTH = 50
const SAME_DAY = 'same day'

function isMonth(line: string, context: DateContext): boolean {
  return wholeDate(line, context)?.precision === 'month'
}

/** How a line begins: a strong mark after a date says the same after all of them. */
function nameOf({ inferred, precision }: PartialDate, separator: LineLead['separator']): string {
  const strong = separator === 'colon' || separator === 'strong' || separator === 'stop'
  return `${inferred ? 'partial' : 'full'} ${separator} ${strong ? '' : precision}`
}

/** So many lines show how a text writes its entries. */
const SAMPLE = 20_000
/** As many lines of one form are a list. */
const LEAST = 3

/** A line but for the middle of a long one, and its length. */
type SampleLine = { text: string; length: number }

const LONG_LINE = 800

function sampleOf(line: string): SampleLine {
  const whole = line.trimEnd()
  const { length } = whole
  const half = LONG_LINE / 2
  const text = length > LONG_LINE ? whole.slice(0, half) + whole.slice(-half) : whole
  // A copy: a slice of a string keeps the whole text alive from which it was cut.
  return { text: Buffer.from(text).toString(), length }
}

/**
 * The forms in which the entries of a text begin: most of their lines stand where a new line was
 * begun on purpose, unlike those of prose whose wrapping happens to put a date first.
 */
function usualForms(
  sample: SampleLine[],
  formOf: (line: string) => string | null,
  isBelowDay: (above: string, line: string) => boolean,
): ReadonlySet<string> {
  const width = fullWidth(sample)
  const counts = new Map<string, { begun: number; wrapped: number }>()
  let above: SampleLine = { text: '', length: 0 }
  for (const line of sample) {
    const begun =
      above.text === '' ||
      endsSentence(above.text) ||
      !isForcedAt(above.length, line.text.trimStart(), width)
    const { text: before } = above
    above = line
    // Single-spaced, as readers ask about it: "5    Talks" and "12   Talks" begin alike.
    const form = line.text === '' ? null : formOf(collapse(line.text))
    if (form === null) continue
    // Below a day of its own stands the text of that day, however it begins.
    if (isBelowDay(before.trim(), line.text.trim())) continue
    const count = counts.get(form) ?? { begun: 0, wrapped: 0 }
    count[begun ? 'begun' : 'wrapped']++
    counts.set(form, count)
  }
  const usual = [...counts].filter(([, { begun, wrapped }]) => begun >= LEAST && begun >= wrapped)
  return new Set(usual.map(([form]) => form))
}

/** The length that hardly any line exceeds; null where it is none to which people wrap. */
function fullWidth(lines: SampleLine[]): number | null {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b)
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
  return width < NARROWEST ? null : width
}
