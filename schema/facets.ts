import { bucketsOf, type CalendarUnit } from './buckets.ts'
import type { ParsedEntry } from './entry.ts'
import { facetKey } from './facet-key.ts'
import { shadeMark } from './shade.ts'

/**
 * The one table of facets. The index settings, the URL parameters, the counts of the API, the labels
 * and the order on the page all derive from it: a new facet is one row here.
 */

export type FacetName = ValueFacetName | CalendarUnit
export type ValueFacetName = 'actor' | 'kind' | 'document' | 'section'

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
  /** What travels in the engine's key beside a value: what people read instead, how clear a date is. */
  keyLabel?: (entry: ParsedEntry) => (value: string) => string | undefined
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
  /** True when only the page's histogram counts it: the API's answer goes without. */
  pageOnly?: boolean
}

const calendar = (name: CalendarUnit, label: string, pageOnly = false): Facet => ({
  name,
  label,
  values: (entry) => [...bucketsOf(entry, name).keys()],
  keyLabel: (entry) => {
    const buckets = bucketsOf(entry, name)
    return (value) => {
      const shade = buckets.get(value)
      return shade === undefined ? undefined : shadeMark(shade)
    }
  },
  narrowedBy: 'date',
  order: 'calendar',
  searchable: false,
  ...(pageOnly && { pageOnly }),
})

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
    keyLabel: (entry) => () => entry.document.title,
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
  calendar('century', 'Century', true),
  calendar('decade', 'Decade', true),
  calendar('year', 'Year'),
  calendar('month', 'Month'),
  calendar('day', 'Day'),
]

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
  const keysOf = ({ values, keyLabel }: Facet): string[] => {
    const labelOf = keyLabel?.(entry)
    return [...new Set(values(entry))].map((value) => facetKey(value, labelOf?.(value)))
  }
  return Object.fromEntries(FACETS.map((facet) => [facet.name, keysOf(facet)])) as Record<
    FacetName,
    string[]
  >
}
