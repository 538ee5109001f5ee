'use client'

import { createContext, lazy, Suspense, useContext, useEffect, useState } from 'react'
import type { PageAnswer } from '#search/page-answer'
import type { SearchState } from '#search/state'
import { sameSearch } from '#search/url'
import { useSearchState } from './use-search-state'

/**
 * The answer on the page. The first one came with the page; InstantSearch, which fetches all others,
 * is loaded when somebody begins to use the page, so that reading costs no more than it must.
 */

export type Live = {
  /** The last answer, null before the first; it stays while the next one is fetched. */
  answer: PageAnswer | null
  status: 'idle' | 'loading' | 'stalled' | 'error'
  refresh: () => void
}

const Driver = lazy(() => import('./instant-driver'))
const AnswerContext = createContext<Live | null>(null)
const FIRST_USES = ['pointerdown', 'keydown', 'focusin'] as const

type Props = { first: PageAnswer | null; firstState: SearchState; children: React.ReactNode }

export function AnswerProvider({ first, firstState, children }: Props) {
  const { state } = useSearchState()
  // Coming back from another page, the router may bring the results of an earlier search along.
  const [still] = useState(() => (sameSearch(firstState, state) ? first : null))
  const [live, setLive] = useState<Live | null>(null)
  const used = useFirstUse()
  const needed = used || still === null || !sameSearch(firstState, state)
  // Without an answer the engine was gone when the page was made, which must be said without script too.
  const status = still === null && first === null ? 'error' : 'idle'
  const waiting: Live = { answer: still, status, refresh: () => undefined }
  const shown = live === null ? waiting : { ...live, answer: live.answer ?? still }
  return (
    <AnswerContext value={shown}>
      {needed && (
        <Suspense fallback={null}>
          <Driver onChange={setLive} />
        </Suspense>
      )}
      {children}
    </AnswerContext>
  )
}

export function useAnswer(): Live {
  const live = useContext(AnswerContext)
  if (live === null) throw new Error('useAnswer needs an AnswerProvider')
  return live
}

/** True from the first touch, key or focus on. */
function useFirstUse(): boolean {
  const [used, setUsed] = useState(false)
  useEffect(() => {
    const onUse = () => setUsed(true)
    for (const name of FIRST_USES) document.addEventListener(name, onUse, { once: true })
    return () => {
      for (const name of FIRST_USES) document.removeEventListener(name, onUse)
    }
  }, [])
  return used
}
