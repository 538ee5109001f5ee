'use client'

import { useEffect, useRef, useState } from 'react'
import type { Hit } from '#search/answer'
import { parametersOf } from '#search/instant'
import { type InstantResult, type PageAnswer, pageAnswerOf } from '#search/page-answer'
import type { SearchState } from '#search/state'
import { searchOf } from '#search/url'

/** Consecutive pages of results, grown at both ends. */
export type Pages = {
  hits: Hit[]
  /** Whether there are entries before the first and after the last. */
  hasEarlier: boolean
  hasLater: boolean
  loading: 'earlier' | 'later' | null
  failed: boolean
  more: (where: 'earlier' | 'later') => void
}

type Loaded = { key: string; first: number; last: number; hits: Hit[] }

/** Begins with the page of an answer; begins again when the search or the collection changes. */
export function usePages(state: SearchState, answer: PageAnswer): Pages {
  const key = `${searchOf({ ...state, page: 1 })}#${answer.corpusVersion}#${answer.page}`
  const start: Loaded = { key, first: answer.page, last: answer.page, hits: answer.hits }
  const [loaded, setLoaded] = useState(start)
  const [loading, setLoading] = useState<Pages['loading']>(null)
  const [failed, setFailed] = useState(false)
  const current = loaded.key === key ? loaded : start
  const latest = useRef(key)
  useEffect(() => {
    latest.current = key
    setFailed(false)
    setLoading(null)
  }, [key])

  const more = async (where: 'earlier' | 'later') => {
    const page = where === 'earlier' ? current.first - 1 : current.last + 1
    if (loading !== null || page < 1 || page > answer.pages) return
    setLoading(where)
    const fetched = await fetchPage({ ...state, page }).catch(() => null)
    if (latest.current !== key) return
    setLoading(null)
    setFailed(fetched === null)
    if (fetched === null) return
    setLoaded({
      key,
      first: Math.min(current.first, page),
      last: Math.max(current.last, page),
      hits: where === 'earlier' ? [...fetched, ...current.hits] : [...current.hits, ...fetched],
    })
  }

  return {
    hits: current.hits,
    hasEarlier: current.first > 1,
    hasLater: current.last < answer.pages,
    loading,
    failed,
    more,
  }
}

async function fetchPage(state: SearchState): Promise<Hit[]> {
  const { browserClient } = await import('../search/browser-client')
  const { index, ...params } = parametersOf(state)
  const requests = [{ indexName: index, query: params.query, params }]
  const found = await browserClient.search(requests as never)
  const answer = pageAnswerOf(found.results[0] as unknown as InstantResult | undefined)
  if (answer === null) throw new Error('no answer')
  return answer.hits
}
