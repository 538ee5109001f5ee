import type { Entry } from '#schema/entry'
import type { Highlight } from './highlight.ts'
import type { Ignored } from './state.ts'

/** What `GET /api/entries` answers; the page and the gateway speak from the same. */

export type Hit = Entry & {
  /** Relative address of the entry's page. */
  url: string
  highlights: { text: Highlight[] }
}

export type Counts = Record<string, number>

export type Answer = {
  /** Exact number of entries that match. */
  total: number
  /** How many of the total each way of finding brought; found by both counts as words. */
  matched: { words: number; meaning: number }
  /** True when no entry has all the words, so that words were dropped. */
  relaxed: boolean
  page: number
  pages: number
  hits: Hit[]
  facets: {
    actor: Counts
    kind: Counts
    document: Counts
    section: Counts
    year: Counts
    month: Counts
    day?: Counts
  }
  undated: number
  ignored: Ignored[]
  corpusVersion: number
  tookMs: number
}

/** Titles of the documents in the counts, by id: for people, beside the answer. */
export type Titles = Record<string, string>
