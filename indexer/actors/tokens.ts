import { fold, plainQuotes } from '#schema/fold'
import type { Known } from './names/known.ts'

/**
 * Texts and names as words with what stands between them, so that a name is only ever found at word
 * borders, whatever its case, diacritics, apostrophes, hyphens and spaces.
 */

/**
 * A word of a text. Most words are never looked at but for their first letter, so what is said about
 * one is made out when it is asked for: a text of 500 characters has a hundred of them.
 */
export class Token {
  start = 0
  end = 0
  /** What stands between this word and the one before, in plain characters; '' at the start. */
  gap = ''
  #kinds = 0
  /** Filled and asked by `names/known.ts`. */
  known: Known | null = null
  #text = ''
  #word: string | null = null
  #folded: string | null = null

  /** Makes it a word of a text, whatever it was before. */
  become(text: string, start: number, end: number, gap: string, kinds: number): void {
    this.start = start
    this.end = end
    this.gap = gap
    this.known = null
    this.#kinds = kinds
    this.#text = text
    this.#word = null
    this.#folded = null
  }

  /** Nothing but small letters and digits, without diacritics: folded as it is written. */
  get isSmall(): boolean {
    return this.#kinds === SMALL
  }

  /** As written. */
  get word(): string {
    this.#word ??= this.#text.slice(this.start, this.end)
    return this.#word
  }

  /** Lower case, bare letters. */
  get folded(): string {
    this.#folded ??= this.isSmall
      ? this.word
      : (this.#kinds & ~(SMALL | CAPITAL)) === 0
        ? this.word.toLowerCase()
        : fold(this.word)
    return this.#folded
  }

  get length(): number {
    return this.end - this.start
  }
}

/** After these a full stop ends no sentence: "Mr. Clinton" and "Mr Clinton" are one name. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|maj|col|lt|capt|sgt|adm|sen|rep|gov|amb|sec|pres|hon|rev|st|jr|sr|messrs|drs|[a-z])$/

const HYPHENS = /[\u2010-\u2015\u2212\u00ad]/g

/** @param used tokens that nobody needs any more: a new one for each word is dear */
export function tokensOf(text: string, used: Token[] = []): Token[] {
  let count = 0
  const { length } = text
  let previous: Token | null = null
  for (let at = 0; at < length; ) {
    let kind = kindAt(text, at)
    if (kind === NO_WORD) {
      at++
      continue
    }
    const start = at
    let kinds = 0
    do {
      kinds |= kind
      at += kind === PAIR ? 2 : 1
      kind = at < length ? kindAt(text, at) : NO_WORD
    } while (kind !== NO_WORD)
    const gap: string = gapBetween(text, previous, start)
    let token = used[count]
    if (token === undefined) {
      token = new Token()
      used.push(token)
    }
    token.become(text, start, at, gap, kinds)
    count++
    previous = token
  }
  return used.length === count ? used : used.slice(0, count)
}

/** What a code unit is to a word. */
const NO_WORD = 0
const SMALL = 1
/** A capital without diacritics. */
const CAPITAL = 2
const OTHER = 4
/** The first of a surrogate pair that is a letter or digit. */
const PAIR = 8

const UNKNOWN = 255
const KINDS = new Uint8Array(0x10000).fill(UNKNOWN)
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const kind = KINDS[code] as number
  return kind === UNKNOWN ? kindOf(text, at, code) : kind
}

function kindOf(text: string, at: number, code: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? code)
  const isWord = WORD_CHARACTER.test(character)
  if (character.length === 2) return isWord ? PAIR : NO_WORD
  const ascii = /[a-z0-9]/.test(character) ? SMALL : /[A-Z]/.test(character) ? CAPITAL : OTHER
  const kind = isWord ? ascii : NO_WORD
  // Alone or in a pair, a surrogate is told by its neighbour.
  if (code < 0xd800 || code > 0xdfff) KINDS[code] = kind
  return kind
}

const SPACE = 32
const COMMA = 44

function gapBetween(text: string, before: Token | null, start: number): string {
  if (before === null) return ''
  const first = text.charCodeAt(before.end)
  if (first === SPACE && start === before.end + 1) return ' '
  if (first === COMMA && start === before.end + 2 && text.charCodeAt(start - 1) === SPACE) {
    return ', '
  }
  const gap = text.slice(before.end, start)
  if (gap === "'" || gap === '-' || gap === '.') return gap
  const plain = SIMPLE.test(gap) ? gap : plainQuotes(gap).replace(HYPHENS, '-').replace(/\s+/g, ' ')
  if (plain !== '. ') return plain
  // "U. S." is "U.S."; "U.S. U.N." is two names.
  if (before.length === 1 && before.gap !== '.' && text[start + 1] === '.') return '.'
  return ABBREVIATION.test(before.folded) ? ' ' : plain
}

const SIMPLE = /^[!-~]* ?[!-~]*$/
