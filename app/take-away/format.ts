import type { Hit } from '#search/answer'
import type { Citable } from '../cite/csl'
import type { Provenance } from './provenance'

/** A file of entries: what comes first, each entry, what comes last. */
export type Format = {
  /** Media type, with the charset. */
  type: string
  extension: string
  /** True for what a program follows or shows, false for what is saved. */
  inline?: boolean
  head?: (context: Context) => string
  entry: (hit: Hit, context: Context) => string
  tail?: (context: Context) => string
}

export type Context = { provenance: Provenance; citable: Citable; now: Date }
