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

/**
 * Where more entries than this have the words apart, as of the commonest words, they are not read, and the
 * answer says so: at 100,000 entries 2,000 take a quarter of a second.
 */
const MOST_READ = 2_000
/** Words that the engine counts of one query. */
const MOST_WORDS = 10
/** Each phrase that some entry has across signs doubles the alternatives. */
const MOST_DOUBLED = 3

/** The same set with phrases that signs interrupt. */
export async function acrossSigns(
  client: EngineClient,
  alternatives: readonly Alternative[],
  mostRead = MOST_READ,
): Promise<Alternative[]> {
  const phrases = new Map(
    alternatives.flatMap(({ q }) => phrasesOf(q)).map(({ phrase, words }) => [phrase, words]),
  )
  const anywhere = await Promise.all(
    [...phrases].map(([phrase, words]) => lookFor(client, ANYTHING, phrase, words, mostRead)),
  )
  const sets = await Promise.all(
    alternatives.map(async (alternative) => {
      const its = anywhere.filter((one) => isExcludedIn(alternative, one) || isIn(alternative, one))
      const read = await Promise.all(
        its.map((one) =>
          // Of the commonest words there may be few entries that have the rest of the query as well.
          one.isRead ? one : lookFor(client, alternative, one.phrase, one.words, mostRead),
        ),
      )
      return expanded(withAside(alternative, read), read)
    }),
  )
  return sets.flat()
}

type Across = {
  phrase: string
  words: string[]
  /** False where too many entries have the words apart. */
  isRead: boolean
  /** Entries that have the phrase across signs. */
  ids: string[]
  /** Entries that have it for the engine alone. */
  wrong: string[]
}

const ANYTHING: Alternative = { q: '', matchingStrategy: 'all', filter: [] }

function withAside(alternative: Alternative, read: readonly Across[]): Alternative {
  const unread = read.filter(({ isRead }) => !isRead)
  if (unread.length === 0) return alternative
  const aside = unread.map((one) => ({ parameter: 'q', value: marked(one), reason: TOO_COMMON }))
  return { ...alternative, aside: [...(alternative.aside ?? []), ...aside] }
}

const TOO_COMMON =
  'its words are so common that it is looked for only where no sign, as a comma, stands between them'

function expanded(alternative: Alternative, across: readonly Across[]): Alternative[] {
  let all = [alternative]
  for (const one of across) {
    if (one.ids.length === 0 && one.wrong.length === 0) continue
    const isExcluded = isExcludedIn(alternative, one)
    const mayDouble = all.length < 2 ** MOST_DOUBLED
    all = all.flatMap((each) => (isExcluded ? without : having)(each, one, mayDouble))
  }
  return all
}

type Phrase = Pick<Across, 'phrase'>

const marked = ({ phrase }: Phrase): string => `"${phrase}"`
const excluding = (one: Phrase): string => `-${marked(one)}`
const isIn = ({ q }: Alternative, one: Phrase): boolean => q.includes(marked(one))
const isExcludedIn = ({ q }: Alternative, one: Phrase): boolean => q.includes(excluding(one))

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

/** Among the entries that match the rest of an alternative: those that have the phrase otherwise than the engine thinks. */
async function lookFor(
  client: EngineClient,
  among: Alternative,
  phrase: string,
  words: string[],
  mostRead: number,
): Promise<Across> {
  const [apart, found] = await Promise.all([
    read(
      client,
      restOf(among, `-"${phrase}" ${quotedWords(words)}`, phrase),
      among.filter,
      mostRead,
    ),
    // Only a phrase with a word twice is found where it is not.
    new Set(words.map(fold)).size === words.length
      ? []
      : read(client, restOf(among, `"${phrase}"`, phrase), among.filter, mostRead),
  ])
  return {
    phrase,
    words,
    isRead: apart !== null && found !== null,
    ids: (apart ?? []).filter((entry) => isInARow(entry, words)).map(({ id }) => id),
    wrong: (found ?? []).filter((entry) => !isInARow(entry, words)).map(({ id }) => id),
  }
}

/** A query with something else in the place of a phrase; the last word stays the last. */
function restOf(alternative: Alternative, instead: string, phrase: string): string {
  const one = { phrase }
  const place = isExcludedIn(alternative, one) ? excluding(one) : marked(one)
  return isIn(alternative, one) ? alternative.q.replace(place, () => instead) : instead
}

type Texts = Pick<EntryRecord, 'id' | 'text' | 'margin'>

const isInARow = ({ text, margin }: Texts, words: string[]): boolean =>
  hasInARow(text, words) || hasInARow(margin, words)

/** All entries that a query finds; null where they are too many. */
async function read(
  client: EngineClient,
  q: string,
  filter: string[],
  most: number,
): Promise<Texts[] | null> {
  const index = client.index<Texts>(ENTRIES_INDEX)
  const query = {
    matchingStrategy: 'all' as const,
    filter,
    attributesToRetrieve: ['id', 'text', 'margin'],
  }
  const { totalHits } = await index.search(q, { ...query, hitsPerPage: 0, page: 1 })
  if (totalHits > most) return null
  return totalHits === 0 ? [] : (await index.search(q, { ...query, limit: totalHits })).hits
}
