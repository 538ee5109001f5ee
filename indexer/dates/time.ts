import { matchAt, sticky } from './sticky.ts'
import { SPACE } from './words.ts'

const CLOCK = '\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:\\s?[ap]\\.?m(?:\\.|(?![a-z])))?'
const HOUR = '\\d{1,2}\\s?[ap]\\.?m(?:\\.|(?![a-z]))'
const ZONE =
  '(?:\\s?(?:Z|UTC|GMT|CES?T|E[SD]T|hours|hrs?|h|local time)(?![a-z])|\\s?[-+]\\d{2}:?\\d{2})'
const TIME = sticky(
  `(?:\\s{0,2},)?${SPACE}(?:(?:at|around|about)${SPACE})?(?:${CLOCK}|${HOUR}|\\d{4}(?=\\s?(?:hours|hrs|GMT|UTC|Z)(?![a-z]))|noon|midnight)(?![a-z0-9])${ZONE}?`,
)

const TIME_BEFORE = sticky(
  `(?:at${SPACE})?(?:${CLOCK}|${HOUR}|\\d{4}(?=\\s?(?:hours|hrs|GMT|UTC|Z)(?![a-z]))|noon|midnight)(?![0-9]|(?!z)[a-z])${ZONE}?(?:,|\\s?[–—-])?${SPACE}(?:on${SPACE})?`,
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
