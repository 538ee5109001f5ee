import 'server-only'
import type { MultiSearchResult } from 'meilisearch'
import type { FacetName } from '#schema/facets'
import { DATE_FACETS, FACETS, facetAttribute } from '#schema/facets'
import { COLLECTION_INDEX, ENTRIES_INDEX, type VersionRecord } from '#schema/indexes'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import { TIES } from '#schema/settings'
import type { Answer, Titles } from '../answer.ts'
import { countsDays, dayRange } from '../range.ts'
import type { Ignored, SearchState, Sort } from '../state.ts'
import { hasWords } from '../words.ts'
import { withCanonicalActors } from './actors.ts'
import { countsOf, hitOf, titlesOf } from './adapt.ts'
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
}

/** Throws what the engine's client throws, see engine/errors.ts. */
export async function search(
  client: EngineClient,
  asked: SearchState,
  ignored: Ignored[] = [],
): Promise<SearchResult> {
  const started = performance.now()
  const { state, names } = await withCanonicalActors(client, asked)
  const filters = filtersOf(state)
  const { words, relaxed } = await findWords(client, state, engineFilter(filters))
  const queries = queriesOf(state, filters, words)
  const { results } = await client.multiSearch({ queries: queries.map(({ query }) => query) })
  const resultOf = (name: string): MultiSearchResult<EntryRecord> =>
    results[queries.findIndex(({ answers }) => answers.includes(name))] as never
  const main = resultOf('hits')
  const version = results.at(-1)?.hits[0] as VersionRecord | undefined
  const total = main.totalHits ?? 0
  const facets = Object.fromEntries(
    facetsCounted(state).map((name) => [name, countsOf(resultOf(name), name)]),
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
  }
}

function facetsCounted(state: SearchState): FacetName[] {
  const days = countsDays(dayRange(state.from, state.to))
  return FACETS.map((facet) => facet.name).filter((name) => name !== 'day' || days)
}

type PlannedQuery = { answers: string[]; query: Record<string, unknown> & { indexUid: string } }

/**
 * The hits with every count that no filter of its own narrows; one query for each narrowed facet
 * without that filter; the calendar without the dates; the corpus version.
 */
function queriesOf(state: SearchState, filters: Filters, words: WordQuery): PlannedQuery[] {
  const counted = facetsCounted(state)
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
    filter: [...engineFilter(filters, except), ...words.filter],
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
