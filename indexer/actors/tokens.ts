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

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u
const HYPHENS = /[\u2010-\u2015\u2212\u00ad]/g

/** After these a full stop ends no sentence: "Mr. Clinton" and "Mr Clinton" are one name. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|maj|col|lt|capt|sgt|adm|sen|rep|gov|amb|sec|pres|hon|rev|st|jr|sr|messrs|drs|[a-z])$/

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let previous: Token | null = null
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = endOfWord(text, start)
    const word = text.slice(start, end)
    const folded = LOWER_CASE.test(word) ? word : foldWord(word)
    previous = { word, folded, start, end, gap: gapBetween(text, previous, start) }
    tokens.push(previous)
    start = nextWord(text, end)
  }
  return tokens
}

const LOWER_CASE = /^[a-z0-9]+$/
const ASCII = /^[\0-\x7f]*$/

const foldWord = (word: string): string => (ASCII.test(word) ? word.toLowerCase() : fold(word))

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && widthAt(text, at) === 0) at++
  return at
}

function endOfWord(text: string, from: number): number {
  let at = from
  for (let width = 1; at < text.length && width > 0; at += width) width = widthAt(text, at)
  return at
}

/** Code units of the letter or digit at a place; 0 when there is none. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) {
    const letter = code | 32
    return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) ? 1 : 0
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? code)
  return WORD_CHARACTER.test(character) ? character.length : 0
}

function gapBetween(text: string, before: Token | null, start: number): string {
  if (before === null) return ''
  if (start === before.end + 1 && text.charCodeAt(before.end) === 32) return ' '
  const gap = text.slice(before.end, start)
  if (gap === "'" || gap === '-' || gap === ', ' || gap === '.') return gap
  const plain = SIMPLE.test(gap) ? gap : plainQuotes(gap).replace(HYPHENS, '-').replace(/\s+/g, ' ')
  // "U. S." is "U.S."; "U.S. U.N." is two names.
  const isInitial = before.word.length === 1 && before.gap !== '.'
  if (plain === '. ' && isInitial && text[start + 1] === '.') return '.'
  return plain === '. ' && ABBREVIATION.test(before.folded) ? ' ' : plain
}

const SIMPLE = /^[!-~]* ?[!-~]*$/
