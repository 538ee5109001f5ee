'use client'

import { useInstantSearch } from 'react-instantsearch'
import type { Answer, Hit, Titles } from '#search/answer'

/** The answer on the page, with what the gateway adds for it. */
export type PageAnswer = Omit<Answer, 'ignored'> & {
  titles: Titles
  /** Number of values of each value facet; the counts hold the busiest of them. */
  values: Record<string, number>
}

type Raw = {
  hits: Hit[]
  nbHits: number
  nbPages: number
  page: number
  processingTimeMS: number
  facets: Answer['facets']
  _meilisearch?: { metadata: Omit<PageAnswer, 'hits' | 'total' | 'pages' | 'page' | 'tookMs'> }
}

export type Loading = 'idle' | 'loading' | 'stalled' | 'error'

/** The last answer, null before the first; it stays on the page while the next one is fetched. */
export function useAnswer(): { answer: PageAnswer | null; status: Loading; refresh: () => void } {
  const { results, status, refresh } = useInstantSearch({ catchError: true })
  const raw = results?._rawResults?.[0] as unknown as Raw | undefined
  const metadata = raw?._meilisearch?.metadata
  const answer =
    raw === undefined || metadata === undefined
      ? null
      : {
          ...metadata,
          total: raw.nbHits,
          pages: raw.nbPages,
          page: raw.page + 1,
          hits: raw.hits,
          facets: raw.facets,
          tookMs: raw.processingTimeMS,
        }
  return { answer, status, refresh }
}
