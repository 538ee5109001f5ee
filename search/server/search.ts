import 'server-only'
import type { CalendarUnit } from '#schema/buckets'
import type { FacetName } from '#schema/facets'
import { DATE_FACETS, FACETS, facetAttribute, facetOf } from '#schema/facets'
import { ENTRY_FIELDS } from '#schema/record'
import type { Answer, Counts, Titles } from '../answer.ts'
import type { Calendar } from '../calendar.ts'
import { hasWords } from '../query-units.ts'
import { countsDays, dayRange } from '../range.ts'
import type { Ignored, SearchState } from '../state.ts'
import { withCanonicalActors } from './actors.ts'
import { countsIn, countsOf, hitOf, talliesOf, titlesOf } from './adapt.ts'
import {
  countQuery,
  leftAside,
  searchUnions,
  type UnionQuery,
  type UnionResult,
} from './alternatives.ts'
import { allOf } from './candidates.ts'
import { countsApart, countsTogether } from './counting.ts'
import type { EngineClient } from './engine.ts'
import { exactCount } from './exact-count.ts'
import { engineFilter, type Filters, filtersOf } from './filters.ts'
import { finding } from './find.ts'
import { aside, inOrder, listPage, these, type Window } from './listing.ts'
import { marked } from './marks.ts'
import { ORDERS } from './orders.ts'
import type { OtherName } from './other-names.ts'

/**
 * One search: a state becomes engine queries, their results one answer. The API, the page and the
 * gateway all come through here, so that they cannot disagree.
 */

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
  /** Names in the query that were read as actors with other names. */
  readNames: OtherName[]
  /** Ids of hits that were found by meaning alone. */
  closeInMeaning: string[]
  /** How many of the results have every word as it was typed; null where that says nothing, and for a script. */
  exactly: number | null
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
  const filter = engineFilter(filters)
  const { words, whole } = finding(client, state, filter)
  const asTyped = reader === 'script' ? null : exactCount(client, state, filter, words)
  asTyped?.catch(() => {})
  const { words: alternatives, joined, best } = await words
  const page: Window = {
    offset: (Math.min(state.page, LAST_PAGE) - 1) * state.size,
    size: state.size,
    filter,
    sort: orderOf(state),
  }
  const counted = facetsCounted(state, reader)
  const planned = countsAsked(filters, counted)
  const counts = planned.map(({ query }) => query)
  const isSettled = joined === 'by nothing'
  // The list of those with the words comes with their counts where the engine orders it.
  const isListed = isSettled || (joined === 'behind' && page.sort === null)
  // So few that all are known: they are counted by their ids, and where no filter narrows them with what joins them.
  const known = isSettled ? null : allOf(best)
  const few = filter.length > 0 ? null : known
  const wordCounts = few === null ? counts : isListed ? [countQuery(filter)] : []
  const worded = searchUnions(
    client,
    known === null || isListed ? alternatives : [these(known)],
    wordCounts.map((query, at) => (at === 0 && isListed ? { ...query, ...listOf(page) } : query)),
  )
  const main = worded.then(([ofWords]) => ofWords ?? { hits: [], totalHits: few?.length ?? 0 })
  main.catch(() => {})
  const found = await whole
  const counting =
    few === null
      ? countsApart(client, worded, found, counts)
      : countsTogether(client, few, found, counts)
  // The list and its marks are asked for beside the counts.
  const ordering = page.sort === null ? inOrder(client, aside(found), filter) : Promise.resolve([])
  const listing = isSettled
    ? main.then(({ hits }) => marked(client, found, hits.map(hitOf)))
    : listPage(client, found, page, ordering, main, isListed)
  const [{ matched, results }, hits, exactly] = await Promise.all([counting, listing, asTyped])
  const total = matched.words + matched.meaning
  const resultOf = (name: string): UnionResult =>
    results[planned.findIndex(({ answers }) => answers.includes(name))] as UnionResult
  const calendar = reader === 'script' ? {} : calendarOf(counted, resultOf)
  const countsFor = (name: FacetName): Counts => {
    const tallies = calendar[name as CalendarUnit]
    return tallies === undefined ? countsOf(resultOf(name), name) : countsIn(tallies)
  }
  const facets = Object.fromEntries(
    counted
      .filter((name) => facetOf(name)?.pageOnly !== true)
      .map((name) => [name, countsFor(name)]),
  ) as Answer['facets']
  return {
    answer: {
      total,
      matched,
      relaxed: found.relaxed,
      page: state.page,
      pages: Math.ceil(total / state.size),
      hits,
      facets,
      undated: resultOf(UNDATED).facetDistribution?.[UNDATED]?.true ?? 0,
      ignored: [...ignored, ...leftAside(found.words)],
      corpusVersion: found.version,
      tookMs: Math.round(performance.now() - started),
    },
    titles: titlesOf(resultOf('document')),
    state,
    names,
    calendar,
    readNames: found.relaxed ? [] : found.names,
    closeInMeaning: hits.map(({ id }) => id).filter((id) => found.meaning.includes(id)),
    exactly,
  }
}

function facetsCounted(state: SearchState, reader: Reader): FacetName[] {
  const days = reader === 'page-by-day' || countsDays(dayRange(state.from, state.to))
  return FACETS.filter((facet) => reader !== 'script' || facet.pageOnly !== true)
    .map((facet) => facet.name)
    .filter((name) => name !== 'day' || days)
}

function calendarOf(counted: FacetName[], resultOf: (name: string) => UnionResult): Calendar {
  const units = DATE_FACETS.map(({ name }) => name as CalendarUnit)
  return Object.fromEntries(
    units
      .filter((unit) => counted.includes(unit))
      .map((unit) => [unit, talliesOf(resultOf(unit), unit)]),
  )
}

type PlannedQuery = { answers: string[]; query: UnionQuery }

/**
 * First every count of values that no filter of its own narrows; one query for each narrowed facet without that
 * filter; the calendar, without the dates. They are asked beside each other, and the calendar takes the engine as
 * long as the rest.
 */
function countsAsked(filters: Filters, counted: FacetName[]): PlannedQuery[] {
  const calendar = [
    ...DATE_FACETS.map(({ name }) => name).filter((n) => counted.includes(n)),
    UNDATED,
  ]
  const values = counted.filter((name) => !calendar.includes(name))
  const narrowed = values.filter((name) => filters.own.has(name))
  const count = (names: string[], except?: string): PlannedQuery => ({
    answers: names,
    query: countQuery(engineFilter(filters, except), names.map(attributeOf)),
  })
  return [
    count(values.filter((name) => !narrowed.includes(name))),
    ...narrowed.map((name) => count([name], name)),
    count(calendar, 'date'),
  ]
}

const listOf = ({ offset, size, sort }: Window): Partial<UnionQuery> => ({
  offset,
  limit: size,
  sort,
  attributesToRetrieve: [...ENTRY_FIELDS],
})

const attributeOf = (name: string): string => (name === UNDATED ? name : facetAttribute(name))

/** Without words there is nothing to be relevant to: oldest first. */
export function orderOf({ sort, q }: SearchState): string[] | null {
  if (sort !== 'relevance') return ORDERS[sort]
  return hasWords(q) ? null : ORDERS.oldest
}
