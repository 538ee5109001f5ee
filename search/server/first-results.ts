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
  let failed = false
  const client = createSearchClient(async (_path, body) => {
    try {
      return await multiSearch(engine, JSON.parse(body))
    } catch (error) {
      // instant-meilisearch would print the whole error; one line is enough.
      failed = true
      console.error(`search failed: ${error instanceof Error ? error.message : String(error)}`)
      return { results: [] }
    }
  })
  const { index, ...params } = parametersOf(state)
  const { results } = await client.search([
    { indexName: index, query: params.query, params },
  ] as never)
  if (failed || results.length === 0) return null
  return { [ENTRIES_INDEX]: { state: { ...params, index }, results } }
}

async function wholeCollection(engine: EngineClient): Promise<Whole> {
  const { answer } = await search(engine, { ...EMPTY_STATE, size: 1 })
  return { total: answer.total, year: answer.facets.year, month: answer.facets.month }
}
