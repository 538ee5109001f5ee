import type { Entry } from '#schema/entry'
import type { Highlight } from './highlight.ts'

/** A part of a document as the reader shows it, and the hits of a search in it. */

export type ReadEntry = Entry & {
  url: string
  /** True when the entry belongs to the search that one came from. */
  hit: boolean
  highlights: { text: Highlight[] }
}

export type ReadWindow = {
  document: { id: string; title: string; source: string; entries: number }
  /** Positions of the first and the last entry asked for; some may not exist. */
  first: number
  last: number
  entries: ReadEntry[]
}

export type HitPlace = { entry: string; position: number }

/** Where one stands among the hits of a search in a document. */
export type HitsAround = {
  total: number
  /** Number of the hit that one stands at, from 1; of the last one before, or 0, when at none. */
  rank: number
  previous: HitPlace | null
  next: HitPlace | null
}
