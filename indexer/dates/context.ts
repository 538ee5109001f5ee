/** What the dating of one text may lean on beyond the text itself. */
export type DateContext = {
  /** A date to complete partial ones from: the entry's own or its section's; null when none. */
  anchor: Anchor | null
  /** Order of 6/10/1999, settled per document; null when unknown or ambiguous. */
  numericOrder: NumericOrder | null
  /** First year of the century of two-digit years (1900) when the document makes it certain. */
  century: number | null
  /** Whether the document is about years of three digits, so that `793: …` begins with one. */
  early?: boolean
  /** Whether entries of the document begin with a year and go on with their texts: `1890 May resigns`. */
  yearsAlone?: boolean
  /** `timeline` when neighbouring lines are dated: bare years and months may then lead a line. */
  hint?: 'timeline'
  /** Whether the date may open a sentence, as `On 8 July 1947, the board meets` in a timeline. */
  sentences?: boolean
  /** Told about everything that was seen but is no date. */
  report?: (problem: DateProblem) => void
}

export type Anchor = { year: number; month: number | null }

export type NumericOrder = 'day-month' | 'month-day'

export type DateProblem = {
  /** The words of the source, as written. */
  text: string
  /** UTF-16 code units in the string that was read, end exclusive. */
  offset: [number, number] | null
  /** One clear sentence. */
  reason: string
  code: ProblemCode
}

/**
 * `impossible`: no calendar has the day; `ambiguous-order`: day and month cannot be told apart;
 * `bce`: before year 1; `two-digit-year`: the century is unknown; `out-of-range`: not in 1 to 9999.
 */
export type ProblemCode =
  | 'impossible'
  | 'ambiguous-order'
  | 'bce'
  | 'two-digit-year'
  | 'out-of-range'

export { documentContext } from './evidence.ts'
