'use client'

import { useSearchParams } from 'next/navigation'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { SearchState } from '#search/state'
import { hrefOf, sameSearch, stateFromParams } from '#search/url'
import { titleOf } from './title'

/**
 * The search state of the page, and its address. The state leads while someone types, the address
 * follows; after Back and Forward it is the other way round. A search that was typed is one step of
 * the history however many letters it had.
 */

/** `step`: a step of the history. `typing`: one step for all letters until a pause. */
export type How = 'step' | 'typing'

type SearchStateValue = { state: SearchState; go: (next: SearchState, how?: How) => void }

const SearchStateContext = createContext<SearchStateValue | null>(null)

/** Browsers refuse more than about 100 changes of the address in 30 seconds. */
const ADDRESS_INTERVAL_MS = 350
/** After this long without a letter, the next letter begins another search. */
const TYPING_PAUSE_MS = 1500

export function SearchStateProvider({ children }: { children: React.ReactNode }) {
  const params = useSearchParams()
  const [state, setState] = useState(() => stateFromParams(new URLSearchParams(params)).state)
  const address = useAddress()

  const go = useCallback(
    (next: SearchState, how: How = 'step') => {
      setState(next)
      address.write(next, how)
    },
    [address],
  )

  useEffect(() => {
    const follow = () => {
      address.forget()
      setState(stateFromParams(new URLSearchParams(window.location.search)).state)
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [address])

  useEffect(() => {
    document.title = titleOf(state)
  }, [state])

  const value = useMemo(() => ({ state, go }), [state, go])
  return <SearchStateContext value={value}>{children}</SearchStateContext>
}

export function useSearchState(): SearchStateValue {
  const value = useContext(SearchStateContext)
  if (value === null) throw new Error('useSearchState needs a SearchStateProvider')
  return value
}

type Address = { write: (state: SearchState, how: How) => void; forget: () => void }

/** Writes states to the address: steps at once, letters at most every ADDRESS_INTERVAL_MS. */
function useAddress(): Address {
  const typing = useRef({ since: 0, pending: null as SearchState | null, timer: 0, written: 0 })

  const address = useMemo(() => {
    const current = typing.current
    const flush = () => {
      window.clearTimeout(current.timer)
      if (current.pending !== null) window.history.replaceState(null, '', hrefOf(current.pending))
      current.pending = null
      current.written = Date.now()
    }
    const write = (state: SearchState, how: How) => {
      const now = Date.now()
      const continues = how === 'typing' && now - current.since < TYPING_PAUSE_MS
      current.since = how === 'typing' ? now : 0
      if (continues) {
        current.pending = state
        window.clearTimeout(current.timer)
        const wait = Math.max(0, current.written + ADDRESS_INTERVAL_MS - now)
        current.timer = window.setTimeout(flush, wait)
        return
      }
      flush()
      const here = stateFromParams(new URLSearchParams(window.location.search)).state
      if (!sameSearch(here, state)) window.history.pushState(null, '', hrefOf(state))
      current.written = now
    }
    const forget = () => {
      window.clearTimeout(current.timer)
      current.pending = null
      current.since = 0
    }
    return { write, forget, flush }
  }, [])

  // What was typed last must be in the address before the page is left.
  useEffect(() => {
    window.addEventListener('pagehide', address.flush)
    return () => {
      window.removeEventListener('pagehide', address.flush)
      address.forget()
    }
  }, [address])

  return address
}
