import { plainQuotes } from '#schema/fold'

/**
 * A reader's query as the engine gets it. The engine takes straight quotation marks for phrases and
 * `-` for exclusions, and looks at no more than ten words of one query.
 */

/** Words that one engine query counts; the rest of a longer query is asked for separately. */
const WORDS_PER_QUERY = 10

/** `-` before a word or phrase; the phrase with its marks, open at the end while it is being typed. */
const UNIT = /(-?)"([^"]*)(?:"|$)|\S+/gu
const WORD = /[\p{L}\p{N}]+/gu
/** U.S., U.N., F.R.Y.: the engine would find "us" for the first unless the letters are quoted. */
const DOTTED_ACRONYM = /^(?:\p{L}\.){2,}$/u

type Unit = { text: string; words: number; binding: 'word' | 'phrase' | 'excluded' }

export type EngineWords = {
  /** The first ten words and everything excluded. */
  q: string
  /** Further queries whose matches must match as well; empty for ten words or fewer. */
  also: string[]
  /** True when words may be dropped: there are at least two parts, and not all of them are phrases. */
  relaxable: boolean
}

function unitsOf(query: string, exact: boolean): Unit[] {
  const units: Unit[] = []
  for (const match of plainQuotes(query).matchAll(UNIT)) {
    const [whole, minus, phrase] = match
    if (phrase !== undefined) {
      const words = phrase.match(WORD)?.length ?? 0
      if (words > 0) {
        units.push({ text: `${minus}"${phrase}"`, words, binding: minus ? 'excluded' : 'phrase' })
      }
    } else {
      units.push(...wordUnits(whole, exact))
    }
  }
  return units
}

function wordUnits(whole: string, exact: boolean): Unit[] {
  const excluded = whole.startsWith('-')
  const words = whole.match(WORD)?.length ?? 0
  if (words === 0) return []
  const quoted = exact || excluded || DOTTED_ACRONYM.test(whole)
  const bare = excluded ? whole.replace(/^-+/, '') : whole
  const text = quoted ? `${excluded ? '-' : ''}"${bare.replaceAll('"', ' ')}"` : bare
  return [{ text, words, binding: excluded ? 'excluded' : quoted ? 'phrase' : 'word' }]
}

/** Prepares a query; `exact` binds every word as it is written: no typos, no prefixes, no synonyms. */
export function engineWords(query: string, exact: boolean): EngineWords {
  const units = unitsOf(query, exact)
  const excluded = units.filter((unit) => unit.binding === 'excluded').map((unit) => unit.text)
  const chunks: string[][] = [[]]
  let words = 0
  for (const unit of units) {
    if (unit.binding === 'excluded') continue
    if (words > 0 && words + unit.words > WORDS_PER_QUERY) {
      chunks.push([])
      words = 0
    }
    chunks.at(-1)?.push(unit.text)
    words += unit.words
  }
  const [first = [], ...rest] = chunks
  const included = units.filter((unit) => unit.binding !== 'excluded')
  return {
    q: [...first, ...excluded].join(' '),
    also: rest.map((chunk) => chunk.join(' ')),
    relaxable: included.length > 1 && included.some((unit) => unit.binding === 'word'),
  }
}
