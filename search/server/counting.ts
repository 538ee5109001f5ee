import 'server-only'
import type { Answer } from '../answer.ts'
import { added, searchUnions, type UnionQuery, type UnionResult } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import type { Found } from './find.ts'
import { byMeaning, these } from './listing.ts'

/** The counts of what a search found: by its words, and by meaning alone. */
export type Counted = {
  matched: Answer['matched']
  /** Of each query. */
  results: UnionResult[]
}

/** What meaning adds has none of the words: both are counted apart, and added up. */
export async function countsApart(
  client: EngineClient,
  worded: Promise<UnionResult[]>,
  found: Found,
  queries: readonly UnionQuery[],
): Promise<Counted> {
  const close =
    found.meaning.length === 0 ? [] : searchUnions(client, [byMeaning(found)], queries, true)
  const [ofWords, ofMeaning] = await Promise.all([worded, close])
  // Queries under the same filter were answered with one result: it is added up once.
  const sums = new Map<UnionResult, UnionResult>()
  for (const [at, result] of ofWords.entries()) {
    if (!sums.has(result)) sums.set(result, added(result, ofMeaning[at]))
  }
  return {
    matched: { words: totalOf(ofWords), meaning: totalOf(ofMeaning) },
    results: ofWords.map((result) => sums.get(result) as UnionResult),
  }
}

/** @param ids of all entries with the words, where no filter narrows them */
export async function countsTogether(
  client: EngineClient,
  ids: readonly string[],
  { meaning }: Found,
  queries: readonly UnionQuery[],
): Promise<Counted> {
  const results = await searchUnions(client, [these([...ids, ...meaning])], queries)
  return {
    matched: { words: totalOf(results) - meaning.length, meaning: meaning.length },
    results,
  }
}

const totalOf = ([first]: readonly UnionResult[]): number => first?.totalHits ?? 0
