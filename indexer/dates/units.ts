import { century } from './century-rules.ts'
import { dayMonth, monthFirst, wordDay, yearDayMonth, yearMonth } from './named-rules.ts'
import {
  compactDay,
  dayAndMonth,
  dottedDay,
  isoDay,
  isoMonth,
  monthAndYear,
  slashedDay,
} from './numeric-rules.ts'
import { romanMonth } from './roman-month.ts'
import { season } from './season-rules.ts'
import { matchAt, sticky } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { ORDINAL_SUFFIX } from './words.ts'
import { decade, earlyYear, eraYear, plainYear, shortDecade, shortYear } from './year-rules.ts'

type UnitRule = (source: Source, at: number) => Unit | null

/** By the number of digits that stand at the place; the longer reading comes first. */
const SHORT_NUMBER: UnitRule[] = [
  slashedDay,
  dottedDay,
  dayMonth,
  romanMonth,
  monthAndYear,
  dayAndMonth,
  century,
  shortDecade,
  shortYear,
  eraYear,
]
const THREE_DIGITS: UnitRule[] = [eraYear, earlyYear]
const YEAR_NUMBER: UnitRule[] = [
  isoDay,
  isoMonth,
  yearMonth,
  yearDayMonth,
  decade,
  eraYear,
  plainYear,
]
const LONG_NUMBER: UnitRule[] = [isoDay, compactDay, eraYear]
const WORDS: UnitRule[] = [monthFirst, season, century, wordDay]

const BARE_DAY = sticky(`(\\d{1,2})(${ORDINAL_SUFFIX})?(?![\\d%a-z]|[.:]\\d|,\\d{3}(?!\\d)|-[a-z])`)

/** The date without its ends and qualifiers that stands at a place of the text, if one does. */
export function unitAt(source: Source, at: number): Unit | null {
  for (const rule of rulesFor(source.text, at)) {
    const found = rule(source, at)
    if (found !== null) return found
  }
  return null
}

function rulesFor(text: string, at: number): UnitRule[] {
  if (!isDigit(text.charCodeAt(at))) return WORDS
  let end = at + 1
  while (end < at + 9 && isDigit(text.charCodeAt(end))) end++
  const digits = end - at
  if (digits <= 2) return SHORT_NUMBER
  if (digits === 3) return THREE_DIGITS
  return digits === 4 ? YEAR_NUMBER : LONG_NUMBER
}

/** A number of one or two digits that another date makes a day: `10` in `10-12 June`. */
export function bareDay(text: string, at: number): Unit | null {
  const match = matchAt(BARE_DAY, text, at)
  const day = Number(match?.[1])
  if (match === null || day < 1 || day > 31) return null
  const end = at + match[0].length
  return unit({ kind: 'day', rule: 'day-of-month', day, shape: 'bare', start: at, end })
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57
