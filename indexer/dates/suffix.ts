import { matchAt, testAt } from './sticky.ts'
import type { Mode } from './unit.ts'

/** What may follow a date and belongs to it. */
export type Suffix = { end: number; uncertain: boolean; approximate: boolean; onward: boolean }

const DOUBT = /\?|\s?[([]\?[)\]]/y
const ROUGHLY = /\s?[([](?:circa|ca\.?|c\.|approximately|approx\.?|about)[)\]]/iy
const ONWARD =
  /,?\s{1,3}(?:onwards?|(?:and|or)\s{1,3}(?:onwards?|thereafter|(?:later|after)(?=[.,;:)\]]|\s?$|\s{1,3}(?:was|were|is|are|had|has|have|to)\s)))(?![a-z])/iy
/** `from June 1999 on` needs the `from`, and something else than a noun after it. */
const ON = /\s{1,3}on(?=[,.;:)]|\s?$)/y
const WEEKDAY = /\s{0,2}[([](?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?[)\]]/iy
const IN_SENTENCE = /\?(?=\s?[),;\]–—-]|\s[a-z])/y
const SENTENCE_REACH = 300
const QUESTION =
  /\b(?:who|whom|whose|what|when|where|why|how|which)\b|^\W*(?:and |but |so |or )?(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|shall|may|might|am)\b/i

/** Reads on from the end of a date; `from` when the word stands before it, `day` for a single day. */
export function suffixOf(
  text: string,
  end: number,
  { mode, from, day }: { mode: Mode; from: boolean; day: boolean },
): Suffix {
  const suffix: Suffix = { end, uncertain: false, approximate: false, onward: false }
  const doubt = matchAt(DOUBT, text, end)
  if (doubt !== null && (doubt[0] !== '?' || isUncertain(text, end, mode))) {
    suffix.uncertain = true
    suffix.end += doubt[0].length
  }
  const roughly = matchAt(ROUGHLY, text, suffix.end)
  if (roughly !== null) {
    suffix.approximate = true
    suffix.end += roughly[0].length
  }
  const onward = matchAt(ONWARD, text, suffix.end) ?? (from ? matchAt(ON, text, suffix.end) : null)
  if (onward !== null) {
    suffix.onward = true
    suffix.end += onward[0].length
  }
  const weekday = day ? matchAt(WEEKDAY, text, suffix.end) : null
  if (weekday !== null) suffix.end += weekday[0].length
  return suffix
}

/** A question mark after a date doubts the date, unless it ends a question. */
function isUncertain(text: string, at: number, mode: Mode): boolean {
  if (mode !== 'mention' || testAt(IN_SENTENCE, text, at)) return true
  const before = text.slice(Math.max(0, at - SENTENCE_REACH), at)
  const stop = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)))
  return !QUESTION.test(before.slice(stop + 1))
}
