import 'server-only'
import { ENTRY_FIELDS } from '#schema/record'
import type { Hit } from '../answer.ts'
import { calendarSent, type Whole, wholeOf } from '../calendar.ts'
import { createSearchClient } from '../client.ts'
import { parametersOf } from '../instant.ts'
import {
  type CalledActor,
  type InstantResult,
  type PageAnswer,
  pageAnswerOf,
} from '../page-answer.ts'
import { unitsIn } from '../query-units.ts'
import { countsDays, dayRange } from '../range.ts'
import { EMPTY_STATE, hasFilters, type SearchState } from '../state.ts'
import { hitOf } from './adapt.ts'
import { searchUnions } from './alternatives.ts'
import { calledActors } from './called.ts'
import { type EngineClient, patiently } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { multiSearch } from './gateway.ts'
import { logged } from './logged.ts'
import { ORDERS } from './orders.ts'
import { pageSearch } from './page-search.ts'
import { type SearchResult, search } from './search.ts'

/**
 * The first results of a page: the same client and the same gateway as in the browser, without the
 * way over the network, so that what the server renders is what the browser would have fetched.
 */

export type FirstResults = {
  /** null when the engine did not answer in time: the browser then tries again by itself. */
  answer: PageAnswer | null
  /** The whole collection, behind the results. */
  whole: Whole
  /** The actors that the words name, for pages without script. */
  called: CalledActor[]
  /** What the collection holds, for who sees it for the first time. */
  overview: Overview
}

export type Overview = {
  entries: number
  documents: number
  actors: number
  /** First and last year with an entry, `YYYY`; null when nothing is dated. */
  years: [first: string, last: string] | null
  /** The busiest actors with the number of their entries. */
  busiest: [name: string, count: number][]
  /** The last timeline entries in time. */
  latest: Hit[]
}

const NOTHING: Pick<FirstResults, 'whole' | 'overview'> = {
  whole: { corpusVersion: 0, empty: false, calendar: {} },
  overview: { entries: 0, documents: 0, actors: 0, years: null, busiest: [], latest: [] },
}

const BUSIEST = 10
const LATEST = 3

export const firstResults = (state: SearchState): Promise<FirstResults> =>
  patiently((engine) => resultsOf(engine, state))

async function resultsOf(engine: EngineClient, state: SearchState): Promise<FirstResults> {
  const searches: SearchResult[] = []
  const answering = firstAnswer(engine, state, async (client, asked) => {
    const result = await pageSearch(client, asked)
    searches.push(result)
    return result
  })
  // A search for everything has counted the whole collection already.
  const isWhole = !hasFilters(state) && unitsIn(state.q).length === 0
  const counting = isWhole ? answering.then(() => searches[0]) : Promise.resolve(undefined)
  const [answer, called, collection] = await Promise.all([
    answering,
    unitsIn(state.q).length === 0 ? [] : calledActors(engine, state),
    wholeCollection(engine, state, counting).catch(() => NOTHING),
  ])
  return { answer, called, ...collection }
}

async function firstAnswer(
  engine: EngineClient,
  state: SearchState,
  searching: typeof pageSearch,
): Promise<PageAnswer | null> {
  const client = createSearchClient((_path, body) =>
    multiSearch(engine, JSON.parse(body), searching),
  )
  const { index, ...params } = parametersOf(state)
  const requests = [{ indexName: index, query: params.query, params }]
  const found = await client.search(requests as never).catch(logged)
  return pageAnswerOf(found?.results[0] as unknown as InstantResult | undefined)
}

async function wholeCollection(
  engine: EngineClient,
  { from, to }: SearchState,
  counting: Promise<SearchResult | undefined>,
): Promise<typeof NOTHING> {
  const range = dayRange(from, to)
  const everything = { ...EMPTY_STATE, size: 1 }
  const countingAll = async (): Promise<SearchResult> =>
    (await counting) ??
    (countsDays(range)
      ? search(engine, everything, [], 'page-by-day')
      : pageSearch(engine, everything))
  const [{ answer, calendar }, latest] = await Promise.all([countingAll(), latestEntries(engine)])
  const { total, facets } = answer
  const years = Object.keys(facets.year).sort()
  const [first, last] = [years[0], years.at(-1)]
  const actors = Object.entries(facets.actor).sort(([, a], [, b]) => b - a)
  return {
    whole: wholeOf(answer, calendarSent(calendar, range)),
    overview: {
      entries: total,
      documents: Object.keys(facets.document).length,
      actors: actors.length,
      years: first === undefined || last === undefined ? null : [first, last],
      busiest: actors.slice(0, BUSIEST),
      latest,
    },
  }
}

/** The list alone: nothing is counted beside it. */
async function latestEntries(engine: EngineClient): Promise<Hit[]> {
  const [result] = await searchUnions(
    engine,
    [{ q: '', matchingStrategy: 'all', filter: [] }],
    [
      {
        filter: engineFilter(filtersOf({ ...EMPTY_STATE, kind: ['timeline'] })),
        facets: [],
        limit: LATEST,
        offset: 0,
        sort: ORDERS.newest,
        attributesToRetrieve: [...ENTRY_FIELDS],
      },
    ],
  )
  return (result?.hits ?? []).map(hitOf)
}
