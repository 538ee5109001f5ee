import type { Entry } from '#schema/entry'
import type { VersionTimes } from '#search/server/version-times'
import type { Citable } from '../cite/csl'
import type { Provenance } from './provenance'

/** A file of entries: what comes first, each entry, what comes last. */
export type Format = {
  /** Media type, with the charset. */
  type: string
  extension: string
  /** True for what a program follows or shows, false for what is saved. */
  inline?: boolean
  /** True when it says when entries changed. */
  timed?: boolean
  head?: (context: Context) => string
  entry: (entry: Entry, context: Context) => string
  tail?: (context: Context) => string
  /** The last that is written when the rest cannot be: nobody may take the file for a whole one. */
  broken: (reason: Broken, context: Context) => string
}

export type Context = {
  provenance: Provenance
  citable: Citable
  times: VersionTimes
}

export type Broken = { code: 'collection_changed' | 'engine_unavailable'; message: string }
