import { VALUE_FACETS } from '#schema/facets'
import { ENTRIES_INDEX } from '#schema/indexes'
import { EMPTY_STATE, type SearchState, type Sort } from './state.ts'
import { paramsFromState, stateFromParams } from './url.ts'

/**
 * Search state ⇄ InstantSearch. The state becomes InstantSearch's parameters, instant-meilisearch
 * makes an engine query of them, and the gateway reads the state back. The filters speak the names of
 * the link's parameters: `actor:NATO`, `from:1999-03`.
 */

/** Parameters that are not filters: they have a place of their own in a query. */
const NOT_FILTERS = ['q', 'sort', 'page', 'size', 'view']

/** The engine's spelling of an order. */
const SORT_RULES: Record<Exclude<Sort, 'relevance'>, string> = {
  oldest: 'oldest:asc',
  newest: 'newest:desc',
  document: 'document:asc',
}

/** The facets that the page asks for; the calendar comes by itself, see search/calendar.ts. */
export const FACET_NAMES = VALUE_FACETS.map((facet) => facet.name)

export type InstantParameters = {
  index: string
  query: string
  /** From 0, as InstantSearch counts. */
  page: number
  hitsPerPage: number
  facets: string[]
  facetFilters: string[][]
  attributesToHighlight: string[]
}

export function parametersOf(state: SearchState): InstantParameters {
  const groups = new Map<string, string[]>()
  for (const [name, text] of paramsFromState(state)) {
    if (NOT_FILTERS.includes(name)) continue
    groups.set(name, [...(groups.get(name) ?? []), `${name}:${text}`])
  }
  const sort = shownOrder(state)
  return {
    index: sort === 'relevance' ? ENTRIES_INDEX : `${ENTRIES_INDEX}:${SORT_RULES[sort]}`,
    query: state.q,
    page: state.page - 1,
    hitsPerPage: state.size,
    facets: [...FACET_NAMES],
    facetFilters: [...groups.values()],
    attributesToHighlight: [],
  }
}

/** A timeline goes with time, whatever the list would do. */
const shownOrder = ({ view, sort }: SearchState): Sort =>
  view === 'timeline' && sort !== 'newest' ? 'oldest' : sort

/** An engine query as instant-meilisearch sends it. */
export type EngineQuery = {
  q?: unknown
  filter?: unknown
  sort?: unknown
  page?: unknown
  hitsPerPage?: unknown
  limit?: unknown
  offset?: unknown
}

/** A query that the gateway does not take; the message says what and why. */
export class QueryError extends Error {
  override name = 'QueryError'
}

/** The state that an engine query says. Throws QueryError. */
export function stateOfQuery(query: EngineQuery): SearchState {
  const params = new URLSearchParams()
  if (query.q !== undefined && query.q !== null) params.set('q', stringOf(query.q, 'q'))
  for (const [name, value] of conditionsOf(query.filter)) {
    if (NOT_FILTERS.includes(name) || !Object.hasOwn(EMPTY_STATE, name)) {
      throw new QueryError(`filter: there is no filter ${JSON.stringify(name)}`)
    }
    params.append(name, value)
  }
  const sort = sortOf(query.sort)
  if (sort !== null) params.set('sort', sort)
  const { page, size } = pageOf(query)
  params.set('page', String(page))
  params.set('size', String(size))
  const { state, ignored } = stateFromParams(params)
  const bad = ignored.find(({ parameter }) => parameter !== 'q')
  if (bad !== undefined) throw new QueryError(`${bad.parameter}: ${bad.reason}`)
  return state
}

function stringOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new QueryError(`${name}: must be a string`)
  return value
}

function sortOf(sort: unknown): string | null {
  if (sort === undefined || sort === null) return null
  const [rule, ...others] = Array.isArray(sort) ? sort : [sort]
  if (rule === undefined) return null
  const found = Object.entries(SORT_RULES).find(([, spelled]) => spelled === rule)
  if (found === undefined || others.length > 0) {
    throw new QueryError(`sort: must be one of ${Object.values(SORT_RULES).join(', ')}`)
  }
  return found[0]
}

function pageOf(query: EngineQuery): { page: number; size: number } {
  const number = (value: unknown, name: string, fallback: number): number => {
    if (value === undefined || value === null) return fallback
    if (!Number.isSafeInteger(value) || (value as number) < 0) {
      throw new QueryError(`${name}: must be a whole number from 0`)
    }
    return value as number
  }
  const size = number(query.hitsPerPage ?? query.limit, 'hitsPerPage', EMPTY_STATE.size)
  const offset = number(query.offset, 'offset', 0)
  const fromOffset = size === 0 ? 1 : Math.floor(offset / size) + 1
  return { page: Math.max(1, number(query.page, 'page', fromOffset)), size: Math.max(1, size) }
}

/** One condition: `"name"="value"`, quoted or bare. */
const CONDITION =
  /^\s*(?:"((?:\\.|[^"\\])*)"|([\w.]+))\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s"]+))\s*$/su

/**
 * The conditions of a filter: a list of conditions or of alternatives of one name. That is all that
 * facet filters become; the engine's further language stays behind the gateway.
 */
function conditionsOf(filter: unknown): [name: string, value: string][] {
  if (filter === undefined || filter === null) return []
  const groups: unknown[] = Array.isArray(filter) ? filter : [filter]
  return groups.flatMap((group) => {
    const alternatives = (Array.isArray(group) ? group : [group]).map(conditionOf)
    if (new Set(alternatives.map(([name]) => name)).size > 1) {
      throw new QueryError('filter: alternatives must be values of one name')
    }
    return alternatives
  })
}

function conditionOf(condition: unknown): [name: string, value: string] {
  const match = typeof condition === 'string' ? CONDITION.exec(condition) : null
  if (match === null) {
    throw new QueryError('filter: a condition has the form "name"="value"')
  }
  const [, quotedName, bareName, quotedValue, bareValue] = match
  const unescaped = (text: string): string => text.replace(/\\(.)/gsu, '$1')
  return [unescaped(quotedName ?? bareName ?? ''), unescaped(quotedValue ?? bareValue ?? '')]
}
