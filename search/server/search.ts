import 'server-only'
import type { MultiSearchResult } from 'meilisearch'
import type { CalendarUnit } from '#schema/buckets'
import type { FacetName } from '#schema/facets'
import { DATE_FACETS, FACETS, facetAttribute, facetOf } from '#schema/facets'
import { COLLECTION_INDEX, ENTRIES_INDEX, type VersionRecord } from '#schema/indexes'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import { TIES } from '#schema/settings'
import { LIVE } from '#schema/tombstone'
import type { Answer, Titles } from '../answer.ts'
import type { Calendar } from '../calendar.ts'
import { countsDays, dayRange } from '../range.ts'
import type { Ignored, SearchState, Sort } from '../state.ts'
import { hasWords } from '../words.ts'
import { withCanonicalActors } from './actors.ts'
import { countsOf, hitOf, talliesOf, titlesOf } from './adapt.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, type Filters, filtersOf } from './filters.ts'
import { findWords, type WordQuery } from './find-words.ts'

/**
 * One search: a state becomes engine queries, their results one answer. The API, the page and the
 * gateway all come through here, so that they cannot disagree.
 */

const ORDERS: Record<Exclude<Sort, 'relevance'>, string[]> = {
  oldest: ['when.oldest:asc', ...TIES],
  newest: ['when.newest:desc', ...TIES],
  document: ['document.title:asc', 'position:asc', ...TIES],
}

const UNDATED = 'when.undated'
/** Far above every real page, well below what the engine multiplies without overflow. */
const LAST_PAGE = 1_000_000_000

export type SearchResult = {
  answer: Answer
  titles: Titles
  /** The state as understood: actors by their canonical names. */
  state: SearchState
  /** The names that were asked for, with the canonical ones. */
  names: Record<string, string>
  /** The buckets of the page's histogram; empty for an answer to a script. */
  calendar: Calendar
}

/** For whom: a script gets what the interface says, the page a calendar of more units besides. */
export type Reader = 'script' | 'page' | 'page-by-day'

/** Throws what the engine's client throws, see engine/errors.ts. */
export async function search(
  client: EngineClient,
  asked: SearchState,
  ignored: Ignored[] = [],
  reader: Reader = 'script',
): Promise<SearchResult> {
  const started = performance.now()
  const { state, names } = await withCanonicalActors(client, asked)
  const filters = filtersOf(state)
  const { words, relaxed } = await findWords(client, state, engineFilter(filters))
  const counted = facetsCounted(state, reader)
  const queries = queriesOf(state, filters, words, counted)
  const { results } = await client.multiSearch({ queries: queries.map(({ query }) => query) })
  const resultOf = (name: string): MultiSearchResult<EntryRecord> =>
    results[queries.findIndex(({ answers }) => answers.includes(name))] as never
  const main = resultOf('hits')
  const version = results.at(-1)?.hits[0] as VersionRecord | undefined
  const total = main.totalHits ?? 0
  const facets = Object.fromEntries(
    counted
      .filter((name) => facetOf(name)?.pageOnly !== true)
      .map((name) => [name, countsOf(resultOf(name), name)]),
  ) as Answer['facets']
  return {
    answer: {
      total,
      matched: { words: total, meaning: 0 },
      relaxed,
      page: state.page,
      pages: Math.ceil(total / state.size),
      hits: main.hits.map(hitOf),
      facets,
      undated: resultOf(UNDATED).facetDistribution?.[UNDATED]?.true ?? 0,
      ignored,
      corpusVersion: version?.version ?? 0,
      tookMs: Math.round(performance.now() - started),
    },
    titles: titlesOf(resultOf('document')),
    state,
    names,
    calendar: reader === 'script' ? {} : calendarOf(counted, resultOf),
  }
}

function facetsCounted(state: SearchState, reader: Reader): FacetName[] {
  const days = reader === 'page-by-day' || countsDays(dayRange(state.from, state.to))
  return FACETS.filter((facet) => reader !== 'script' || facet.pageOnly !== true)
    .map((facet) => facet.name)
    .filter((name) => name !== 'day' || days)
}

function calendarOf(
  counted: FacetName[],
  resultOf: (name: string) => MultiSearchResult<EntryRecord>,
): Calendar {
  const units = DATE_FACETS.map(({ name }) => name as CalendarUnit)
  return Object.fromEntries(
    units
      .filter((unit) => counted.includes(unit))
      .map((unit) => [unit, talliesOf(resultOf(unit), unit)]),
  )
}

type PlannedQuery = { answers: string[]; query: Record<string, unknown> & { indexUid: string } }

/**
 * The hits with every count that no filter of its own narrows; one query for each narrowed facet
 * without that filter; the calendar without the dates; the corpus version.
 */
function queriesOf(
  state: SearchState,
  filters: Filters,
  words: WordQuery,
  counted: FacetName[],
): PlannedQuery[] {
  const calendar = [
    ...DATE_FACETS.map(({ name }) => name).filter((n) => counted.includes(n)),
    UNDATED,
  ]
  const values = counted.filter((name) => !calendar.includes(name))
  const narrowed = values.filter((name) => filters.own.has(name))
  const dated = filters.own.has('date')
  const base = (except?: string) => ({
    indexUid: ENTRIES_INDEX,
    q: words.q,
    matchingStrategy: words.matchingStrategy,
    filter: [LIVE, ...engineFilter(filters, except), ...words.filter],
  })
  const count = (names: string[], except: string): PlannedQuery => ({
    answers: names,
    query: { ...base(except), facets: names.map(attributeOf), hitsPerPage: 0, page: 1 },
  })
  const inMain = [...values.filter((name) => !narrowed.includes(name as FacetName))]
  if (!dated) inMain.push(...(calendar as FacetName[]))
  const sort = orderOf(state)
  return [
    {
      answers: ['hits', ...inMain],
      query: {
        ...base(),
        facets: inMain.map(attributeOf),
        hitsPerPage: state.size,
        page: Math.min(state.page, LAST_PAGE),
        attributesToRetrieve: [...ENTRY_FIELDS],
        showMatchesPosition: true,
        ...(sort === null ? {} : { sort }),
      },
    },
    ...narrowed.map((name) => count([name], name)),
    ...(dated ? [count(calendar, 'date')] : []),
    {
      answers: ['version'],
      query: { indexUid: COLLECTION_INDEX, filter: 'type = corpus', limit: 1 },
    },
  ]
}

const attributeOf = (name: string): string => (name === UNDATED ? name : facetAttribute(name))

/** Without words there is nothing to be relevant to: oldest first. */
function orderOf({ sort, q }: SearchState): string[] | null {
  if (sort !== 'relevance') return ORDERS[sort]
  return hasWords(q) ? null : ORDERS.oldest
}
