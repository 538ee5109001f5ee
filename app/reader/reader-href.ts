import type { SearchState } from '#search/state'
import { hrefOf, searchOf } from '#search/url'

/**
 * Addresses of the reader. It takes the parameters of a search, whose hits it marks, and two of its own:
 * `entry`, so that the server can show the entry that the fragment names, and `at`, a position.
 */

const pathOf = (documentId: string): string => `/document/${encodeURIComponent(documentId)}`

/** The document at an entry, with the hits of a search. */
export function readerHref(documentId: string, state: SearchState, entryId: string): string {
  return `${pathOf(documentId)}${withParam(searchOf(state), 'entry', entryId)}#${entryId}`
}

/** The document from a position on. */
export const readerPageHref = (documentId: string, state: SearchState, at: number): string =>
  `${pathOf(documentId)}${withParam(searchOf(state), 'at', String(at))}`

/** The results that one came from, at an entry. */
export const backHref = (state: SearchState, entryId: string | null): string =>
  `${hrefOf(state)}${entryId === null ? '' : `#${entryId}`}`

function withParam(search: string, name: string, value: string): string {
  return `${search === '' ? '?' : `${search}&`}${name}=${encodeURIComponent(value)}`
}
