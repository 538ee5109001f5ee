import { matchAt, sticky } from './sticky.ts'
import { SPACE } from './words.ts'

const CLOCK = '\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s?[ap]\\.?m(?:\\.|(?![a-z])))?'
const HOUR = '\\d{1,2}\\s?[ap]\\.?m(?:\\.|(?![a-z]))'
const ZONE =
  '(?:\\s?(?:Z|UTC|GMT|CES?T|E[SD]T|hours|hrs?|h|local time)(?![a-z])|\\s?[-+]\\d{2}:?\\d{2})'
const OF_DAY = `(?:${CLOCK}|${HOUR}|\\d{4}(?=\\s?(?:hours|hrs|GMT|UTC|Z)(?![a-z]))|noon|midnight)`
/** `10 June 1999, evening:`; without a mark after it, `evening` is a word of the text. */
const PART_OF_DAY = '(?:morning|afternoon|evening|night)'
/** `the night of 5–6 March`: it says no other day than the date does. */
export const PART_OF_DAY_BEFORE = `(?:the${SPACE})?${PART_OF_DAY}${SPACE}of${SPACE}(?:the${SPACE})?`
const AT = `(?:(?:at|around|about)${SPACE})?`
const TIME = sticky(
  `(?:\\s{0,2},)?${SPACE}(?:\\((?:${AT}${OF_DAY}${ZONE}?|${PART_OF_DAY})\\)|${AT}${OF_DAY}(?![a-z0-9])${ZONE}?|${PART_OF_DAY}(?=\\s{0,2}[:–—|]|\\s-\\s))`,
)

const TIME_BEFORE = sticky(
  `(?:at${SPACE})?${OF_DAY}(?![0-9]|(?!z)[a-z])${ZONE}?(?:,|\\s?[–—-])?${SPACE}(?:on${SPACE})?`,
)

/** Where the date begins behind a time of day; null when none stands here. */
export function timeBeforeAt(text: string, at: number): number | null {
  const match = matchAt(TIME_BEFORE, text, at)
  return match === null ? null : at + match[0].length
}

/** Where a time of day that follows a date ends; null when none follows. */
export function timeAt(text: string, at: number): number | null {
  const match = matchAt(TIME, text, at)
  return match === null ? null : at + match[0].length
}
