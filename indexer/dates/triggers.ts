import { afterPrefixWord } from './prefix.ts'
import { testAt } from './sticky.ts'

/** Where a date may begin: a number, the name of a month or season, an ordinal in words. */
const TRIGGER =
  /\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twel[fv]|thirt|fourt|fift|sixt|sevent|eight|ninet|twent)[a-z]*/gi

const TRIGGER_HERE = new RegExp(TRIGGER.source, 'iy')

/** `c1389`. */
const CIRCA = /(?<=(?<![a-z\d.])ca?)(?=\d{3,4}(?!\d))/iy

export type Trigger = { at: number; end: number }

const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** The next place at or after `from`; null when there is none. */
export function nextTrigger(text: string, from: number): Trigger | null {
  TRIGGER.lastIndex = from
  for (let match = TRIGGER.exec(text); match !== null; match = TRIGGER.exec(text)) {
    if (beginsWord(text, match.index)) return { at: match.index, end: TRIGGER.lastIndex }
  }
  return null
}

const beginsWord = (text: string, at: number): boolean =>
  at === 0 || !isWordCode(text.charCodeAt(at - 1)) || testAt(CIRCA, text, at)

/** How many characters of qualifiers and weekdays may stand before the first unit of a date. */
const PREFIX_REACH = 60

/** What is read first at the places where the first unit of a date may stand that itself begins at `from`. */
export function firstBehindPrefix<T>(
  text: string,
  from: number,
  read: (at: number) => T | null,
): T | null {
  let at: number | null = from
  while (at !== null && at - from <= PREFIX_REACH) {
    const found = testAt(TRIGGER_HERE, text, at) && beginsWord(text, at) ? read(at) : null
    if (found !== null) return found
    at = afterPrefixWord(text, at)
  }
  return null
}
