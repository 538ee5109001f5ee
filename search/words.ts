import { plainQuotes } from '#schema/fold'
import { otherLetters, plainLetters, spellings } from '#schema/letters'

/**
 * A reader's query as the engine gets it. The engine takes straight quotation marks for phrases and
 * `-` for exclusions, and looks at no more than ten words of one query.
 */

/** Words that one engine query counts; the rest of a longer query is asked for separately. */
const WORDS_PER_QUERY = 10

/** `-` before a word or phrase; the phrase with its marks, open at the end while it is being typed. */
const UNIT = /(-?)"([^"]*)(?:"|$)|\S+/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const WORD_AS_TYPED = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu
/** U.S., U.N., F.R.Y.: the engine would find "us" for the first unless the letters are quoted. */
const DOTTED_ACRONYM = /^(?:\p{L}\.){2,}$/u
/** 1990s, 19th, MH17: the engine allows typing errors in them, but no number is another. */
const WITH_NUMBER = /\p{L}\p{M}*\p{N}|\p{N}\p{L}/u

type Unit = { text: string; words: number; binding: 'word' | 'phrase' | 'excluded' }

export type EngineWords = {
  /** The first ten words, behind everything excluded: the last word of a query is its beginning. */
  q: string
  /** Further queries whose matches must match as well; empty for ten words or fewer. */
  also: string[]
  /** True when words may be dropped: there are at least two, and not all of them in phrases. */
  relaxable: boolean
}

function unitsOf(query: string, exact: boolean): Unit[] {
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

/** The engine allows no typing error in words of fewer letters, so that these may be beginnings. */
const SHORTEST_WITH_TYPOS = 5

/** The last word of what is typed, where it has letters and digits: on the way to "covid19" it is "covid1". */
const isOpenNumber = (unit: Unit | undefined): unit is Unit =>
  unit?.binding === 'word' && WITH_NUMBER.test(unit.text)

const unquoted = (unit: Unit): Unit => ({ ...unit, text: unit.text.replaceAll('"', '') })

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

/** What a query says beyond its plain words, and those words, for finding by meaning and by name. */
export type QueryParts = {
  /** Plain words in their order, as typed. */
  words: string[]
  /** Excluded words and phrases, then phrases: they bind whatever way an entry is found. */
  binding: string
  hasPhrases: boolean
  /** Years among the plain words. */
  years: string[]
}

const YEAR = /^[12]\d{3}$/

export function queryParts(query: string): QueryParts {
  const units = unitsOf(query, false)
  const bound = units.filter((unit) => unit.binding !== 'word')
  const words = units
    .filter((unit) => unit.binding === 'word')
    .flatMap(
      ({ text }) => (text.startsWith('"') ? text.slice(1, -1) : text.match(WORD_AS_TYPED)) ?? [],
    )
  return {
    words,
    binding: [
      ...excludedOf(units),
      ...bound.filter((unit) => unit.binding === 'phrase').map((unit) => plainLetters(unit.text)),
    ].join(' '),
    hasPhrases: bound.some((unit) => unit.binding === 'phrase'),
    years: [...new Set(words.filter((word) => YEAR.test(word)))],
  }
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

/** What is excluded, in every spelling. */
const excludedOf = (units: readonly Unit[]): string[] => [
  ...new Set(
    units
      .filter((unit) => unit.binding === 'excluded')
      .flatMap((unit) => spellings(unit.text).map(plainLetters)),
  ),
]

/**
 * Prepares a query; `exact` binds every word as it is written: no typos, no prefixes, no synonyms.
 *
 * @param spelled how the letters of what is not excluded are written
 */
export function engineWords(
  query: string,
  exact: boolean,
  spelled: (text: string) => string = plainLetters,
): EngineWords {
  const units = unitsOf(query, exact)
  const excluded = excludedOf(units)
  const included = units
    .filter((unit) => unit.binding !== 'excluded')
    .map((unit) => ({ ...unit, text: spelled(unit.text) }))
  const words = included.filter((unit) => unit.binding === 'word')
  const last = included.at(-1)
  if (
    !exact &&
    isOpenNumber(last) &&
    last.words === 1 &&
    last.text.length - 2 < SHORTEST_WITH_TYPOS
  ) {
    included.splice(-1, 1, unquoted(last))
  }
  const total = included.reduce((sum, unit) => sum + unit.words, 0)
  const chunks = chunksOf(total > WORDS_PER_QUERY ? distinct(included) : included)
  const typing = included.at(-1)?.binding === 'word'
  const [first = '', ...also] = chunks.map((text, index) =>
    // A space at the end keeps the engine from taking a word in the middle for a beginning.
    typing && index === chunks.length - 1 ? text : `${text} `,
  )
  const q = [...excluded, first].join(' ')
  return {
    q: also.length === 0 ? q.trim() : q,
    also,
    relaxable: !exact && total > 1 && words.length > 0,
  }
}

/**
 * A query whose last word, of letters and digits, may be the beginning of another: as the engine finds that
 * with typing errors, all of it (`q`) and without the word itself (`others`), and the words that must stand in
 * a row, the last of them as a beginning. Else null.
 */
export function openNumber(query: string): { q: string; others: string; row: string[] } | null {
  const last = unitsOf(query, false).findLast((unit) => unit.binding !== 'excluded')
  const { q: closed, also } = engineWords(query, false)
  if (!isOpenNumber(last) || also.length > 0) return null
  const whole = plainLetters(last.text)
  // Short ones are open in the query itself.
  if (!closed.endsWith(whole)) return null
  const q = `${closed.slice(0, -whole.length)}${plainLetters(unquoted(last).text)}`
  return { q, others: `-${whole} ${q}`, row: last.text.match(WORD) ?? [] }
}

const otherSpelling = (text: string): string => plainLetters(otherLetters(text))

/** The first query, for each way in which others write its letters: an entry matches with any of them. */
export const spelledWords = (query: string, exact: boolean): string[] => [
  ...new Set([plainLetters, otherSpelling].map((spelled) => engineWords(query, exact, spelled).q)),
]

/** Asked for twice, a word is in the same entries; the last may be the beginning of another word. */
function distinct(units: Unit[]): Unit[] {
  const seen = new Set<string>()
  return units.filter(({ text }, index) => {
    if (index === units.length - 1) return true
    const key = text.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}

function chunksOf(units: Unit[]): string[] {
  const chunks: string[][] = []
  let words = WORDS_PER_QUERY
  for (const unit of units) {
    if (words + unit.words > WORDS_PER_QUERY) {
      chunks.push([])
      words = 0
    }
    chunks.at(-1)?.push(unit.text)
    words += unit.words
  }
  return chunks.map((chunk) => chunk.join(' '))
}
