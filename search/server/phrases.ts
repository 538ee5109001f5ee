import 'server-only'
import { fold } from '#schema/fold'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { hasInARow } from '../in-a-row.ts'
import { phrasesOf } from '../query-units.ts'
import type { Alternative } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'

/**
 * Phrases across signs. The engine's phrases end at full stops, commas and the like: to it "June 10, 1999"
 * and "Mr. Smith" are no phrases. So entries that have all words of a phrase without being its match
 * for the engine are read here, and those that have the words in a row belong to it as well. And to the
 * engine "day by day by day" is in "day by day": of a phrase with a word twice, its matches are read, too.
 */

/** Where more entries than this have the words apart, as of the commonest words, they are not read. */
const MOST_READ = 2_000
/** Words that the engine counts of one query. */
const MOST_WORDS = 10
/** Each phrase that some entry has across signs doubles the alternatives. */
const MOST_DOUBLED = 3

/** The same set with phrases that signs interrupt. */
export async function acrossSigns(
  client: EngineClient,
  alternatives: readonly Alternative[],
): Promise<Alternative[]> {
  const phrases = new Map(
    alternatives.flatMap(({ q }) => phrasesOf(q)).map(({ phrase, words }) => [phrase, words]),
  )
  const found = await Promise.all(
    [...phrases].map(async ([phrase, words]) => {
      const [ids, wrong] = await Promise.all([
        interrupted(client, phrase, words),
        wronglyFound(client, phrase, words),
      ])
      return { phrase, words, ids, wrong }
    }),
  )
  const across = found.filter(({ ids, wrong }) => ids.length > 0 || wrong.length > 0)
  return alternatives.flatMap((alternative) => expanded(alternative, across))
}

type Across = {
  phrase: string
  words: string[]
  /** Entries that have the phrase across signs. */
  ids: string[]
  /** Entries that have it for the engine alone. */
  wrong: string[]
}

function expanded(alternative: Alternative, across: readonly Across[]): Alternative[] {
  let all = [alternative]
  for (const one of across) {
    const isExcluded = alternative.q.includes(excluding(one))
    if (!isExcluded && !alternative.q.includes(marked(one))) continue
    const mayDouble = all.length < 2 ** MOST_DOUBLED
    all = all.flatMap((each) => (isExcluded ? without : having)(each, one, mayDouble))
  }
  return all
}

const marked = ({ phrase }: Across): string => `"${phrase}"`
const excluding = (one: Across): string => `-${marked(one)}`

function having(alternative: Alternative, one: Across, mayDouble: boolean): Alternative[] {
  const byEngine = filtered(alternative, noneOf(one.wrong))
  if (one.ids.length === 0 || !mayDouble) return [byEngine]
  const { q, marks } = alternative
  return [
    byEngine,
    {
      ...filtered(alternative, [idsFilter(one.ids)]),
      q: q.replace(marked(one), quotedWords(one.words)),
      marks: {
        q: (marks?.q ?? q).replace(marked(one), ' '),
        rows: [...(marks?.rows ?? []), one.words],
      },
    },
  ]
}

function without(alternative: Alternative, one: Across, mayDouble: boolean): Alternative[] {
  const byEngine = filtered(alternative, noneOf(one.ids))
  if (one.wrong.length === 0 || !mayDouble) return [byEngine]
  const q = alternative.q.replace(excluding(one), '').trimStart()
  return [byEngine, { ...filtered(alternative, [idsFilter(one.wrong)]), q }]
}

const filtered = (one: Alternative, filter: string[]): Alternative => ({
  ...one,
  filter: [...one.filter, ...filter],
})

const noneOf = (ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`NOT ${idsFilter(ids)}`]

const quotedWords = (words: readonly string[]): string =>
  [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => `"${word}"`)
    .join(' ')

/** Ids of the entries that have the words in a row, but for those that the engine finds. */
async function interrupted(client: EngineClient, phrase: string, words: string[]) {
  const apart = await read(client, `-"${phrase}" ${quotedWords(words)}`)
  return apart.filter((entry) => isInARow(entry, words)).map(({ id }) => id)
}

/** Ids of those that the engine finds, and that have a word of the phrase less often in a row. */
async function wronglyFound(client: EngineClient, phrase: string, words: string[]) {
  if (new Set(words.map(fold)).size === words.length) return []
  const found = await read(client, `"${phrase}"`)
  return found.filter((entry) => !isInARow(entry, words)).map(({ id }) => id)
}

type Texts = Pick<EntryRecord, 'id' | 'text' | 'margin'>

const isInARow = ({ text, margin }: Texts, words: string[]): boolean =>
  hasInARow(text, words) || hasInARow(margin, words)

/** All entries that a query finds; none where they are too many. */
async function read(client: EngineClient, q: string): Promise<Texts[]> {
  const index = client.index<Texts>(ENTRIES_INDEX)
  const query = { matchingStrategy: 'all' as const, attributesToRetrieve: ['id', 'text', 'margin'] }
  const { totalHits } = await index.search(q, { ...query, hitsPerPage: 0, page: 1 })
  if (totalHits === 0 || totalHits > MOST_READ) return []
  return (await index.search(q, { ...query, limit: totalHits })).hits
}
