import 'server-only'
import { dayNumber, partsOf } from '#schema/day'
import { facetKey } from '#schema/facet-key'
import { type Facet, facetAttribute, VALUE_FACETS } from '#schema/facets'
import { type DayRange, dayRange, isReversed } from '../range.ts'
import type { Also, SearchState } from '../state.ts'

/**
 * The engine's filters of a search state. Each has the facet that it belongs to, because a facet's
 * counts apply every filter except its own included values.
 */

export type Filters = {
  /** Apply to everything: exclusions, and included actors when all of them are asked for. */
  always: string[]
  /** Included values by facet, and the dates under `date`. */
  own: Map<string, string>
}

const NOTHING = '(when.undated = true AND when.undated = false)'

/** The engine's string literal. */
export const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const keyOf = (value: string): string =>
  // A key of another spelling matches nothing, where the engine would fold its case.
  quoted(facetKey(value))

const attributeOf = (facet: Facet): string => facet.filterAttribute ?? facetAttribute(facet.name)

/** The state's actors must be canonical names already, see actors.ts. */
export function filtersOf(state: SearchState): Filters {
  const always: string[] = alsoFilters(state.also)
  const own = new Map<string, string>()
  for (const facet of VALUE_FACETS) {
    const attribute = attributeOf(facet)
    const keys = valuesOf(state, facet.name).map((value) => keyOf(value))
    const excluded = valuesOf(state, facet.exclude).map((value) => keyOf(value))
    if (excluded.length > 0) always.push(`${attribute} NOT IN [${excluded.join(', ')}]`)
    if (keys.length === 0) continue
    if (facet.match !== undefined && parameterOf(state, facet.match) === 'all') {
      always.push(...keys.map((key) => `${attribute} = ${key}`))
    } else {
      own.set(facet.name, `${attribute} IN [${keys.join(', ')}]`)
    }
  }
  const dates = dateFilter(state)
  if (dates !== null) own.set('date', dates)
  return { always, own }
}

const parameterOf = (state: SearchState, name: string): unknown => state[name as keyof SearchState]

const valuesOf = (state: SearchState, name: string | undefined): string[] =>
  name === undefined ? [] : (parameterOf(state, name) as string[])

/** All filters as the engine takes them, but for one facet's own when `except` names it. */
export function engineFilter({ always, own }: Filters, except?: string): string[] {
  return [...always, ...[...own].filter(([name]) => name !== except).map(([, filter]) => filter)]
}

function alsoFilters({ addedAfter, changedAfter }: Also = {}): string[] {
  const filters: string[] = []
  if (addedAfter !== undefined) filters.push(`addedIn > ${addedAfter}`)
  if (changedAfter !== undefined) {
    filters.push(`changedIn > ${changedAfter}`, `addedIn <= ${changedAfter}`)
  }
  return filters
}

/** Entries that may belong to one of some years: by their dates, or by having none. */
export function yearsFilter(years: readonly string[]): string {
  const any = years.map((year) => dateFilter({ from: year, to: year, undated: true }))
  return `(${any.join(' OR ')})`
}

function dateFilter(state: Pick<SearchState, 'from' | 'to' | 'undated'>): string | null {
  const range = dayRange(state.from, state.to)
  if (range === null) return state.undated ? 'when.undated = true' : null
  if (isReversed(range)) return NOTHING
  const overlap = overlapFilter(range)
  return state.undated ? `(${overlap} OR when.undated = true)` : overlap
}

/** Entries with at least one effective date that overlaps the range, see schema/buckets.ts. */
function overlapFilter({ first, last }: DayRange): string {
  const between = (attribute: string, low: number | null, high: number | null): string => {
    if (low !== null && high !== null) return `${attribute} ${low} TO ${high}`
    return low !== null ? `${attribute} >= ${low}` : `${attribute} <= ${high}`
  }
  const bound = (day: string | null, digits: 'year' | 'month' | 'day'): number | null => {
    if (day === null) return null
    const { year, month } = partsOf(day)
    return digits === 'year' ? year : digits === 'month' ? year * 100 + month : dayNumber(day)
  }
  const clauses = [
    between('when.fullYears', bound(first, 'year'), bound(last, 'year')),
    between('when.fullMonths', bound(first, 'month'), bound(last, 'month')),
    between('when.edgeDays', bound(first, 'day'), bound(last, 'day')),
    last === null ? 'when.openFrom >= 0' : `when.openFrom <= ${dayNumber(last)}`,
    first === null ? 'when.openUntil >= 0' : `when.openUntil >= ${dayNumber(first)}`,
  ]
  return `(${clauses.join(' OR ')})`
}
