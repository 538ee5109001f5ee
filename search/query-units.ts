import { plainQuotes } from '#schema/fold'
import { plainLetters } from '#schema/letters'

/**
 * What a reader's query consists of: words, phrases in quotation marks, and what `-` excludes.
 */

/** `-` before a word or phrase, `--` being a dash; the phrase with its marks, open at the end while it is being typed. */
const UNIT = /-{2,}|(-?)"([^"]*)(?:"|$)|\S+/gu
/** Letters and digits in a row. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** U.S., U.N., F.R.Y.: the engine would find "us" for the first unless the letters are quoted. */
const DOTTED_ACRONYM = /^(?:\p{L}\.){2,}$/u
/** 1990s, 19th, MH17: the engine allows typing errors in them, but no number is another. */
export const WITH_NUMBER = /\p{L}\p{M}*\p{N}|\p{N}\p{L}/u

/** A word, a phrase or an exclusion, as the engine writes it; `words` is how many words it counts in it. */
export type Unit = { text: string; words: number; binding: 'word' | 'phrase' | 'excluded' }

/** The parts of a query in their order; `exact` binds every word as it is written. */
export function unitsOf(query: string, exact: boolean): Unit[] {
  const units: Unit[] = []
  for (const match of plainQuotes(query.normalize('NFC')).matchAll(UNIT)) {
    const [whole, minus, phrase] = match
    if (phrase === undefined || !whole.endsWith('"') || whole.length < 2 + (minus ?? '').length) {
      // A phrase that is still being typed is words until it is closed.
      const words = whole.replaceAll('"', ' ').split(/\s+/)
      for (const word of words) units.push(...wordUnits(word, exact))
    } else {
      const words = phrase.match(WORD)?.length ?? 0
      const text = `${minus}"${bareWords(phrase)}"`
      if (words > 0) units.push({ text, words, binding: minus ? 'excluded' : 'phrase' })
    }
  }
  return units
}

/** Signs between words part the engine's phrases in two: what a phrase asks for is its words in a row. */
const bareWords = (phrase: string): string =>
  phrase
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ')

function wordUnits(whole: string, exact: boolean): Unit[] {
  const excluded = whole.startsWith('-')
  const bare = whole.replace(/^-+/, '')
  const quoted = exact || excluded || isLiteral(bare)
  // The engine would ask for the "s" of a possessive as a word of its own.
  const text = quoted ? bare : bare.replace(/'s$/i, '')
  const words = text.match(WORD)?.length ?? 0
  if (words === 0) return []
  const binding = excluded ? 'excluded' : 'word'
  return [{ text: `${excluded ? '-' : ''}${quoted ? `"${text}"` : text}`, words, binding }]
}

/** Words that the engine must take letter for letter. */
const isLiteral = (word: string): boolean => DOTTED_ACRONYM.test(word) || WITH_NUMBER.test(word)

/** A single plain word as the engine gets it. */
export const engineWord = (word: string): string =>
  plainLetters(isLiteral(word) ? `"${word}"` : word)

/** The parts of a query that could be dropped one by one, as they are written. */
export function unitsIn(query: string): { text: string; what: 'word' | 'phrase' | 'exclusion' }[] {
  return unitsOf(query, false).map(({ text, binding }) => {
    if (binding === 'excluded') return { text, what: 'exclusion' }
    return binding === 'phrase'
      ? { text, what: 'phrase' }
      : { text: text.replaceAll('"', ''), what: 'word' }
  })
}

/** True when a query asks for something, and does not only exclude. */
export function hasWords(query: string): boolean {
  return unitsOf(query, false).some((unit) => unit.binding !== 'excluded')
}

/** The phrases of an engine query that have several words, without their marks, each once. */
export function phrasesOf(q: string): { phrase: string; words: string[] }[] {
  const phrases = new Set([...q.matchAll(UNIT)].map(([, , phrase]) => phrase ?? ''))
  return [...phrases]
    .map((phrase) => ({ phrase, words: phrase.match(WORD) ?? [] }))
    .filter(({ words }) => words.length > 1)
}

/** A plain word with its place in the query; words of one run have no phrase or exclusion between them. */
export type TypedWord = { start: number; end: number; run: number }

/** The plain words of a query: not in a phrase, not excluded. */
export function outsideQuotes(query: string): TypedWord[] {
  const words: TypedWord[] = []
  let run = 0
  for (const match of plainQuotes(query).matchAll(UNIT)) {
    const [whole, , phrase] = match
    if (phrase !== undefined || whole.startsWith('-')) {
      run++
      continue
    }
    const [inner] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(whole) ?? []
    if (inner === undefined) continue
    const start = match.index + whole.indexOf(inner)
    // The dots of U.S. belong to it; a full stop behind a word does not.
    const dotted = DOTTED_ACRONYM.test(`${inner}.`) && whole.endsWith('.') ? 1 : 0
    words.push({ start, end: start + inner.length + dotted, run })
  }
  return words
}
