import { matchAt, sticky, testAt } from './sticky.ts'

/**
 * Tells a number that counts or measures something (`2000 refugees`, `1430 hours`) from a year, by
 * the words that follow it.
 */

/** What is measured in numbers: never said of a year, whatever stands before it. */
const MEASURES =
  /\s?(?:%|‰|°|percent|per cent|cents?|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|yards?|inches|acres?|hectares?|tons?|tonnes?|kg|kilograms?|pounds?|lbs|barrels?|bushels?|bales|gallons|dollars?|usd|eur|gbp|dm|euros?|francs|marks(?!\s(?:the|an?|its|our)\s)|rubles|roubles|dinars?|crowns|guineas|shillings|pence|lire|lira|yen|yuan|rupees|pesos|kroner|kronor|zlotys?|thalers|ducats|florins|talents|hours?|hrs|gmt|utc|est|edt|cet|cest|z|minutes|words|square|sq|cubic|horsepower|hp|cc|rpm|volts?|watts?|kw|mw|[km]hz|calories|fathoms|nautical|degrees|million|billion|thousand|hundred|dozen|[x×](?=\s?\d))(?![a-z0-9])/iy

/** Collective and irregular nouns that numbers count. */
const COUNTED =
  'men|women|people|persons?|children|troops?|soldiers?|personnel|infantry|cavalry|police|civilians?|refugees?|prisoners?|officers?|sailors?|marines|workers?|employees|students?|members?|delegates?|observers?|monitors?|inhabitants|residents|villagers?|households?|families|homes|houses|villages|towns|cities|communities|schools|ships|planes|aircraft|tanks|guns|missiles|bombs|warheads|weapons|vehicles|trucks|cars|jobs|cases|copies|votes|pages|sorties|casualties|deaths|dead|killed|wounded|others|americans|russians|serbs|albanians|germans|jews|indians|slaves|settlers|migrants|immigrants|head|sheep|cattle|items|years|months|weeks|days|times|patients|farms|farmers|veterans|volunteers|years-old|businesses|companies|projects|loans|units|books|species|banks|stores'
/** An adjective may stand between; behind an article the noun is not what the number counts. */
const COUNTED_NEXT = sticky(
  `\\s{1,3}(?:(?!(?:the|an|this|these|those|his|her|its|their|our|all|both|no|two|three|four|five|six|seven|eight|nine|ten|many|some)\\s)([a-z][a-z'’-]{1,20})\\s{1,3})?(${COUNTED})(?![a-z0-9])`,
)

/** A lower-case word that looks like a plural, right after the number or after one adjective. */
const NEXT_WORDS = /\s{1,3}([A-Za-z][a-zA-Z’'-]{0,30})(?:\s{1,3}([a-z][a-z’'-]{0,30}))?/y
const NO_PLURAL =
  /^(?:was|is|has|as|its|his|this|thus|does|perhaps|always|towards|afterwards|onwards|besides|across|us|years|less|unless|whereas|congress|war|sees|marks|begins|ends|brings|remains|became)$/
const DETERMINER = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your)$/
const FUNCTION_WORD =
  /^(?:and|or|the|a|an|to|in|on|at|by|for|from|of|with|when|where|which|who|that|while|as|but|after|before|until|if|he|she|it|they|we|i|you|was|were|is|are|be|had|has|have|did|would|could|should|will|may|under|over|through|between|among|against|into|onto|within|without|during|since|because|so|not|also|both|his|her|its|their|our|my|all|some|many|most|several|these|those|this|there|than|more|one|two|three|four|five|six|seven|eight|nine|ten)$/i

/** True when the number that ends at `end` is followed by a unit of measure. */
export function measures(text: string, end: number): boolean {
  return testAt(MEASURES, text, end)
}

/** True when it is followed by a noun out of the list of things that are counted. */
export function counts(text: string, end: number): boolean {
  if (measures(text, end)) return true
  const [, adjective = '', noun = ''] = matchAt(COUNTED_NEXT, text, end) ?? []
  // `the 1972 Biological Weapons Convention`: both with a capital letter are a name.
  return noun !== '' && (adjective === '' || isLowerCase(adjective) || isLowerCase(noun))
}

/** True when it stands directly before such a noun. */
export const countsNext = (text: string, end: number): boolean =>
  counts(text, end) && matchAt(COUNTED_NEXT, text, end)?.[1] === undefined

/** True when it is followed by anything that looks like a plural, for numbers without a firm cue. */
export function mayCount(text: string, end: number): boolean {
  if (counts(text, end)) return true
  const next = matchAt(NEXT_WORDS, text, end)
  if (next === null) return false
  const [, first = '', second = ''] = next
  if (FUNCTION_WORD.test(first)) return false
  // `the budget for 1979 addresses these needs`: before a determiner it is a verb.
  if (isLowerCase(first) && isPlural(first)) return !DETERMINER.test(second)
  return isPlural(second)
}

const isLowerCase = (word: string): boolean => word.charCodeAt(0) >= 97

const isPlural = (word: string): boolean =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !NO_PLURAL.test(word)

/**
 * A year after a day or month (`June 10, 1500 troops`) is a count when it counts something and is
 * an unlikely year: one far from the centuries that documents tell of.
 */
export function countsAfterMonth(text: string, end: number, year: number): boolean {
  if (measures(text, end)) return true
  // "June 2000 people" has a year; only behind a comma, as in "June 10, 2000 troops", it is in doubt.
  const inDoubt = year === 2000 && /,\s?\d{4}$/.test(text.slice(Math.max(0, end - 6), end))
  const unlikely = year < 1600 || year > 2100 || inDoubt
  return unlikely && counts(text, end)
}
