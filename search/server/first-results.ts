import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Counts } from '../answer.ts'
import { createSearchClient } from '../client.ts'
import { parametersOf } from '../instant.ts'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { type EngineClient, engineClient, PAGE_DEADLINE_MS } from './engine.ts'
import { multiSearch } from './gateway.ts'
import { search } from './search.ts'

/**
 * The first results of a page: the same client and the same gateway as in the browser, without the
 * way over the network, so that what the server renders is what the browser would have fetched.
 */

/** InstantSearch's own form of results that came with the page. */
export type InitialResults = Record<string, { state: object; results: unknown[] }>

export type FirstResults = {
  /** null when the engine did not answer in time: the browser then tries again by itself. */
  initialResults: InitialResults | null
  /** Years and months of the whole collection, behind those of the results. */
  whole: Whole
}

export type Whole = { total: number; year: Counts; month: Counts }

const NOTHING: Whole = { total: 0, year: {}, month: {} }

export async function firstResults(state: SearchState): Promise<FirstResults> {
  const engine = engineClient(PAGE_DEADLINE_MS)
  const [initialResults, whole] = await Promise.all([
    initial(engine, state),
    wholeCollection(engine).catch(() => NOTHING),
  ])
  return { initialResults, whole }
}

async function initial(engine: EngineClient, state: SearchState): Promise<InitialResults | null> {
  const client = createSearchClient((_path, body) => multiSearch(engine, JSON.parse(body)))
  const { index, ...params } = parametersOf(state)
  const requests = [{ indexName: index, query: params.query, params }]
  const answer = await client.search(requests as never).catch(() => null)
  if (answer === null) return null
  return { [ENTRIES_INDEX]: { state: { ...params, index }, results: answer.results } }
}

async function wholeCollection(engine: EngineClient): Promise<Whole> {
  const { answer } = await search(engine, { ...EMPTY_STATE, size: 1 })
  return { total: answer.total, year: answer.facets.year, month: answer.facets.month }
}
