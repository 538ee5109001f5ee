import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Hit } from '../answer.ts'
import { type Highlight, highlightsOf, mergedHighlights } from '../highlight.ts'
import { inARow } from '../in-a-row.ts'
import { hasWords } from '../words.ts'
import type { EngineHit } from './adapt.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'

/**
 * The engine marks in an entry what one query found in it. Where a search is several queries, the entries
 * of a page are asked about with each, so that all words that they have are marked.
 */
export async function withMarks(
  client: EngineClient,
  { words, also }: Pick<Found, 'words' | 'also'>,
  hits: Hit[],
): Promise<Hit[]> {
  if (hits.length === 0 || (words.length < 2 && also.length === 0)) return hits
  const asked = [
    ...words.map((one) => ({
      q: one.marks?.q ?? one.q,
      rows: one.marks?.rows ?? [],
      filter: one.filter,
    })),
    ...also.map((q) => ({ q, rows: [], filter: [] })),
  ].filter(({ q, rows }) => hasWords(q) || rows.length > 0)
  const among = idsFilter(hits.map(({ id }) => id))
  const { results } = await client.multiSearch<MultiSearchParams, EngineHit>({
    queries: asked.map(({ q, filter }) => ({
      indexUid: ENTRIES_INDEX,
      q,
      matchingStrategy: 'all' as const,
      filter: [...filter, among],
      limit: hits.length,
      attributesToRetrieve: ['id'],
      showMatchesPosition: true,
    })),
  })
  return hits.map((hit) => {
    const marks = asked.flatMap(({ rows }, at): Highlight[] => {
      const found = results[at]?.hits.find(({ id }) => id === hit.id) as EngineHit | undefined
      if (found === undefined) return []
      const matches = highlightsOf(hit.text, found._matchesPosition?.text ?? [])
      return [...matches, ...rows.flatMap((row) => inARow(hit.text, row))]
    })
    return marks.length === 0 ? hit : { ...hit, highlights: { text: mergedHighlights(marks) } }
  })
}
