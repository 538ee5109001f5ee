import { daysOf, monthsOf, yearsOf } from './buckets.ts'
import type { ParsedEntry } from './entry.ts'
import { facetKey } from './facet-key.ts'

/**
 * The one table of facets. The index settings, the URL parameters, the counts of the API, the labels
 * and the order on the page all derive from it: a new facet is one row here.
 */

export type FacetName = 'actor' | 'kind' | 'document' | 'section' | 'year' | 'month' | 'day'

export type Facet = {
  name: FacetName
  label: string
  /** The values of an entry, each once. */
  values: (entry: ParsedEntry) => string[]
  /**
   * `value`: a parameter of the same name includes values (any of them); its own included values do
   * not narrow its counts. `date`: a calendar bucket, narrowed by from, to and undated, which its
   * counts ignore.
   */
  narrowedBy: 'value' | 'date'
  /** What people read instead of the value, where they differ; it travels in the engine's key. */
  valueLabel?: (entry: ParsedEntry) => string
  /** The engine's attribute to filter by, when it is not the one that holds the keys. */
  filterAttribute?: string
  /** The parameter that excludes values, where there is one. */
  exclude?: string
  /** The parameter that asks for all included values instead of any, where there is one. */
  match?: string
  /** How the page orders the values. */
  order: 'count' | 'calendar' | 'table'
  /** True when the page offers a box to find a value in. */
  searchable: boolean
}

export const FACETS: readonly Facet[] = [
  {
    name: 'actor',
    label: 'Actors',
    values: (entry) => entry.actors.map((actor) => actor.name),
    narrowedBy: 'value',
    exclude: 'notActor',
    match: 'actorMatch',
    order: 'count',
    searchable: true,
  },
  {
    name: 'kind',
    label: 'Kind',
    values: (entry) => [entry.kind],
    narrowedBy: 'value',
    order: 'table',
    searchable: false,
  },
  {
    name: 'document',
    label: 'Document',
    values: (entry) => [entry.document.id],
    valueLabel: (entry) => entry.document.title,
    filterAttribute: 'document.id',
    narrowedBy: 'value',
    order: 'count',
    searchable: false,
  },
  {
    name: 'section',
    label: 'Section',
    values: (entry) => (entry.section === null ? [] : [entry.section]),
    narrowedBy: 'value',
    order: 'count',
    searchable: true,
  },
  {
    name: 'year',
    label: 'Year',
    values: yearsOf,
    narrowedBy: 'date',
    order: 'calendar',
    searchable: false,
  },
  {
    name: 'month',
    label: 'Month',
    values: monthsOf,
    narrowedBy: 'date',
    order: 'calendar',
    searchable: false,
  },
  {
    name: 'day',
    label: 'Day',
    values: daysOf,
    narrowedBy: 'date',
    order: 'calendar',
    searchable: false,
  },
]

export type ValueFacetName = 'actor' | 'kind' | 'document' | 'section'
export type DateFacetName = 'year' | 'month' | 'day'

export const VALUE_FACETS = FACETS.filter((facet) => facet.narrowedBy === 'value')
export const DATE_FACETS = FACETS.filter((facet) => facet.narrowedBy === 'date')

/** The facet of a name; null when there is none. */
export function facetOf(name: string): Facet | null {
  return FACETS.find((facet) => facet.name === name) ?? null
}

/** The engine's attribute that holds a facet's keys. */
export const facetAttribute = (name: string): string => `facet.${name}`

/** The keys of an entry for every facet, as the engine stores them. */
export function facetKeysOf(entry: ParsedEntry): Record<FacetName, string[]> {
  const keysOf = ({ values, valueLabel }: Facet): string[] => {
    const unique = [...new Set(values(entry))]
    return unique.map((value) => facetKey(value, valueLabel?.(entry)))
  }
  return Object.fromEntries(FACETS.map((facet) => [facet.name, keysOf(facet)])) as Record<
    FacetName,
    string[]
  >
}
