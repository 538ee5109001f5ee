import 'server-only'
import type { Counts } from '../answer.ts'
import { createSearchClient } from '../client.ts'
import { parametersOf } from '../instant.ts'
import { type InstantResult, type PageAnswer, pageAnswerOf } from '../page-answer.ts'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { type EngineClient, engineClient, PAGE_DEADLINE_MS } from './engine.ts'
import { multiSearch } from './gateway.ts'
import { search } from './search.ts'

/**
 * The first results of a page: the same client and the same gateway as in the browser, without the
 * way over the network, so that what the server renders is what the browser would have fetched.
 */

export type FirstResults = {
  /** null when the engine did not answer in time: the browser then tries again by itself. */
  answer: PageAnswer | null
  /** Years and months of the whole collection, behind those of the results. */
  whole: Whole
}

export type Whole = { total: number; year: Counts; month: Counts }

const NOTHING: Whole = { total: 0, year: {}, month: {} }

export async function firstResults(state: SearchState): Promise<FirstResults> {
  const engine = engineClient(PAGE_DEADLINE_MS)
  const [answer, whole] = await Promise.all([
    firstAnswer(engine, state),
    wholeCollection(engine).catch(() => NOTHING),
  ])
  return { answer, whole }
}

async function firstAnswer(engine: EngineClient, state: SearchState): Promise<PageAnswer | null> {
  const client = createSearchClient((_path, body) => multiSearch(engine, JSON.parse(body)))
  const { index, ...params } = parametersOf(state)
  const requests = [{ indexName: index, query: params.query, params }]
  const found = await client.search(requests as never).catch(() => null)
  return pageAnswerOf(found?.results[0] as unknown as InstantResult | undefined)
}

async function wholeCollection(engine: EngineClient): Promise<Whole> {
  const { answer } = await search(engine, { ...EMPTY_STATE, size: 1 })
  return { total: answer.total, year: answer.facets.year, month: answer.facets.month }
}
