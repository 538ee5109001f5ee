import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { project } from '#schema/meaning/model'
import { countTerms, type TermCounts, termsOf } from '#schema/meaning/terms'
import { EMBEDDER } from '#schema/meaning/vectors'
import type { EntryRecord } from '#schema/record'
import { LIVE } from '#schema/tombstone'
import type { EngineHit } from './adapt.ts'
import type { Alternative } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'
import type { Meaning } from './model.ts'

/** Entries that a query may mean, and entries that have its words: the best of both, without filters. */
export type Candidate = {
  id: string
  counts: TermCounts
  /** Number of terms. */
  length: number
  /** Cosine to the query, lowered by what of the query the model does not know; null when not compared. */
  closeness: number | null
  /** Its vector as it is stored, which only those have that were not compared. */
  meaning?: string | null | undefined
  /** Its place among the entries that have the words, from 0; null when it is not one of the best. */
  wordRank: number | null
}

/** How many entries each of the two ways brings to the comparison; measured, see docs/decisions/024. */
const NEAREST = 70
export const BEST_WORDS = 100

type Found = Pick<EntryRecord, 'id' | 'text' | 'margin' | 'meaning'> &
  Pick<EngineHit, '_matchesPosition'> & { _rankingScore?: number }
const FIELDS: ('id' | 'text' | 'margin')[] = ['id', 'text', 'margin']

type NearEntry = Pick<Candidate, 'id' | 'counts' | 'length'> & { closeness: number }

/** The entries that are closest to a query, the closest first: which they are is known before their words are here. */
export type Nearest = { ids: string[]; entries: Promise<NearEntry[]> }

/**
 * @param terms of the query
 * @returns null where nothing can be close: the model knows none of the terms
 */
export async function nearestTo(
  client: EngineClient,
  { model, vectorsBy, vectors }: Meaning,
  q: string,
  terms: string[],
): Promise<Nearest | null> {
  if (vectorsBy === 'engine') return nearestByEngine(client, q)
  const place = project(model, countTerms(terms), terms.length)
  if (place === null) return null
  const neighbours = await vectors.nearest(place.vector, NEAREST)
  const ids = neighbours.map(({ id }) => id)
  const entries = entriesOf<Found>(client, ids, FIELDS).then((texts) =>
    neighbours.flatMap(({ id, cosine }) => {
      const found = texts.get(id)
      return found === undefined ? [] : [{ ...counted(found), closeness: cosine * place.known }]
    }),
  )
  // Whoever awaits them hears of a failure.
  entries.catch(() => {})
  return { ids, entries }
}

/** By the embedder that the engine calls. */
async function nearestByEngine(client: EngineClient, q: string): Promise<Nearest> {
  const { hits } = await client.index<Found>(ENTRIES_INDEX).search(q, {
    hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
    limit: NEAREST,
    attributesToRetrieve: FIELDS,
    showRankingScore: true,
  })
  // The engine's score of a vector is (1 + cosine) / 2.
  const entries = hits.map((hit) => ({
    ...counted(hit),
    closeness: 2 * (hit._rankingScore ?? 0.5) - 1,
  }))
  return { ids: hits.map(({ id }) => id), entries: Promise.resolve(entries) }
}

/** Entries by their ids; those that are gone are not among them. */
export async function entriesOf<T extends { id: string }>(
  client: EngineClient,
  ids: readonly string[],
  fields: Extract<keyof T, string>[],
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map()
  const { results } = await client
    .index<T>(ENTRIES_INDEX)
    .getDocuments<T>({ ids: [...ids], filter: [LIVE], limit: ids.length, fields })
  return new Map((results as T[]).map((one) => [one.id, one]))
}

/** Entries with the words, the best first. */
export type BestWords = {
  /** Of each alternative. */
  lists: readonly (readonly Found[])[]
  /** Whether these are all that have the words. */
  isAll: boolean
}

/**
 * @param wantsMarks whether to say where the words are: worth its price where few entries have them
 * @param most entries of each question
 */
export async function bestWords(
  client: EngineClient,
  alternatives: readonly Alternative[],
  { wantsMarks = false, most = Math.ceil(BEST_WORDS / alternatives.length) } = {},
): Promise<BestWords> {
  const { results } = await client.multiSearch<MultiSearchParams, Found>({
    queries: alternatives.map(({ q, matchingStrategy, filter }) => ({
      indexUid: ENTRIES_INDEX,
      q,
      matchingStrategy,
      filter,
      limit: most,
      attributesToRetrieve: [...FIELDS, 'meaning'],
      showMatchesPosition: wantsMarks,
    })),
  })
  const lists = results.map(({ hits }) => hits as Found[])
  return { lists, isAll: lists.every((hits) => hits.length < most) }
}

/** The ids of all entries with the words; null where that are more than are known, or none. */
export function allOf(best: BestWords | null): string[] | null {
  if (!best?.isAll) return null
  const ids = [...new Set(best.lists.flat().map(({ id }) => id))]
  return ids.length === 0 ? null : ids
}

/** The nearest entries, and the best of those with the words. */
export function candidatesOf(nearest: readonly NearEntry[], { lists }: BestWords): Candidate[] {
  const candidates = new Map<string, Candidate>(
    nearest.map((one) => [one.id, { ...one, wordRank: null }]),
  )
  for (const hits of lists) {
    for (const [rank, hit] of hits.entries()) {
      const before = candidates.get(hit.id)
      if (before !== undefined) before.wordRank = Math.min(rank, before.wordRank ?? rank)
      else candidates.set(hit.id, uncompared(hit, rank))
    }
  }
  return [...candidates.values()]
}

const uncompared = (hit: Found, wordRank: number): Candidate => ({
  ...counted(hit),
  closeness: null,
  meaning: hit.meaning,
  wordRank,
})

function counted({ id, text, margin }: Found): Pick<Candidate, 'id' | 'counts' | 'length'> {
  const terms = termsOf(`${text}\n${margin}`)
  return { id, counts: countTerms(terms), length: terms.length }
}

/** Those of some entries that an alternative matches; not asked where all are known that have the words. */
export async function whichMatch(
  client: EngineClient,
  ids: readonly string[],
  alternatives: readonly Alternative[],
  best: BestWords | null = null,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const all = allOf(best)
  if (all !== null) return new Set(ids.filter((id) => all.includes(id)))
  const among = idsFilter(ids)
  const { results } = await client.multiSearch({
    queries: alternatives.map(({ q, matchingStrategy, filter }) => ({
      indexUid: ENTRIES_INDEX,
      q,
      matchingStrategy,
      filter: [...filter, among],
      // Counted by their ids, they need not be fetched.
      facets: ['id'],
      hitsPerPage: 0,
      page: 1,
    })),
  })
  return new Set(
    results.flatMap(({ facetDistribution }) => Object.keys(facetDistribution?.id ?? {})),
  )
}

export const idsFilter = (ids: readonly string[]): string => `id IN [${ids.map(quoted).join(', ')}]`
