import { matchAt, sticky, testAt } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { APOSTROPHE, DASH } from './words.ts'
import { eraAfter, twoDigits, type WrittenYear } from './years.ts'

/** Years, decades, and numbers that an era makes years. Whether a number is a year: see year-in-prose.ts. */

const DECADE = sticky(`(\\d{3}0)${APOSTROPHE}?s(?![a-z0-9])`)
const SHORT_DECADE = sticky(`(\\d0)${APOSTROPHE}?s(?![a-z0-9])`)
const FULL_BEFORE = sticky(
  `(?<=(?<!\\d)(\\d{4})(?:${APOSTROPHE}?s)?(?:,?\\s(?:and|or|to|through)\\s|,\\s|\\s?${DASH}\\s?)(?:(?:in|the)\\s)?)`,
)
const APOSTROPHE_BEFORE = /(?<=['’‘])/y
const SHORT_YEAR = sticky("(?<=(?<![a-z0-9])['’‘])\\d{2}(?![\\d%a-z]|[.,:]\\d)")
const FOUR_DIGITS = sticky('\\d{4}(?![\\d%‰°²³]|[a-z]|,\\d{3}(?!\\d)|[.:]\\d|-[a-z])')
const FEW_DIGITS = sticky('\\d{1,4}(?![\\d%]|[.,:]\\d)')
/** `10,000 BC`, and what is no year of the calendar in any era. */
const THOUSANDS = sticky('(?:\\d{1,3},\\d{3}|\\d{5,6})(?![\\d%]|[.,:]\\d)')

/** The end of a span before Christ: `from 1200 to 1150 BC` has no year 1200. */
const SPAN_END = /(?:\s?[-‐-―/]\s?|\s{1,3}(?:to|and|or|until)\s{1,3})(\d{1,5})(?!\d)/iy

const CIRCA = /(?<=(?<![a-z])(?:c\.|ca\.?|circa)\s{0,2}(?:the\s{1,2}year\s{1,2})?)/iy
const ERA_BEFORE = /(?<=(?<![A-Za-z.])((?:A\.\s?D\.|AD|CE)\s{1,2}))/y

/** `the 1990s`. Whole hundreds up to the 1900s are centuries: `the 1800s` is not a decade. */
export function decade({ text }: Source, at: number): Unit | null {
  const match = matchAt(DECADE, text, at)
  if (match === null) return null
  const year = Number(match[1])
  if (year < 1) return null
  const kind = year % 100 === 0 && year < 2000 ? 'century' : 'decade'
  const end = at + match[0].length
  return unit({ kind, rule: kind, year, start: at, end, ...eraAfter(text, end) })
}

/** `the '90s`, in the century that the document makes certain. */
export function shortDecade(source: Source, at: number): Unit | null {
  const match = matchAt(SHORT_DECADE, source.text, at)
  if (match === null || !testAt(APOSTROPHE_BEFORE, source.text, at)) return null
  const end = at + match[0].length
  const { year, problem } = besideFull(source, at, match[1] ?? '', end)
  return unit({ kind: 'decade', rule: 'decade', year, problem, start: at - 1, end })
}

/** `in '99`, in the century that the document makes certain. */
export function shortYear(source: Source, at: number): Unit | null {
  const match = matchAt(SHORT_YEAR, source.text, at)
  if (match === null) return null
  const end = at + match[0].length
  const { year, problem } = besideFull(source, at, match[0], end)
  return unit({ kind: 'year', rule: 'year', year, problem, start: at - 1, end })
}

/** `the 1980's and '90's`: the century of the year that stands before it, else the document's. */
function besideFull(source: Source, at: number, digits: string, end: number): WrittenYear {
  const before = matchAt(FULL_BEFORE, source.text, at - 1)?.[1]
  if (before === undefined || Number(digits) <= Number(before) % 100) {
    return twoDigits(source, digits, end)
  }
  return { year: Math.floor(Number(before) / 100) * 100 + Number(digits), problem: null, end }
}

/** `A.D. 476`, `476 CE`, and years before Christ, which are none of the calendar spoken here. */
export function eraYear({ text }: Source, at: number): Unit | null {
  const match = matchAt(FEW_DIGITS, text, at) ?? matchAt(THOUSANDS, text, at)
  if (match === null) return null
  const [digits] = match
  const end = at + digits.length
  const year = Number(digits.replaceAll(',', ''))
  const after = eraAfter(text, end) ?? farEra(text, end)
  if (after !== null) {
    return unit({ kind: 'year', rule: 'era-year', year, start: at, ...after })
  }
  const before = matchAt(ERA_BEFORE, text, at)
  if (before !== null) {
    const start = at - (before[1]?.length ?? 0)
    return unit({ kind: 'year', rule: 'era-year', year, start, end })
  }
  if (digits.length === 3 && !digits.startsWith('0') && testAt(CIRCA, text, at)) {
    return unit({ kind: 'year', rule: 'year', year, start: at, end })
  }
  return null
}

function farEra(text: string, end: number): { problem: 'bce'; end: number } | null {
  const match = matchAt(SPAN_END, text, end)
  if (match === null) return null
  const era = eraAfter(text, end + match[0].length)
  return era?.problem === 'bce' ? { problem: 'bce', end: era.end } : null
}

export function plainYear({ text }: Source, at: number): Unit | null {
  const match = matchAt(FOUR_DIGITS, text, at)
  if (match === null) return null
  const year = Number(match[0])
  return year < 1 ? null : unit({ kind: 'year', rule: 'year', year, start: at, end: at + 4 })
}

const THREE_DIGITS = sticky('\\d{3}(?![\\d%‰°²³]|[a-z]|[.,:]\\d|-[a-z])')

/** `793`, at the head of a line and in tables of a document that is about such years. */
export function earlyYear({ text, mode, context }: Source, at: number): Unit | null {
  if (mode === 'mention' || context.early !== true) return null
  const match = matchAt(THREE_DIGITS, text, at)
  if (match === null || match[0].startsWith('0')) return null
  return unit({ kind: 'year', rule: 'year', year: Number(match[0]), start: at, end: at + 3 })
}

/** Whether a year is of those that `earlyYear` takes from numbers alone. */
export const isEarlyYear = ({ mode, context }: Source, { year }: Unit): boolean =>
  mode !== 'mention' && context.early === true && year !== null && year < 1000

/** A number of four digits alone is taken for a year within these, unless the lines around are dated. */
const LIKELY = { first: 1000, last: 2199 }

/** False for a bare number that is rather something else than a year; true for every other date. */
export function isLikelyYear({ rule, edtf }: { rule: string; edtf: string }): boolean {
  if (rule !== 'year' || !/^\d{4}$/.test(edtf)) return true
  const year = Number(edtf)
  return year >= LIKELY.first && year <= LIKELY.last
}
