import { counts, countsNext, mayCount, measures } from './counting.ts'
import { beginsNameOfLaw, inNameOfLaw } from './guards.ts'
import type { Prefix } from './prefix.ts'
import { matchAt, testAt } from './sticky.ts'

/** The words that make a bare number a year, and those that make it an amount. */

const DATING = '(?:back|prior|dates?|dating|dated|postponed|compared|relative)'
/** After these a number of four digits is a year whatever follows, but for a measure. */
const FIRM = new RegExp(
  `(?<=(?:(?<![a-z])(?:in|since|until|till|during|throughout|into|period|(?:the|fiscal|calendar|school)\\s{1,3}years?|year,?|summer|spring|winter|autumn|fall|fiscal|fy|dated|circa|mid|(?:early|late|recently|back|(?:long|far)\\s{1,3}(?:ago|back))\\s{1,3}as|as\\s{1,3}of|${DATING}\\s{1,3}to|class\\s{1,3}of|in\\s{1,3}(?:or\\s{1,3})?about)(?:\\s{1,3}|-)))`,
  'iy',
)
/** After these, unless it may count something. */
const SOFT =
  /(?<=(?<![a-z])(?:of|by|through|before|after|following|between|from|for|and|or|with|late|than|about|around)\s{1,3}|^)/iy
const BRACKET = /(?<=[([])/y
/** Determiners: `the 1999 election`, `NATO’s 1999 campaign`. */
const DETERMINER =
  /(?<=(?<![a-z])(?:the|a|an|this|that|his|her|its|their|our|my|your|[a-z]+[’']s|[a-z]+s[’'])\s{1,3})/iy
/** `a landmark 1988 treaty`, but not `a Boeing 1945`. */
const DESCRIBED =
  /(?<=(?<![a-zA-Z])(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[a-zA-Z]+[’']s)\s{1,3}[a-z-]{3,20}\s{1,3})/y
const NEXT_TO_YEAR =
  /^\s?(?:,|;|,?\s(?:and|or|&|to)|[-–—/])\s(?:(?:in|again in|then|then in|of|from|late|early)\s)?$/i

/** `1998 was`, at the start of a sentence or clause. */
const SUBJECT_BEFORE = /(?<=(?:^|[.!?;:—]["”’)]?)\s{0,3}["“‘]?|\b(?:as|when|while|that)\s{1,3})/iy
const VERB_AFTER =
  /\s{1,3}(?:was|saw|is|has|had|brought|began|ended|marked|marks|proved|witnessed|will|would|became|came|could|can|may|must|did|promises|promised)(?![a-z])/y

/** The same behind a comma or a conjunction, where only one that no number can have will do. */
const SUBJECT_WITHIN = /(?<=(?:,|[-–—]|\b(?:because|although|though|if|whether))\s{0,3})/iy
const VERB_OF_YEAR =
  /\s{1,3}(?:was|saw|is|has|brought|marks|marked|proved|witnessed|promises|(?:will|would|can|could|must|may)(?:\s{1,3}not)?\s{1,3}(?:be|see|bring|mark)\s{1,3}(?:a|an|the)|(?:can|could|may|must)\s{1,3}and)(?![a-z])/y

/** `make 1972 a year of action`, `we enter 1973 strong`, `the past year--1954--was`. */
const FILLED =
  /(?<=\b(?:(?:mak(?:e|es|ing)|made|spen[dt]|spending|enter(?:s|ed|ing)?)\s{1,3}|year\s{0,2}[-–—]{1,2}\s{0,2}))/iy
/** `2010 as the target date`. */
const NAMED_AS =
  /\s{1,3}as\s{1,3}(?:the|a|an|its|their|our)\s{1,3}(?:[a-z]{2,20}\s{1,3}){0,2}(?:year|date|deadline)(?![a-z])/iy
/** What is reckoned by years: `if 1960 expenditures do not exceed`. */
const YEARLY =
  /\s{1,3}(?:(?:[Ff]ederal|budget|fiscal|general|presidential|national)\s{1,3})?(?:budgets?|spending|expenditures?|outlays|commitments|receipts|revenues?|appropriations|elections?|campaigns?|census|season|harvest|crop|edition|estimates|prices|levels?)(?![a-z])/y

/** `Brussels, 1999.` */
const NAME_BEFORE = /(?<=(?:\b[A-Z][A-Za-z\u00c0-\u024f]+|\)),\s{1,2})/y
const ENDS = /[.;:)\]”"]|\s?$|,\s|\s(?:\(|and\s)/y
const BRACKET_AFTER = /\??[)\],;–—]|\s?[-–]\s?(?:\d|\))/y

/** Numbers after these words are amounts, also when a preposition stands between. */
const AMOUNT_BEFORE =
  /(?<=\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|grew|grown|grow|growing|increased?|increasing|decreased?|declined?|dropped?|reduced?|reduction|expanded|up|down|climbed|jumped|cut|raised?|average|total|number|population|sum|cost|price|range|ranging|force|army|worth)\s{1,3}(?:slightly\s{1,3}|sharply\s{1,3})?(?:by|to|from|of|between|at)\s{1,3}|\b(?:some|over|nearly|almost|least|most|more\s{1,3}than|less\s{1,3}than|fewer\s{1,3}than|only|another)\s{1,3})/iy
/** `a total of 1914 were killed`: of something that is so large. */
const AMOUNT_OF =
  /(?<=\b(?:an?|the)\s{1,3}(?:[a-z]{3,15}\s{1,3})?(?:total|sum|number|average|population|crowd|audience|garrison|congregation|crew|membership|workforce|staff|force|fleet|distance|height|depth|weight|length|speed|maximum|minimum|capacity|majority|estimated?)\s{1,3}of\s{1,3}|\b(?:an\s{1,3})?estimated\s{1,3})/iy
/** `1800 Serbs`. */
const PEOPLE = /\s{1,3}[A-Z][a-z]{2,}s(?![a-z'’])/y
/** A name and what it bears: `Spanish forces`, but not `Serbs`. */
const NAME_AFTER = /\s{1,3}[A-Z][a-z]{2,}(?<!s)\s{1,3}[a-z]/y
/** The number goes on: an interval that was refused, because it counts something. */
const DASH_ON = /\s?[-‐-―]\s?\d/y
const TO_NUMBER = /\s{1,3}to\s{1,3}(\d{4})/y

export type YearPlace = {
  start: number
  end: number
  prefix: Prefix
  /** Of the first and the last year. */
  years: number[]
  /** True for both ends of an interval. */
  span: boolean
  /** The words since the year before, '' when none is near. */
  since: string
}

/** True when a number in prose is a year: it has a cue, and nothing says that it counts. */
export function isYearInProse(text: string, place: YearPlace): boolean {
  const { start, end, prefix, years, span } = place
  if (!years.every((year) => year >= 1000 && year <= 2199)) {
    return prefix.firm && years.every((year) => year < 1000) && !mayCount(text, end)
  }
  if (measures(text, end) || inNameOfLaw(text, start)) return false
  if (!span && (prefix.bound?.word === 'between' || testAt(DASH_ON, text, end))) return false
  if (prefix.firm || prefix.bound?.word === 'since') return true
  const head = prefix.start
  if (testAt(FIRM, text, head)) return !(isRound(years, 500) && counts(text, end))
  if (isAmount(text, place) || beginsNameOfLaw(text, end)) return false
  return hasCue(text, place)
}

function hasCue(text: string, { end, prefix, years, span, since }: YearPlace): boolean {
  const head = prefix.start
  const exact = !years.some((year) => year % 50 === 0)
  if (since !== '' && NEXT_TO_YEAR.test(since)) {
    // A year beside it vouches for `in 1790 and 1870 excluded people`.
    return exact ? !countsNext(text, end) : !mayCount(text, end)
  }
  if (testAt(SUBJECT_BEFORE, text, head) && testAt(VERB_AFTER, text, end)) return true
  const recent = exact && years.every((year) => year > 1700 && year < 2100)
  if (recent && testAt(SUBJECT_WITHIN, text, head) && testAt(VERB_OF_YEAR, text, end)) return true
  if (recent && testAt(FILLED, text, head)) return !mayCount(text, end)
  if (testAt(NAMED_AS, text, end) || (recent && testAt(YEARLY, text, end))) return true
  if (testAt(BRACKET, text, head)) return testAt(BRACKET_AFTER, text, end)
  const soft = prefix.bound !== null || prefix.mark !== '' || testAt(SOFT, text, head)
  if (soft || span) {
    // `by 1794 Spanish forces`: an exact number before a name is none of its bearers.
    return !mayCount(text, end) || (recent && testAt(NAME_AFTER, text, end) && !counts(text, end))
  }
  if (testAt(DETERMINER, text, head)) return isDetermined(text, end, years)
  if (testAt(DESCRIBED, text, head)) {
    return recent && isDetermined(text, end, years)
  }
  return testAt(NAME_BEFORE, text, head) && testAt(ENDS, text, end)
}

/** `the 1999 talks`, but not `the 1500 refugees`: a round number may count any plural. */
function isDetermined(text: string, end: number, years: number[]): boolean {
  if (counts(text, end)) return false
  return isRound(years, 100) ? !mayCount(text, end) : years.every((year) => year >= 1100)
}

/** `rose to 1500`, `from 1500 to 2000 tons`. */
function isAmount(text: string, { start, end, years, span }: YearPlace): boolean {
  const unlikely = years.some((year) => year % 50 === 0 || year < 1700)
  if (unlikely && (testAt(AMOUNT_BEFORE, text, start) || testAt(PEOPLE, text, end))) return true
  if (testAt(AMOUNT_OF, text, start)) return true
  // `from 1910 to 1890` may look back, `fell from 2000 to 1500` does not.
  const other = span ? null : matchAt(TO_NUMBER, text, end)
  if (other === null) return false
  const both = [...years, Number(other[1])]
  return (
    both.some((year) => year % 50 === 0 || year < 1700) || mayCount(text, end + other[0].length)
  )
}

const isRound = (years: number[], step: number): boolean => years.every((year) => year % step === 0)
