import { otherLetters, plainLetters, spellings } from '#schema/letters'
import { WORD as WORD_AS_TYPED } from '#schema/meaning/terms'
import { type Unit, unitsOf, WITH_NUMBER, WORD } from './query-units.ts'

/**
 * A reader's query as the engine gets it. The engine takes straight quotation marks for phrases and
 * `-` for exclusions, and looks at no more than ten words of one query.
 */

/** Words that one engine query counts; the rest of a longer query is asked for separately. */
const WORDS_PER_QUERY = 10

export type EngineWords = {
  /** The first ten words, behind everything excluded: the last word of a query is its beginning. */
  q: string
  /** Further queries whose matches must match as well; empty for ten words or fewer. */
  also: string[]
  /** True when words may be dropped: there are at least two, and not all of them in phrases. */
  relaxable: boolean
}

/** The engine allows no typing error in words of fewer letters, so that these may be beginnings. */
const SHORTEST_WITH_TYPOS = 5

/** The last word of what is typed, where it has letters and digits: on the way to "covid19" it is "covid1". */
const isOpenNumber = (unit: Unit | undefined): unit is Unit =>
  unit?.binding === 'word' && WITH_NUMBER.test(unit.text)

const unquoted = (unit: Unit): Unit => ({ ...unit, text: unit.text.replaceAll('"', '') })

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

/** `U.S-led`: initials have a point each, or the engine would take them for other words. */
const LAST_POINT_MISSING = /^\p{L}(?:\.\p{L})+$/u
const YEAR = /^[12]\d{3}$/

export function queryParts(query: string): QueryParts {
  const units = unitsOf(query, false)
  const bound = units.filter((unit) => unit.binding !== 'word')
  const words = units
    .filter((unit) => unit.binding === 'word')
    .flatMap(
      ({ text }) => (text.startsWith('"') ? text.slice(1, -1) : text.match(WORD_AS_TYPED)) ?? [],
    )
    .map((word) => (LAST_POINT_MISSING.test(word) ? `${word}.` : word))
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
