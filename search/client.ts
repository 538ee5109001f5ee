import { instantMeiliSearch } from '@meilisearch/instant-meilisearch'

import type { ActorTraits } from './page-answer.ts'

/**
 * The search client of InstantSearch: instant-meilisearch, talking to the gateway. `send` carries a
 * request body to a path of the gateway and brings the parsed answer back: over HTTP in a browser,
 * by a call on the server. On the server there is one client per request.
 */

export type Send = (path: string, body: string) => Promise<unknown>

/** `traits` of an actor. */
export type FacetHit = { value: string; count: number; traits?: ActorTraits }

type FacetRequest = { indexName: string; params: { facetName: string; facetQuery: string } }

/** Any host will do: `send` decides where a request goes. */
const HOST = 'http://gateway.invalid'

const NO_RESULTS = { results: [] }

/**
 * instant-meilisearch keeps every answer for ever. A few seconds are enough for letters taken back, and
 * short enough for a collection that changes under an open page.
 */
const CACHE_AGE_MS = 5_000
const CACHE_ENTRIES = 200

export function createSearchClient(send: Send) {
  const { searchClient } = instantMeiliSearch(HOST, '', {
    finitePagination: true,
    primaryKey: 'id',
    httpClient: async (input: string | URL | Request, init?: RequestInit) => {
      const body = typeof init?.body === 'string' ? init.body : '{}'
      const primed = primingAnswer(body)
      if (primed !== null) return primed
      const url = new URL(input instanceof Request ? input.url : input)
      const path = url.pathname.replace(/^\//, '')
      if (path.endsWith('facet-search')) return rememberingTraits(send(path, body))
      // instant-meilisearch would print a failed search with its stack: it gets no results instead.
      return path === 'multi-search' ? send(path, body).catch(() => NO_RESULTS) : send(path, body)
    },
  })
  // instant-meilisearch leaves out of facet hits what it does not know.
  let traits: Record<string, ActorTraits> = {}
  const rememberingTraits = async (answering: Promise<unknown>): Promise<unknown> => {
    const answer = await answering
    traits = { ...traits, ...(answer as { traits?: typeof traits }).traits }
    return answer
  }
  let since = Date.now()
  let searches = 0
  return {
    ...searchClient,
    search: async (requests: Parameters<typeof searchClient.search>[0]) => {
      if (Date.now() - since > CACHE_AGE_MS || searches++ > CACHE_ENTRIES) {
        searchClient.clearCache()
        since = Date.now()
        searches = 0
      }
      const answer = await searchClient.search(requests as never)
      if (answer.results.length === 0) {
        searchClient.clearCache()
        throw new Error('The search engine does not answer.')
      }
      return answer
    },
    /** The values of a facet that the words find, with the counts of the search beside them. */
    facetValues: async (request: FacetRequest): Promise<FacetHit[]> => {
      const answers = await searchClient.searchForFacetValues?.([request] as never)
      const hits = (answers as { facetHits: FacetHit[] }[] | undefined)?.[0]?.facetHits ?? []
      return hits.map(({ value, count }) => ({ value, count, traits: traits[value] }))
    },
  }
}

export type SearchClient = ReturnType<typeof createSearchClient>

/**
 * Before its first search instant-meilisearch asks for the facets of the whole index, without `q`, to
 * know values that have no hits. Kronika does not show those, so the question is answered here.
 */
function primingAnswer(body: string): unknown {
  const { queries } = JSON.parse(body) as { queries?: { indexUid: string; q?: string }[] }
  if (queries === undefined || queries.some((query) => query.q !== undefined)) return null
  return {
    results: queries.map(({ indexUid }) => ({ indexUid, hits: [], facetDistribution: {} })),
  }
}
