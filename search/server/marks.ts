import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Hit } from '../answer.ts'
import { type Highlight, mergedHighlights } from '../highlight.ts'
import { inARow } from '../in-a-row.ts'
import { hasWords, phrasesOf } from '../query-units.ts'
import { type EngineHit, marksOf } from './adapt.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'

type Asked = Pick<Found, 'words' | 'also'>

/** Whether a search is several queries, none of which knows all that is to be marked. */
export const isMarkedApart = ({ words, also }: Asked): boolean =>
  words.length > 1 || also.length > 0

/** What the engine found in some entries, of each query of a search; null where it marks them by itself. */
export type Apart = { asked: Marked[]; matches: Map<string, EngineHit>[] } | null

/** What is asked about entries: words, and rows of words that mark those that have them. */
type Marked = { q: string; rows: string[][]; filter: string[] }

/**
 * The engine marks in an entry what one query found in it. Where a search is several queries, the entries
 * of a page are asked about with each, so that all words that they have are marked.
 */
export async function marksApart(
  client: EngineClient,
  found: Asked,
  ids: readonly string[],
): Promise<Apart> {
  if (ids.length === 0 || !isMarkedApart(found)) return null
  const { words, also } = found
  const asked = [
    ...words.map((one) => ({
      q: one.marks?.q ?? one.q,
      rows: one.marks?.rows ?? [],
      filter: one.filter,
    })),
    ...also.map((q) => ({ q, rows: [], filter: [] })),
  ].filter(({ q, rows }) => hasWords(q) || rows.length > 0)
  const among = idsFilter(ids)
  const { results } = await client.multiSearch<MultiSearchParams, EngineHit>({
    queries: asked.map(({ q, filter }) => ({
      indexUid: ENTRIES_INDEX,
      q,
      matchingStrategy: 'all' as const,
      filter: [...filter, among],
      limit: ids.length,
      attributesToRetrieve: ['id'],
      showMatchesPosition: true,
    })),
  })
  const matches = results.map(({ hits }) => new Map(hits.map((hit) => [hit.id, hit as EngineHit])))
  return { asked, matches }
}

/** Hits with all that is to be marked in them. */
export function withMarks({ words }: Asked, hits: Hit[], apart: Apart): Hit[] {
  const marked = apart === null ? hits : hits.map((hit) => markedByEach(hit, apart))
  const rows = words.flatMap(({ q }) => phrasesOf(q)).map((phrase) => phrase.words)
  if (rows.length === 0) return marked
  // An entry that has a phrase for the engine may have it across signs as well.
  return marked.map((hit) => {
    const marks = [...hit.highlights.text, ...rows.flatMap((row) => inARow(hit.text, row))]
    return { ...hit, highlights: { text: mergedHighlights(marks) } }
  })
}

/** What the engine found of one query's words in some entries; those without them are not among it. */
export async function matchesAmong(
  client: EngineClient,
  words: Found['words'],
  ids: readonly string[],
): Promise<Map<string, EngineHit['_matchesPosition']>> {
  const [only] = words
  if (ids.length === 0 || only === undefined) return new Map()
  const { hits } = await client.index<EngineHit>(ENTRIES_INDEX).search(only.q, {
    matchingStrategy: only.matchingStrategy,
    filter: [...only.filter, idsFilter(ids)],
    limit: ids.length,
    attributesToRetrieve: ['id'],
    showMatchesPosition: true,
  })
  return new Map(hits.map(({ id, _matchesPosition }) => [id, _matchesPosition]))
}

function markedByEach(hit: Hit, { asked, matches }: NonNullable<Apart>): Hit {
  const marks = asked.flatMap(({ rows }, at): Highlight[] => {
    const match = matches[at]?.get(hit.id)
    if (match === undefined) return []
    return [...marksOf(hit.text, match), ...rows.flatMap((row) => inARow(hit.text, row))]
  })
  return marks.length === 0 ? hit : { ...hit, highlights: { text: mergedHighlights(marks) } }
}
