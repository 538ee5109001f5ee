import type { Prefix } from './prefix.ts'
import { testAt } from './sticky.ts'

/** The words that make the bare name of a month a date. */
const IN_MONTH =
  /(?<=(?<![a-z])(?:in|since|until|till|into|through|throughout|during|month\s{1,3}of|only\s{1,3}in)\s{1,3})/iy
const BY_MONTH =
  /(?<=(?<![a-z])(?:by|for|(?<!fourth\s)of|before|after|from|between|as\s{1,3}of)\s{1,3})/iy
/** Names that begin with a month: `the October Revolution`, `June Days`. */
const NAME_AFTER =
  /\s{1,3}(?:Agreement|Revolution|War|Crisis|Manifesto|Declaration|Accords?|Uprising|Plan|Pact|Days?|Surprise|Massacre|Laws?|Act|First|Movement|Decrees?|Theses|Fourth|Constitution|Coup|Offensive|Fools)(?![a-z])/y
const CAPITAL_AFTER = /\s{1,3}[A-Z]/y

/** True when the name of a month without a day or a year stands where only a date does. */
export function isMonthInProse(text: string, prefix: Prefix, end: number): boolean {
  if (testAt(NAME_AFTER, text, end)) return false
  if (prefix.firm || prefix.bound?.word === 'since') return true
  if (testAt(IN_MONTH, text, prefix.start)) return true
  const cued = prefix.bound !== null || prefix.mark !== '' || testAt(BY_MONTH, text, prefix.start)
  return cued && !testAt(CAPITAL_AFTER, text, end)
}
