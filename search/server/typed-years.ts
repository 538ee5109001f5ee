import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { yearsFilter } from './filters.ts'

/** The engine's filters that bind to typed years; none without years. */
export type YearsFilter = () => Promise<string[]>

/** Entries of other years that name one of these; the rest is told by its dates. */
const MOST_NAMING = 1_000

/**
 * A typed year never finds another year, however many words were dropped: an entry has the year among
 * its dates or its words, or no date at all. Asked once, when it is first needed.
 */
export function yearsOf(client: EngineClient, years: readonly string[]): YearsFilter {
  let asked: Promise<string[]> | null = null
  return () => {
    asked ??= years.length === 0 ? Promise.resolve([]) : filtersFor(client, years)
    return asked
  }
}

async function filtersFor(client: EngineClient, years: readonly string[]): Promise<string[]> {
  const dated = yearsFilter(years)
  const { results } = await client.multiSearch<MultiSearchParams, { id: string }>({
    queries: years.map((year) => ({
      indexUid: ENTRIES_INDEX,
      q: `"${year}"`,
      filter: `NOT ${dated}`,
      limit: MOST_NAMING,
      attributesToRetrieve: ['id'],
    })),
  })
  const naming = results.flatMap(({ hits }) => hits.map(({ id }) => id))
  return [naming.length === 0 ? dated : `(${dated} OR ${idsFilter(naming)})`]
}
