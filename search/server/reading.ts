import 'server-only'
import type { Answer, Hit } from '../answer.ts'
import type { HitPlace, HitsAround, ReadWindow } from '../reading.ts'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { sameSearch } from '../url.ts'
import { entryPath } from './adapt.ts'
import { type DocumentInfo, entriesBetween } from './document.ts'
import type { EngineClient } from './engine.ts'
import { search } from './search.ts'

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

export async function readWindow(
  client: EngineClient,
  document: DocumentInfo,
  state: SearchState,
  first: number,
): Promise<ReadWindow> {
  const last = first + WINDOW - 1
  const [entries, hits] = await Promise.all([
    entriesBetween(client, document.id, first, last),
    isSearch(state) ? hitsIn(client, document.id, state, first, last, 1, WINDOW) : null,
  ])
  const found = new Map<string, Hit>((hits?.hits ?? []).map((hit) => [hit.id, hit]))
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

/** The hits of a search in a document, seen from a position; null when the search asks for nothing. */
export async function hitsAround(
  client: EngineClient,
  documentId: string,
  state: SearchState,
  position: number,
): Promise<HitsAround | null> {
  if (!isSearch(state)) return null
  const [before, here, after] = await Promise.all([
    hitsIn(client, documentId, state, 0, position - 1, 1, 1),
    hitsIn(client, documentId, state, position, position, 1, 1),
    hitsIn(client, documentId, state, position + 1, END, 1, 1),
  ])
  const last =
    before.total > 1
      ? await hitsIn(client, documentId, state, 0, position - 1, before.total, 1)
      : before
  return {
    total: before.total + here.total + after.total,
    rank: before.total + here.total,
    previous: placeOf(last.hits[0]),
    next: placeOf(after.hits[0]),
  }
}

const placeOf = (hit: Hit | undefined): HitPlace | null =>
  hit === undefined ? null : { entry: hit.id, position: hit.position }

async function hitsIn(
  client: EngineClient,
  documentId: string,
  state: SearchState,
  first: number,
  last: number,
  page: number,
  size: number,
): Promise<Answer> {
  const { answer } = await search(client, {
    ...state,
    document: [documentId],
    sort: 'document',
    page,
    size,
    also: { positions: [first, last] },
  })
  return answer
}
