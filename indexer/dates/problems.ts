import { MAX_YEAR, MIN_YEAR } from '#schema/day'
import type { DateProblem, ProblemCode } from './context.ts'

const REASONS: Record<ProblemCode, (words: string) => string> = {
  impossible: (words) => `No calendar has the day “${words}”.`,
  'ambiguous-order': (words) =>
    `Day and month of “${words}” cannot be told apart by anything in the document.`,
  bce: (words) => `“${words}” lies before year ${MIN_YEAR}, where the calendar used here begins.`,
  'two-digit-year': (words) =>
    `The century of “${words}” is not certain from the other dates of the document.`,
  'out-of-range': (words) => `“${words}” is not within the years ${MIN_YEAR} to ${MAX_YEAR}.`,
}

/** The report of words that are written like a date and are none. */
export function problemOf(
  text: string,
  start: number,
  end: number,
  code: ProblemCode,
): DateProblem {
  const words = text.slice(start, end)
  return { text: words, offset: [start, end], reason: REASONS[code](words), code }
}
