/**
 * What a citable link says of the collection that it was made on: `v=` the corpus version, a dot, and the
 * number of results then. Small enough for any link, and all that is needed to tell what has changed.
 */
export type Shared = { version: number; total: number }

const FORM = /^([1-9]\d{0,9})\.(\d{1,12})$/

export const SHARED_PARAMETER = 'v'
export const SHARED_FORM = 'a corpus version and a number of results: 12.340'

/** Null for what is no such text. */
export function parseShared(text: string): Shared | null {
  const [, version, total] = FORM.exec(text.trim()) ?? []
  return version === undefined ? null : { version: Number(version), total: Number(total) }
}

export const formatShared = ({ version, total }: Shared): string => `${version}.${total}`

/** How the results of a search have changed since it was shared. */
export type Since = {
  shared: Shared
  /** Results now. */
  total: number
  /** Of them: came since. */
  added: number
  /** Of them: were there, and have changed since. */
  changed: number
  /**
   * Were results then and are none now. Entries that changed may have become results by that, so that with
   * changed ones it is the least that it can be.
   */
  gone: number
}

export function sinceOf(shared: Shared, total: number, added: number, changed: number): Since {
  return { shared, total, added, changed, gone: Math.max(0, shared.total - (total - added)) }
}
