import 'server-only'
import type { MultiSearchResult } from 'meilisearch'
import type { Entry } from '#schema/entry'
import { facetLabel, facetValue } from '#schema/facet-key'
import { facetAttribute } from '#schema/facets'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import type { Counts, Hit, Titles } from '../answer.ts'
import { type ByteMatch, highlightsOf } from '../highlight.ts'

/** The engine's answers in the terms of ours. */

type EngineHit = EntryRecord & { _matchesPosition?: Record<string, ByteMatch[]> }

/** Relative address of an entry's page. */
export const entryPath = (id: string): string => `/entry/${encodeURIComponent(id)}`

/** Only an entry's own fields, whatever else the engine stores beside them. */
export function entryOf(record: EntryRecord): Entry {
  return Object.fromEntries(ENTRY_FIELDS.map((field) => [field, record[field]])) as Entry
}

export function hitOf(hit: EngineHit): Hit {
  return {
    ...entryOf(hit),
    url: entryPath(hit.id),
    highlights: { text: highlightsOf(hit.text, hit._matchesPosition?.text ?? []) },
  }
}

type Result = Pick<MultiSearchResult<EntryRecord>, 'facetDistribution'>

export function countsOf(result: Result, facet: string): Counts {
  const distribution = result.facetDistribution?.[facetAttribute(facet)] ?? {}
  return Object.fromEntries(
    Object.entries(distribution).map(([key, count]) => [facetValue(key), count]),
  )
}

/** The titles that the keys of the document facet carry. */
export function titlesOf(result: Result): Titles {
  const keys = Object.keys(result.facetDistribution?.[facetAttribute('document')] ?? {})
  return Object.fromEntries(
    keys.map((key) => [facetValue(key), facetLabel(key) ?? facetValue(key)]),
  )
}
