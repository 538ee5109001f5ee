/**
 * The vocabulary of written dates, as sources of regular expressions that ignore case. Every
 * repetition in them is bounded, so that no text makes them slow.
 */

/** White space between two words of a date: a line break may be among it, a gap may not. */
export const SPACE = '\\s{1,3}'

/** The end of a word, also before letters beyond ASCII (`Mar` is no month in `Marš`). */
export const WORD_END = '(?![a-z\\u00c0-\\u024f])'

const FULL_MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december'
const SHORT_MONTHS = 'jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec'

/** A month's name; the full stop belongs to an abbreviation only, as a full name may end a sentence. */
export const MONTH = `(?:(?:${FULL_MONTHS})${WORD_END}|(?:${SHORT_MONTHS})(?:\\.|${WORD_END}))`

/** 1 to 12 for a word that `MONTH` matched. */
export function monthNumber(word: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(word.slice(0, 3).toLowerCase()) / 3 + 1
}

export const SEASON = `(?:spring|summer|autumn|fall|winter)${WORD_END}`

/** EDTF's number of a season, 21 to 24. */
export function seasonNumber(word: string): number {
  const name = word.toLowerCase()
  if (name === 'spring') return 21
  if (name === 'summer') return 22
  return name === 'winter' ? 24 : 23
}

export const WEEKDAY = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day${WORD_END}|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)(?:\\.|${WORD_END}))`

/** Hyphens, dashes and minus that stand between the ends of an interval. */
export const DASH = '[-\\u2010-\\u2015\\u2212]'

/** Hyphens inside a numeric date. */
export const HYPHEN = '[-\\u2010\\u2011]'

/** `2d` and `3d` are how statutes write it. */
export const ORDINAL_SUFFIX = '(?:(?:st|nd|rd|th|d)(?![a-z]))'

/** The apostrophe of `1990's`, also where a wrong encoding has spoilt it. */
export const APOSTROPHE = "(?:['’‘´`]|\\ufffd{1,3})"

const UNITS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const TEENS = [
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]
const TWENTIES = UNITS.map((word) => `twenty-${word}`)

/** `first` to `thirty-first`, in order. */
const ORDINALS = [...UNITS, ...TEENS, 'twentieth', ...TWENTIES, 'thirtieth', 'thirty-first']

/** An ordinal in words, the longer ones first: `twenty-first` ends with `first`. */
export const ORDINAL_WORD = `(?:${[...ORDINALS].reverse().join('|').replaceAll('-', '[-\\s]')})`

/** 1 to 31 for `19th` or `nineteenth`. */
export function ordinalNumber(word: string): number {
  const digits = Number.parseInt(word, 10)
  if (!Number.isNaN(digits)) return digits
  return ORDINALS.indexOf(word.toLowerCase().replace(/\s/, '-')) + 1
}
