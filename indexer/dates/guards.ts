import { matchAt, testAt } from './sticky.ts'

/** What only looks like a date, by the characters and words around it. */

const LETTER_OR_DIGIT = /[a-z0-9\u00c0-\u024f]/i

/** Signs that make a number an amount, a part of an identifier or of a formula. */
const SIGNS = '$£€¥₤#№§%&@\\=+~^<×±'

/** Nouns whose number follows them: `Resolution 1244`, `pp. 1998-99`, `Flight 1999`. */
const NUMBERED =
  /(?<=(?<![a-z])(?:§|nos?|nr|numbers?|resolutions?|res|unscr|pages?|pp?|chapters?|ch|articles?|arts?|sections?|secs?|sect|tel|telephone|phone|fax|paragraphs?|paras?|lines?|volumes?|vols?|notes?|fig|figures?|tables?|items?|rooms?|box|suite|flights?|routes?|highways?|interstate|documents?|docs?|h\.\s?r|s\.\s?res|p\.\s?l|public law|orders?|directives?|regulations?|decisions?|decrees?|titles?|parts?|forms?|models?|cases?|serial|protocols?|circular|proclamation|memorandum|isbn|issn|zip|codes?|version|id|ref|reference|series|nsc|nsdd?|nssm|nsam|pdd|lot|units?|footnotes?|appendix|annex|channel|extension|ext|bill|u\.?\s?s\.?\s?c\.?|c\.?\s?f\.?\s?r\.?)[.:]?\s{1,3})/iy

/** Nouns of that kind after which an attached day-month-year is still a date. */
const LOOSE =
  /(?<=\b(?:orders?|decrees?|protocols?|directive|cases?|forms?|code|bill|memorandum|documents?|notes?|proclamation|resolution|decisions?|part|line|table)\s{1,3})/iy

/** True when nothing is attached on the left that would make the words part of something else. */
export function standsFree(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  if (start === 0 || /\s/.test(before)) return true
  if (LETTER_OR_DIGIT.test(before) || SIGNS.includes(before)) return false
  const further = text.charAt(start - 2)
  if (before === '.') return further === '.' || further === ')' || further === ''
  if (before === ',' || before === ':') return !/\d/.test(further)
  if (before === '-' || before === '/' || before === '‐' || before === '‑') {
    return !LETTER_OR_DIGIT.test(further)
  }
  // En dashes join numbers: `10–12`.
  if (before === '–' || before === '−') return !/\d/.test(further)
  return true
}

/** `Resolutions 1160 (1998), ` and `Nos. 1789 and `: the noun takes the numbers after it as well. */
const NUMBER_BEFORE =
  /(?<=(?<![\w.,-])(\d{1,6}(?:\s\(\d{4}\))?(?:,|\s?[-–—/&]|,?\s{1,3}(?:and|or|to|through))\s{0,3}))/iy
/** Longer enumerations are looked through no further. */
const MOST = 12

/** True when a noun before the number takes it as its own; `full` for a date with a named month. */
export function isNumbered(text: string, start: number, full: boolean): boolean {
  if (!testAt(NUMBERED, text, start)) return false
  return !(full && testAt(LOOSE, text, start))
}

/** True when such a noun stands before other numbers, which this one continues. */
export function isNumberedAsWell(text: string, start: number): boolean {
  let at = start
  for (let step = 0; step < MOST; step++) {
    const before = matchAt(NUMBER_BEFORE, text, at)?.[1]
    if (before === undefined) return false
    at -= before.length
    if (testAt(NUMBERED, text, at)) return true
  }
  return false
}

const REACH = 200

/** True inside a web or e-mail address. */
export function inAddress(text: string, start: number, end: number): boolean {
  let from = start
  while (from > 0 && start - from < REACH && text.charCodeAt(from - 1) > 32) from--
  let to = end
  while (to < text.length && to - end < REACH && text.charCodeAt(to) > 32) to++
  if (from === start && to === end) return false
  const token = text.slice(from, to)
  return token.includes('://') || token.includes('@') || /^[^a-z]{0,3}www\./i.test(token)
}

const NOT_THIS_YEAR_AFTER =
  /,?\s{1,3}(?:(?:of|in)\s{1,3})?(?:the\s{1,3})?(?:last|next|following|previous|preceding|ensuing|succeeding|each|every|any)\s{1,3}year/iy
const NOT_THIS_YEAR_BEFORE =
  /(?<=\b(?:last|next|every|each|previous|following|any|past|coming)\s{1,3})/iy

/** `last October 8` and `March of the following year` are not of the year of their entry. */
export function isOfOtherYear(text: string, start: number, end: number): boolean {
  return testAt(NOT_THIS_YEAR_AFTER, text, end) || testAt(NOT_THIS_YEAR_BEFORE, text, start)
}

const LAW =
  '(?:Acts?|ACTS?|Laws?|LAWS?|Bill|BILL|Code|CODE|Amendments?|Directive|Regulations?|Statutes?|STATUTES?|Ordinance)'
/** With a capital letter: `the laws of 1948` are no name. */
const LAW_BEFORE = new RegExp(`(?<=\\b${LAW}(?:\\s{1,3}of|,)?\\s{1,3}\\(?)`, 'y')
const LAW_AFTER =
  /\s{1,3}(?:(?:[A-Z][\w’'.–-]{0,30},?\s{1,3})(?:(?:[A-Z][\w’'.–-]{0,30},?|and|of|for|the|to|on|in|with|against|&)\s{1,3}){0,9}?)?(?:Acts?|Laws?|Bill|Code|Amendments?|Directive|Regulations?|Statutes?|Ordinance)(?![a-z])/y
const RESOLUTION_BEFORE = /(?<=\b(?:(?:resolutions?|unscr|res\.?)\s{1,3}|res\/)\d{1,4}\s{1,3}\()/iy
const IN_BRACKETS = /(?<=\b(\d{1,4}\s{1,3}\())/y

/** A year inside the name of a law or a resolution: `Civil Rights Act of 1964`, `1244 (1999)`. */
export function inNameOfLaw(text: string, start: number): boolean {
  if (testAt(LAW_BEFORE, text, start) || testAt(RESOLUTION_BEFORE, text, start)) return true
  const number = matchAt(IN_BRACKETS, text, start)?.[1]
  return number !== undefined && isNumberedAsWell(text, start - number.length)
}

/** A year that begins the name of a law: `the 1990 Clean Air Act Amendments`. */
export const beginsNameOfLaw = (text: string, end: number): boolean => testAt(LAW_AFTER, text, end)
