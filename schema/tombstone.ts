/**
 * How entries leave the collection in the same moment in which others come. The engine applies one
 * task at a time, and none both adds and deletes. So a run's new entries come in one task with
 * tombstones, records with nothing but an id, in the places of the entries that go: readers see all of
 * the change or nothing. A second task clears the tombstones away; until then no search finds them.
 */

export type Tombstone = { id: string }

export const tombstone = (id: string): Tombstone => ({ id })

/** The engine's filter that every search carries: what is no tombstone has a document. */
export const LIVE = 'document.id EXISTS'

/** The tombstones alone. */
export const TOMBSTONES = 'document.id NOT EXISTS'
