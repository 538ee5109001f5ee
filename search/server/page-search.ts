import 'server-only'
import { monthsExtent } from '../calendar.ts'
import { countsDays } from '../range.ts'
import type { SearchState } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { type SearchResult, search } from './search.ts'

/**
 * A search as the page needs it: with the units of the calendar that its histogram draws. Days are
 * counted for a short range, and where all results lie within two months.
 */
export async function pageSearch(client: EngineClient, state: SearchState): Promise<SearchResult> {
  const result = await search(client, state, [], 'page')
  if (result.calendar.day !== undefined || !isShort(result)) return result
  return search(client, state, [], 'page-by-day')
}

function isShort({ calendar }: SearchResult): boolean {
  const extent = monthsExtent(calendar)
  // Dates no finer than a year could lie anywhere in it.
  const vague = Object.values(calendar.year ?? {}).some(([, , coarse]) => coarse > 0)
  return extent !== null && !vague && countsDays(extent)
}
