import 'server-only'
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
 * for the engine are read here, and those that have the words in a row belong to it as well.
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
      return { phrase, words, ids: await interrupted(client, phrase, words) }
    }),
  )
  const across = found.filter(({ ids }) => ids.length > 0)
  return alternatives.flatMap((alternative) => expanded(alternative, across))
}

type Across = { phrase: string; words: string[]; ids: string[] }

function expanded(alternative: Alternative, across: readonly Across[]): Alternative[] {
  let all = [alternative]
  for (const { phrase, words, ids } of across) {
    const marked = `"${phrase}"`
    if (alternative.q.includes(`-${marked}`)) {
      all = all.map((one) => ({ ...one, filter: [...one.filter, `NOT ${idsFilter(ids)}`] }))
    } else if (alternative.q.includes(marked) && all.length < 2 ** MOST_DOUBLED) {
      const apart = quotedWords(words)
      all = all.flatMap((one) => [
        one,
        {
          ...one,
          q: one.q.replace(marked, apart),
          filter: [...one.filter, idsFilter(ids)],
          marks: {
            q: (one.marks?.q ?? one.q).replace(marked, ' '),
            rows: [...(one.marks?.rows ?? []), words],
          },
        },
      ])
    }
  }
  return all
}

const quotedWords = (words: readonly string[]): string =>
  [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => `"${word}"`)
    .join(' ')

/** Ids of the entries that have the words in a row, but for those that the engine finds. */
async function interrupted(
  client: EngineClient,
  phrase: string,
  words: string[],
): Promise<string[]> {
  const index = client.index<Pick<EntryRecord, 'id' | 'text' | 'margin'>>(ENTRIES_INDEX)
  const q = `-"${phrase}" ${quotedWords(words)}`
  const query = { matchingStrategy: 'all' as const, attributesToRetrieve: ['id', 'text', 'margin'] }
  const { totalHits } = await index.search(q, { ...query, hitsPerPage: 0, page: 1 })
  if (totalHits === 0 || totalHits > MOST_READ) return []
  const { hits } = await index.search(q, { ...query, limit: totalHits })
  return hits
    .filter(({ text, margin }) => hasInARow(text, words) || hasInARow(margin, words))
    .map(({ id }) => id)
}
