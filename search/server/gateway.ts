import 'server-only'
import { facetOf, VALUE_FACETS } from '#schema/facets'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Counts } from '../answer.ts'
import { calendarSent } from '../calendar.ts'
import { type EngineQuery, QueryError, stateOfQuery } from '../instant.ts'
import { dayRange } from '../range.ts'
import type { SearchState } from '../state.ts'
import { stateFromParams } from '../url.ts'
import { calledActors } from './called.ts'
import { actorTraits, documentTitles, sectionsInOrder } from './describe.ts'
import type { EngineClient } from './engine.ts'
import { offersFor } from './offers.ts'
import { pageSearch } from './page-search.ts'

/**
 * The gateway: the engine's `multi-search` as far as instant-meilisearch speaks it. A query is read
 * back into a search state, so nothing but Kronika's own searches ever reaches the engine.
 */

/** InstantSearch asks for one query at a time; a few more do no harm. */
const MAX_QUERIES = 10
/** Values per facet that travel to a browser; the rest is found with the facet's own search. */
const MAX_VALUES = 200

export type GatewayQuery = EngineQuery & { indexUid?: unknown; facets?: unknown }

/**
 * The body of a `multi-search`. Throws QueryError on what it does not take.
 *
 * @param searching how each query is searched, for who wants the results as well
 */
export async function multiSearch(
  client: EngineClient,
  body: unknown,
  searching: typeof pageSearch = pageSearch,
): Promise<unknown> {
  const queries = (body as { queries?: unknown } | null)?.queries
  if (!Array.isArray(queries)) throw new QueryError('queries: must be a list')
  if ((body as { federation?: unknown }).federation) {
    throw new QueryError('federation: is not for browsers')
  }
  if (queries.length > MAX_QUERIES) {
    throw new QueryError(`queries: at most ${MAX_QUERIES} at a time`)
  }
  const results: unknown[] = []
  for (const query of queries) {
    if (typeof query !== 'object' || query === null)
      throw new QueryError('queries: must be objects')
    results.push(await oneSearch(client, query as GatewayQuery, searching))
  }
  return { results }
}

async function oneSearch(
  client: EngineClient,
  query: GatewayQuery,
  searching: typeof pageSearch,
): Promise<unknown> {
  checkIndex(query.indexUid)
  const facets = facetsAsked(query.facets)
  const asked = stateOfQuery(query)
  const found = await searching(client, asked)
  const { answer, titles, state, names, calendar, readNames, closeInMeaning, exactly } = found
  const { hits, total, pages, page, facets: counts, ...rest } = answer
  const { tookMs, ...metadata } = rest
  const shown = Object.fromEntries(
    facets
      .filter((name) => counts[name as keyof typeof counts] !== undefined)
      .map((name) => [name, busiest(counts[name as keyof typeof counts] ?? {}, name, state)]),
  )
  const [document, ...others] = state.document
  const untitled = state.document.filter((id) => titles[id] === undefined)
  const [traits, sections, further, offers] = await Promise.all([
    facets.includes('actor')
      ? actorTraits(
          client,
          [...new Set([...Object.keys(shown.actor ?? {}), ...state.actor])],
          answer.corpusVersion,
        )
      : {},
    document !== undefined && others.length === 0 ? sectionsInOrder(client, document) : [],
    documentTitles(client, untitled),
    total === 0 ? offersFor(client, state) : [],
  ])
  const wantsHits = (query.hitsPerPage ?? query.limit) !== 0
  return {
    indexUid: ENTRIES_INDEX,
    hits: wantsHits ? hits : [],
    query: asked.q,
    processingTimeMs: tookMs,
    hitsPerPage: asked.size,
    page,
    totalPages: pages,
    totalHits: total,
    facetDistribution: shown,
    // instant-meilisearch hands `metadata` through; all that the engine has no word for is in it.
    metadata: {
      ...metadata,
      names,
      readNames,
      closeInMeaning,
      exactly,
      values: Object.fromEntries(
        VALUE_FACETS.map(({ name }) => [name, Object.keys(counts[name as 'actor']).length]),
      ),
      titles: {
        ...pick(titles, Object.keys(shown.document ?? busiest(counts.document, 'document', state))),
        ...further,
      },
      offers,
      traits,
      sections,
      calendar: calendarSent(calendar, dayRange(state.from, state.to)),
    },
  }
}

/** `{ search: '?q=…' }`: the actors that a search names, to offer. Throws QueryError on what it does not take. */
export async function calledSearch(client: EngineClient, body: unknown): Promise<unknown> {
  const search = (body as { search?: unknown } | null)?.search
  if (typeof search !== 'string') throw new QueryError('search: must be the parameters of a search')
  return { called: await calledActors(client, stateFromParams(new URLSearchParams(search)).state) }
}

export function checkIndex(indexUid: unknown): void {
  if (indexUid !== ENTRIES_INDEX) {
    throw new QueryError(`indexUid: the collection is ${JSON.stringify(ENTRIES_INDEX)}`)
  }
}

function facetsAsked(facets: unknown): string[] {
  if (facets === undefined || facets === null) return []
  if (!Array.isArray(facets)) throw new QueryError('facets: must be a list')
  for (const name of facets) {
    if (typeof name !== 'string' || facetOf(name) === null) {
      throw new QueryError(`facets: there is no facet ${JSON.stringify(name)}`)
    }
  }
  return facets as string[]
}

/** Calendars travel whole; of values the busiest, and those that the search includes. */
function busiest(counts: Counts, name: string, state: SearchState): Counts {
  if (facetOf(name)?.narrowedBy === 'date') return counts
  const values = Object.keys(counts)
  if (values.length <= MAX_VALUES) return counts
  const countOf = (value: string): number => counts[value] as number
  // Most values have few entries: only those that may be among the busiest are put in order.
  const least = Float64Array.from(Object.values(counts)).sort().at(-MAX_VALUES) as number
  const kept = values
    .filter((value) => countOf(value) >= least)
    .sort((one, other) => countOf(other) - countOf(one))
    .slice(0, MAX_VALUES)
  const included = (state as unknown as Record<string, string[]>)[name] ?? []
  const others = included.filter((value) => Object.hasOwn(counts, value) && !kept.includes(value))
  return Object.fromEntries([...kept, ...others].map((value) => [value, countOf(value)]))
}

const pick = (from: Record<string, string>, keys: string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, from[key] ?? key]))
