import 'server-only'
import { cellState, type Grid, periodsOf } from '../grid.ts'
import type { SearchState } from '../state.ts'
import { countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { find } from './find.ts'
import { wholeOf } from './listing.ts'
import { search } from './search.ts'

const MOST_ACTORS = 12

/**
 * The grid of a search. A cell's count is the total of the search that it leads to: each is asked for,
 * since no facet counts entries of several dates and of dates wider than a period rightly.
 *
 * Throws what the engine's client throws.
 */
export async function gridOf(client: EngineClient, asked: SearchState): Promise<Grid> {
  const { answer, state } = await search(client, { ...asked, page: 1, size: 1 })
  const periods = periodsOf(answer.facets, state)
  const actors = Object.entries(answer.facets.actor)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_ACTORS)
    .map(([name]) => name)
  if (periods.length === 0 || actors.length === 0) {
    return { periods: [], rows: [], corpusVersion: answer.corpusVersion }
  }
  const found = await find(client, state, engineFilter(filtersOf(state)))
  const cells = actors.flatMap((actor) => periods.map((period) => cellState(state, actor, period)))
  const results = await searchUnions(
    client,
    wholeOf(found),
    cells.map((cell) => countQuery(engineFilter(filtersOf(cell)))),
  )
  const totals = results.map(({ totalHits }) => totalHits)
  const rows = actors.map((actor, row) => ({
    actor,
    counts: totals.slice(row * periods.length, (row + 1) * periods.length),
  }))
  return { periods, rows, corpusVersion: answer.corpusVersion }
}
