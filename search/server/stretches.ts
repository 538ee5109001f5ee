import 'server-only'
import { ENTRY_FIELDS } from '#schema/record'
import { TIES } from '#schema/settings'
import type { Hit } from '../answer.ts'
import type { SearchState } from '../state.ts'
import { withCanonicalActors } from './actors.ts'
import { searchUnions, type UnionQuery } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { engineFilter, filtersOf } from './filters.ts'
import { find } from './find.ts'
import { wholeOf } from './listing.ts'
import { marked, withStems } from './marks.ts'

/** A run of positions in a document, and how many of the hits in it are wanted, from which end. */
export type Stretch = {
  first: number
  last: number
  from: 'start' | 'end'
  size: number
}

export type StretchHits = { total: number; hits: Hit[] }

/**
 * The hits of a search in parts of one document. What the search finds is settled once for all of them,
 * as search() settles it, and no facet is counted: a reader shows none.
 *
 * @returns for each stretch its exact total, and its hits from the end that was asked for
 */
export async function searchStretches(
  client: EngineClient,
  asked: SearchState,
  documentId: string,
  stretches: readonly Stretch[],
): Promise<StretchHits[]> {
  const { state } = await withCanonicalActors(client, { ...asked, document: [documentId] })
  const filter = engineFilter(filtersOf(state))
  const found = await find(client, state, filter)
  const results = await searchUnions(
    client,
    wholeOf(found),
    stretches.map((stretch) => queryOf(stretch, filter)),
  )
  return Promise.all(
    results.map(async ({ totalHits, hits }) => ({
      total: totalHits,
      hits: await marked(client, found, withStems(hits, found)),
    })),
  )
}

function queryOf({ first, last, from, size }: Stretch, filter: readonly string[]): UnionQuery {
  const order = from === 'start' ? 'asc' : 'desc'
  return {
    filter: [...filter, `position ${first} TO ${last}`],
    facets: [],
    limit: size,
    offset: 0,
    // With every tie of the settings, or the engine finds lists with and without words incomparable.
    sort: [`position:${order}`, ...TIES.filter((tie) => !tie.startsWith('position'))],
    attributesToRetrieve: [...ENTRY_FIELDS],
  }
}
