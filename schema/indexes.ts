/** The engine's indexes that make up one collection, and what is stored in the second of them. */

import type { ActorType, DocumentRef, Kind } from './entry.ts'
import type { MeaningRecord } from './meaning/encoding.ts'

/** The version that the embedded engine, docker-compose.yml and the tests agree on. */
export const ENGINE_VERSION = '1.21.0'

/** The entries: what is searched. */
export const ENTRIES_INDEX = 'kronika'

/** What the collection is made of: its version, its documents, its actors with their aliases. */
export const COLLECTION_INDEX = 'kronika-collection'

/** Where a new collection is built before it takes the place of the old one. No reader may search it. */
export const NEXT = { entries: 'kronika-next', collection: 'kronika-collection-next' }

/**
 * Raised when entries of an unchanged source would come out differently (a new rule, a new field of
 * the record): the next start then refreshes what it indexed before.
 */
export const ENTRY_FORMAT = 9

/** The project's folder of documents, and the root of those in the collection that came from it. */
export const BUNDLED_ROOT = 'data'

/** `id` of the one record that carries the corpus version. */
export const VERSION_RECORD_ID = 'corpus'

/** `id` of the one record that says what a run is about to change. */
export const ANNOUNCEMENT_RECORD_ID = 'announced'

/** `id` of the record that says which share of the collection an engine holds. */
export const SHARE_RECORD_ID = 'share'

export type VersionRecord = {
  id: typeof VERSION_RECORD_ID
  type: 'corpus'
  /** The corpus version: a positive integer, raised by a run only when it changed something. */
  version: number
}

/** On every engine of a network; a collection on one engine has none. */
export type ShareRecord = {
  id: typeof SHARE_RECORD_ID
  type: 'share'
  /** From 0; the first engine also has what the collection is made of. */
  number: number
  /** Number of engines that share it. */
  of: number
  /** The corpus version for which the collection was shared out, the same on all of them; missing before there were any. */
  madeFor?: number
}

/** When a corpus version was made: feeds say when their entries changed. */
export type VersionTimeRecord = {
  /** `version-` and the version. */
  id: string
  type: 'version'
  version: number
  /** Instant, ISO 8601 in UTC, by the clock of the machine that made it. */
  at: string
}

/**
 * Written before the first change of a run. A version above the corpus version tells that the run is
 * not at its end, or was cut off.
 */
export type AnnouncementRecord = {
  id: typeof ANNOUNCEMENT_RECORD_ID
  type: 'announced'
  version: number
  /** Who makes it; absent in what older versions of Kronika announced. */
  run?: string
  pid?: number
  host?: string
  /** ISO 8601, by the clock of that host. */
  since?: string
  /** False for a new collection, that leaves this one alone until it takes its place. */
  inPlace?: boolean
}

export type DocumentRecord = {
  /** `document-` and the document's id. */
  id: string
  type: 'document'
  document: DocumentRef
  /**
   * Which source on the command line it came from: a path relative to the project, an address, or a
   * digest of a path outside the project. A folder that is read again removes what is gone from it.
   */
  root: string
  /** Digest of the whole root when it was read, so that an unchanged one can be left alone. */
  rootDigest: string
  entries: Record<Kind, number>
}

export type ActorRecord = {
  /** `actor-` and the actor's id. */
  id: string
  type: 'actor'
  actorId: string
  name: string
  actorType: ActorType
  verified: boolean
  aliases: string[]
  /** Folded id, name and aliases in every spelling: what a search parameter may name it by. */
  keys: string[]
}

/** Where an entry stood that has gone from its document, so that its address can name what is nearest. */
export type GoneRecord = {
  /** `gone-` and the entry's id. */
  id: string
  type: 'gone'
  position: number
  /** Corpus version that it was missing from first. */
  goneIn: number
}

export type CollectionRecord =
  | MeaningRecord
  | VersionRecord
  | ShareRecord
  | VersionTimeRecord
  | AnnouncementRecord
  | DocumentRecord
  | ActorRecord
  | GoneRecord
