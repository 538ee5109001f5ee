import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { termOf, WORD } from '#schema/meaning/terms'
import type { Hit } from '../answer.ts'
import { type Highlight, mergedHighlights } from '../highlight.ts'
import { inARow } from '../in-a-row.ts'
import { hasWords, phrasesOf } from '../query-units.ts'
import { type EngineHit, hitOf, marksOf } from './adapt.ts'
import { allOf, idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'

type Asked = Pick<Found, 'words' | 'also' | 'best' | 'relaxed'>

/** Whether a search is several queries, none of which knows all that is to be marked. */
export const isMarkedApart = ({ words, also }: Pick<Asked, 'words' | 'also'>): boolean =>
  words.length > 1 || also.length > 0

/** What the engine found in some entries, of each query of a search; null where it marks them by itself. */
export type Apart = { asked: Marked[]; matches: Map<string, EngineHit>[] } | null

/** What is asked about entries: words, and rows of words that mark those that have them. */
type Marked = { q: string; rows: string[][]; filter: string[]; ids: readonly string[] }

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
  const asked = questionsOf(found, ids)
  if (asked.length === 0) return null
  const { results } = await client.multiSearch<MultiSearchParams, EngineHit>({
    queries: asked.map(({ q, filter, ids }) => ({
      indexUid: ENTRIES_INDEX,
      q,
      matchingStrategy: 'all' as const,
      filter: [...filter, idsFilter(ids)],
      limit: ids.length,
      attributesToRetrieve: ['id'],
      showMatchesPosition: true,
    })),
  })
  const matches = results.map(({ hits }) => new Map(hits.map((hit) => [hit.id, hit as EngineHit])))
  return { asked, matches }
}

/** Each is asked about the entries that may have its words: of few, it is known which. */
function questionsOf({ words, also, best }: Asked, ids: readonly string[]): Marked[] {
  const known = allOf(best) === null ? null : best?.lists.map((hits) => hits.map(({ id }) => id))
  const its = (at: number): readonly string[] => {
    const having = known?.[at]
    return having === undefined ? ids : ids.filter((id) => having.includes(id))
  }
  const asked = [
    ...words.map(({ q, filter, marks }, at) => ({
      q: marks?.q ?? q,
      rows: marks?.rows ?? [],
      filter,
      ids: its(at),
    })),
    ...also.map((q) => ({ q, rows: [], filter: [], ids })),
  ]
  return asked.filter(({ q, rows, ids }) => ids.length > 0 && (hasWords(q) || rows.length > 0))
}

/** Hits with all that is to be marked in them, which the engine is asked for. */
export const marked = async (client: EngineClient, found: Found, hits: Hit[]): Promise<Hit[]> =>
  withMarks(
    found,
    hits,
    await marksApart(
      client,
      found,
      hits.map(({ id }) => id),
    ),
  )

/** Hits with all that is to be marked in them. */
export function withMarks({ words, relaxed }: Asked, hits: Hit[], apart: Apart): Hit[] {
  const marked = apart === null ? hits : hits.map((hit) => markedByEach(hit, apart, relaxed))
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

/** @param relaxed whether a hit may have more of the words than were asked for: they are marked as well */
function markedByEach(hit: Hit, { asked, matches }: NonNullable<Apart>, relaxed: boolean): Hit {
  const marks = asked.flatMap(({ rows }, at): Highlight[] => {
    const match = matches[at]?.get(hit.id)
    if (match === undefined) return []
    return [...marksOf(hit.text, match), ...rows.flatMap((row) => inARow(hit.text, row))]
  })
  if (marks.length === 0) return hit
  const others = relaxed ? hit.highlights.text : []
  return { ...hit, highlights: { text: mergedHighlights([...others, ...marks]) } }
}

/** Marks words of the same stem as well, where the engine marks none or not all: that is what meaning compared. */
export function withStems(hits: readonly EngineHit[], { terms, relaxed }: Found): Hit[] {
  const stems = new Set(terms)
  return hits.map((record) => {
    const hit = hitOf(record)
    const { text: marks } = hit.highlights
    if (marks.length > 0 && !relaxed) return hit
    return {
      ...hit,
      highlights: { text: mergedHighlights([...marks, ...ofStems(record.text, stems)]) },
    }
  })
}

const ofStems = (text: string, stems: ReadonlySet<string>): Highlight[] =>
  [...text.matchAll(WORD)]
    .filter(([word]) => stems.has(termOf(word) ?? ''))
    .map(({ 0: word, index }) => [index, index + word.length])
