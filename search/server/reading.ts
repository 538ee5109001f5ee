import 'server-only'
import type { Entry } from '#schema/entry'
import type { Hit } from '../answer.ts'
import type { HitPlace, HitsAround, ReadWindow } from '../reading.ts'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { sameSearch } from '../url.ts'
import { entryPath } from './adapt.ts'
import { type DocumentInfo, entriesBetween } from './document.ts'
import type { EngineClient } from './engine.ts'
import { type Stretch, type StretchHits, searchStretches } from './stretches.ts'

/** What the reader shows: entries by their positions, whatever the length of the document. */

/** Entries that are shown at once. */
export const WINDOW = 60

/** Above every position. */
const END = 2 ** 31

/** True when there are hits to mark: the search asks for something. */
export const isSearch = (state: SearchState): boolean =>
  !sameSearch(
    { ...state, sort: 'relevance', view: 'list', page: 1, size: EMPTY_STATE.size },
    EMPTY_STATE,
  )

export type Read = {
  window: ReadWindow
  /** The hits seen from a position; null when the search asks for nothing. */
  hits: HitsAround | null
}

/**
 * Entries of a document from a position on, with the hits of a search among them, and the hits before and
 * after another position. Throws what the engine's client throws.
 *
 * @param position where one stands among the hits; null when nobody asks
 */
export async function read(
  client: EngineClient,
  document: DocumentInfo,
  state: SearchState,
  first: number,
  position: number | null,
): Promise<Read> {
  const last = first + WINDOW - 1
  const shown: Stretch = { first, last, from: 'start', size: WINDOW }
  const [entries, stretches] = await Promise.all([
    entriesBetween(client, document.id, first, last),
    isSearch(state)
      ? searchStretches(client, state, document.id, [shown, ...stretchesAround(position)])
      : [],
  ])
  const [hits, ...around] = stretches
  return {
    window: windowOf(document, first, last, entries, hits?.hits ?? []),
    hits: around.length === 0 ? null : placesOf(around),
  }
}

function stretchesAround(position: number | null): Stretch[] {
  if (position === null) return []
  return [
    { first: 0, last: position - 1, from: 'end', size: 1 },
    { first: position, last: position, from: 'start', size: 1 },
    { first: position + 1, last: END, from: 'start', size: 1 },
  ]
}

function windowOf(
  document: DocumentInfo,
  first: number,
  last: number,
  entries: readonly Entry[],
  hits: readonly Hit[],
): ReadWindow {
  const found = new Map(hits.map((hit) => [hit.id, hit]))
  return {
    document,
    first,
    last,
    entries: entries.map((entry) => ({
      ...entry,
      url: entryPath(entry.id),
      hit: found.has(entry.id),
      highlights: found.get(entry.id)?.highlights ?? { text: [] },
    })),
  }
}

function placesOf([before, here, after]: readonly StretchHits[]): HitsAround {
  const rank = (before?.total ?? 0) + (here?.total ?? 0)
  return {
    total: rank + (after?.total ?? 0),
    rank,
    previous: placeOf(before?.hits[0]),
    next: placeOf(after?.hits[0]),
  }
}

const placeOf = (hit: Hit | undefined): HitPlace | null =>
  hit === undefined ? null : { entry: hit.id, position: hit.position }
