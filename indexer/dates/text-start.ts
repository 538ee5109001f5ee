import type { Dated } from './read.ts'
import type { Separator } from './separator.ts'
import { testAt } from './sticky.ts'
import { isLikelyYear } from './year-rules.ts'

/** Tells an entry's text after its date from a sentence that merely begins with one. */

const LOWER = /[a-z\u00df-\u00f6\u00f8-\u00ff]/
/** Names that begin with a small letter: `al-Qaeda`, `de Gaulle`. */
export const PARTICLE =
  /(?:(?:al|el|ad|ar|as|an)-|(?:de|von|van|der|bin|ibn|ben|abu|di|da)\s|d[’'])[A-Z]/y
/** Words that continue a sentence whose subject the date is. */
const CONTINUES =
  /(?:was|were|is|are|saw|sees|has|had|have|marks|marked|brought|brings|began|begins|ended|ends|and|or|when|where|which|that|who|as|to|until|through|of|will|would|became|witnessed|proved|came)(?![a-z])/iy

/** `Since 1989,` and `Early in 1931` begin a sentence as often as a line of a chronology. */
const OPENS_SENTENCE =
  /^(?:before|prior|after|beyond|since|between|from|until|till|up\s+to|by|[io]n|(?:early|late)\s+in)\s/i

/** Sentences hardly begin with a day in digits. */
const NUMERIC_DAYS: readonly string[] = ['iso-day', 'dotted-day', 'numeric-day']

/**
 * True when an entry's text may begin after the separator. `timeline`: the lines around are dated;
 * `article`: a `the` stands before the date, as it does in sentences.
 */
export function mayBegin(
  text: string,
  separator: Separator,
  dated: Dated,
  { timeline, article }: { timeline: boolean; article: boolean },
): boolean {
  const { kind, dateEnd, rest } = separator
  if (kind === 'space' && rest === dateEnd) return false
  if (!timeline && !isLikelyYear(dated)) return false
  const words = text.slice(dated.start, dated.end)
  // A number alone may be a page or stand in a list.
  if (/^\d+$/.test(words) && dated.inferred && kind !== 'colon' && kind !== 'strong') {
    return timeline && kind !== 'end' && !isLower(text, rest)
  }
  // `793 Vikings land` may as well count them.
  if (EARLY_YEARS.test(words) && kind !== 'colon' && kind !== 'strong' && kind !== 'stop') {
    return false
  }
  if (kind === 'end' || kind === 'colon' || kind === 'strong') return true
  if (isLower(text, rest)) {
    const expected = timeline ? !isLong(dated) : NUMERIC_DAYS.includes(dated.rule)
    const parted = kind === 'space' || (kind === 'stop' && timeline)
    return parted && expected && !testAt(CONTINUES, text, rest)
  }
  if (kind === 'stop' || timeline) return true
  return !article && !isLong(dated) && !OPENS_SENTENCE.test(words) && !isBarePart(words)
}

const EARLY_YEARS = /^\d{3}(?:[-–/]\d{2,3})?$/

const isLower = (text: string, at: number): boolean =>
  LOWER.test(text.charAt(at)) && !testAt(PARTICLE, text, at)

/** A bare year and anything longer is followed by more than a space. */
const isLong = ({ rule, edtf }: Dated): boolean =>
  ['year', 'decade', 'century'].includes(rule) || /^\d{4}\/\d{4}$|X/.test(edtf)

/** `March` and `24.03.` lead a line that says so by a colon or a dash. */
const isBarePart = (words: string): boolean => /^[a-z.]+$|^\d+[./]\d+\.?$/i.test(words)
