import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { termOf } from '#schema/meaning/terms'
import { ENTRY_FIELDS } from '#schema/record'
import type { Hit } from '../answer.ts'
import { stemHighlights } from '../highlight.ts'
import { type EngineHit, hitOf } from './adapt.ts'
import { type Alternative, searchUnions, type UnionQuery } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'

/** The entries of one page, where meaning has a say: the engine has no such order by itself. */

export type Window = {
  offset: number
  size: number
  /** The engine's filters of the search. */
  filter: string[]
  /** An order that binds before relevance; null for relevance. */
  sort: string[] | null
}

/**
 * By relevance: the leading entries, then others with the words in the engine's order, then those found
 * by meaning alone that do not lead. The three parts are disjoint, so pages never overlap.
 *
 * @param ordering those of `aside` that pass the filters
 * @param dividing with the number of entries with the words, under the filters
 */
export async function listPage(
  client: EngineClient,
  found: Found,
  { offset, size, filter, sort }: Window,
  ordering: Promise<readonly string[]>,
  dividing: Promise<{ words: number }>,
): Promise<Hit[]> {
  if (sort !== null) {
    return withStems(
      await list(client, wholeOf(found), { filter, limit: size, offset, sort }),
      found,
    )
  }
  if (found.leading.length === 0) {
    const [rest, { words: wordTotal }, standing] = await Promise.all([
      wordsPage(client, found, [], { offset, size, filter, sort }),
      dividing,
      ordering,
    ])
    const from = Math.max(0, offset - wordTotal)
    const ids = standing.slice(from, Math.max(from, offset + size - wordTotal))
    return [...rest, ...(await hitsOf(client, found, ids))]
  }
  const standing = await ordering
  const ids = standing.slice(offset, offset + size)
  const behind = Math.max(0, offset - standing.length)
  const rest = wordsPage(client, found, found.leading, {
    offset: behind,
    size: size - ids.length,
    filter,
    sort,
  })
  const [first, others] = await Promise.all([hitsOf(client, found, ids), rest])
  return [...first, ...others]
}

/** True where the engine's own list is the one that is wanted. */
export const hasEnginesOrder = ({ meaning, leading }: Found, { sort }: Window): boolean =>
  meaning.length === 0 && (leading.length === 0 || sort !== null)

/** The entries that have a place of their own in the list, leading or at its end. */
export const aside = ({ leading, meaning }: Found): string[] =>
  leading.length === 0 ? meaning : [...new Set([...leading, ...meaning])]

export function countIn(standing: readonly string[], ids: readonly string[]): number {
  const among = new Set(ids)
  return standing.filter((id) => among.has(id)).length
}

/** All that a query finds. */
export const wholeOf = (found: Found): Alternative[] =>
  found.meaning.length === 0 ? found.words : [...found.words, byMeaning(found)]

const byMeaning = ({ meaning }: Found): Alternative => ({
  q: '',
  matchingStrategy: 'all',
  filter: [idsFilter(meaning)],
})

async function list(
  client: EngineClient,
  alternatives: readonly Alternative[],
  query: Pick<UnionQuery, 'filter' | 'limit' | 'offset' | 'sort'>,
): Promise<EngineHit[]> {
  const [result] = await searchUnions(client, alternatives, [
    { ...query, facets: [], attributesToRetrieve: [...ENTRY_FIELDS] },
  ])
  return (result?.hits ?? []) as EngineHit[]
}

/** Those of some entries that pass the filters, in the order given. */
export async function inOrder(
  client: EngineClient,
  ids: string[],
  filter: string[],
): Promise<string[]> {
  if (ids.length === 0 || filter.length === 0) return ids
  const { hits } = await client.index<{ id: string }>(ENTRIES_INDEX).search('', {
    filter: [...filter, idsFilter(ids)],
    limit: ids.length,
    attributesToRetrieve: ['id'],
  })
  const standing = new Set(hits.map(({ id }) => id))
  return ids.filter((id) => standing.has(id))
}

async function wordsPage(
  client: EngineClient,
  { words }: Found,
  except: readonly string[],
  { offset, size, filter, sort }: Window,
): Promise<Hit[]> {
  if (size <= 0) return []
  const without = except.length === 0 ? [] : [`NOT ${idsFilter(except)}`]
  const limit = size
  const hits = await list(client, words, { filter: [...filter, ...without], limit, offset, sort })
  return hits.map(hitOf)
}

/** Entries by their ids, with the words that the engine found in them. */
async function hitsOf(client: EngineClient, found: Found, ids: readonly string[]): Promise<Hit[]> {
  if (ids.length === 0) return []
  const alternatives = [...found.words, ANY]
  const hits = await list(client, alternatives, {
    filter: [idsFilter(ids)],
    limit: ids.length,
    offset: 0,
    sort: null,
  })
  const byId = new Map(withStems(hits, found).map((hit) => [hit.id, hit]))
  return ids.map((id) => byId.get(id)).filter((hit) => hit !== undefined)
}

const ANY: Alternative = { q: '', matchingStrategy: 'all', filter: [] }

/** Marks words of the same stem as well: that is what meaning compared. */
function withStems(hits: readonly EngineHit[], { terms }: Found): Hit[] {
  const stems = new Set(terms)
  return hits.map((record) => {
    const hit = hitOf(record)
    const own = stemHighlights(record.text, (word) => stems.has(termOf(word) ?? ''))
    const highlights = hit.highlights.text.length > 0 ? hit.highlights.text : own
    return { ...hit, highlights: { text: highlights } }
  })
}
