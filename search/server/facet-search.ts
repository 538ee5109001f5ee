import 'server-only'
import { facetOf } from '#schema/facets'
import { fold } from '#schema/fold'
import { type ActorRecord, COLLECTION_INDEX } from '#schema/indexes'
import { spellings } from '#schema/letters'
import { type EngineQuery, QueryError, stateOfQuery } from '../instant.ts'
import { actorTraits } from './describe.ts'
import type { EngineClient } from './engine.ts'
import { search } from './search.ts'

/**
 * The engine's `facet-search` for one facet: the values that contain the words typed, with the counts
 * of the search they stand beside. An actor is found by any of its aliases.
 */

const MAX_VALUES = 100
const MAX_ALIASES = 1000

export type FacetSearchBody = EngineQuery & { facetName?: unknown; facetQuery?: unknown }

/** Throws QueryError on what it does not take. */
export async function facetSearch(client: EngineClient, body: FacetSearchBody): Promise<unknown> {
  const started = performance.now()
  const { facetName, facetQuery } = body
  if (typeof facetName !== 'string' || facetOf(facetName)?.narrowedBy !== 'value') {
    throw new QueryError(`facetName: there is no facet ${JSON.stringify(facetName)} to search in`)
  }
  if (facetQuery !== undefined && facetQuery !== null && typeof facetQuery !== 'string') {
    throw new QueryError('facetQuery: must be a string')
  }
  const words = fold(facetQuery ?? '')
  const state = { ...stateOfQuery(body), page: 1, size: 1 }
  const { answer, titles } = await search(client, state)
  const aliased = facetName === 'actor' ? await actorsCalled(client, words) : new Set<string>()
  const matches = (value: string): boolean =>
    spellings(facetName === 'document' ? (titles[value] ?? value) : value).some((name) =>
      fold(name).includes(words),
    ) || aliased.has(value)
  const found = Object.entries(answer.facets[facetName as 'actor'])
    .filter(([value]) => matches(value))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_VALUES)
  const traits =
    facetName === 'actor'
      ? await actorTraits(
          client,
          found.map(([value]) => value),
          answer.corpusVersion,
        )
      : {}
  return {
    facetHits: found.map(([value, count]) => ({ value, count })),
    // Beyond what the engine would say: the type of each actor, however seldom it is named.
    traits,
    facetQuery: facetQuery ?? '',
    processingTimeMs: Math.round(performance.now() - started),
  }
}

async function actorsCalled(client: EngineClient, words: string): Promise<Set<string>> {
  if (words === '') return new Set()
  const { hits } = await client.index<ActorRecord>(COLLECTION_INDEX).search(words, {
    filter: 'type = actor',
    matchingStrategy: 'all',
    attributesToRetrieve: ['name'],
    limit: MAX_ALIASES,
  })
  return new Set(hits.map(({ name }) => name))
}
