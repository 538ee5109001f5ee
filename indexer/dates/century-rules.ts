import { matchAt, sticky, testAt } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { DASH, ORDINAL_SUFFIX, ORDINAL_WORD, ordinalNumber, SPACE } from './words.ts'
import { eraAfter } from './years.ts'

const ORDINAL = `(?:\\d{1,2}${ORDINAL_SUFFIX}|${ORDINAL_WORD})`
const NAME = '([-\\s]{1,3})centur(?:y|ies)(?![a-z])'
const LINK = `(?:\\s?${DASH}\\s?|,?${SPACE}(?:to|through|until|and|or)${SPACE}|,${SPACE})(?:the${SPACE})?(?:(?:early|mid|late)[-\\s]{1,3})?`
/** The word may stand with a second ordinal only: `18th and 19th centuries`. */
const CENTURY = sticky(
  `(${ORDINAL})(?:${NAME}|(?<=\\d${ORDINAL_SUFFIX})(\\s)c\\.(?!\\s?\\d)|(?=${LINK}${ORDINAL}${NAME}))`,
)

/** `our second century`, `the third century of independence`: counted from elsewhere. */
const COUNTED_FROM = /(?<=\b(?:our|its|their|his|her|my|your|[’']s|s[’'])\s{1,3})/iy
const PLACED =
  /(?<=\b(?:early|late|mid|(?:and|or|to|of|in|since|by|from|until|before|after|during)(?:\s{1,3}the)?)[\s-]{1,3})/iy
const OF_SOMETHING = /\s{1,3}of\s{1,3}(?!the\s{1,3}(?:christian|common)\s{1,3}era)/iy

/** `19th century`, `nineteenth-century`; EDTF reads it as 1800 to 1899. */
export function century({ text, mode }: Source, at: number): Unit | null {
  const match = matchAt(CENTURY, text, at)
  if (match === null) return null
  const [words, ordinal = '', gap = match[3]] = match
  const number = ordinalNumber(ordinal)
  const end = at + words.length
  if (number < 1 || (mode === 'mention' && testAt(COUNTED_FROM, text, at))) return null
  if (number <= 10 && testAt(OF_SOMETHING, text, end)) return null
  const worded = !/\d/.test(ordinal)
  if (worded && number <= 10 && mode === 'mention' && gap !== '-') {
    if (!testAt(PLACED, text, at)) return null
  }
  const era = eraAfter(text, end)
  return unit({
    kind: 'century',
    rule: 'century',
    year: (number - 1) * 100,
    problem: era?.problem ?? null,
    start: at,
    end: era?.end ?? end,
  })
}
