import { fold, plainQuotes } from '#schema/fold'

/**
 * Texts and names as words with what stands between them, so that a name is only ever found at word
 * borders, whatever its case, diacritics, apostrophes, hyphens and spaces.
 */

export type Token = {
  /** As written. */
  word: string
  /** Lower case, bare letters. */
  folded: string
  start: number
  end: number
  /** What stands between this word and the one before, in plain characters; '' at the start. */
  gap: string
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const ASCII = /^[\0-\x7f]*$/
const HYPHENS = /[\u2010-\u2015\u2212\u00ad]/g

/** After these a full stop ends no sentence: "Mr. Clinton" and "Mr Clinton" are one name. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|maj|col|lt|capt|sgt|adm|sen|rep|gov|amb|sec|pres|hon|rev|st|jr|sr|messrs|drs|[a-z])$/

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let previous: Token | null = null
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    const start = match.index
    const gap: string = previous === null ? '' : plainGap(text.slice(previous.end, start), previous)
    const folded = ASCII.test(word) ? word.toLowerCase() : fold(word)
    previous = { word, folded, start, end: start + word.length, gap }
    tokens.push(previous)
  }
  return tokens
}

function plainGap(gap: string, before: Token): string {
  if (gap === ' ' || gap === "'" || gap === '-') return gap
  const plain = plainQuotes(gap).replace(HYPHENS, '-').replace(/\s+/g, ' ')
  return plain === '. ' && ABBREVIATION.test(before.folded) ? ' ' : plain
}
