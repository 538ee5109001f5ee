'use client'

import { useSearchParams } from 'next/navigation'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type SearchState, withNames } from '#search/state'
import { hrefOf, sameSearch, stateFromParams } from '#search/url'
import { wake } from './awake'
import { titleOf } from './title'

/**
 * The search state of the page, and its address. The state leads while someone types, the address
 * follows; after Back and Forward it is the other way round. A search that was typed is one step of
 * the history however many letters it had.
 */

/** `step`: a step of the history. `typing`, `sliding`: one step for all letters or places until a pause. */
export type How = 'step' | 'typing' | 'sliding'

type SearchStateValue = { state: SearchState; go: (next: SearchState, how?: How) => void }

const SearchStateContext = createContext<SearchStateValue | null>(null)

/** Browsers refuse more than about 100 changes of the address in 30 seconds: half of that is ours. */
const CHANGES = 50
const CHANGES_WITHIN_MS = 30_000
/** How long a change waits once there were too many. */
const ADDRESS_INTERVAL_MS = 700
/** After this long without a letter, the next letter begins another search. */
const TYPING_PAUSE_MS = 3000

type Props = {
  /** Other names of actors that the first link used, with their canonical ones. */
  names: Record<string, string>
  children: React.ReactNode
}

export function SearchStateProvider({ names, children }: Props) {
  const params = useSearchParams()
  const [state, setState] = useState(() => stateOf(new URLSearchParams(params), names))
  const address = useAddress()

  const go = useCallback(
    (next: SearchState, how: How = 'step') => {
      wake()
      setState(next)
      address.write(next, how)
    },
    [address],
  )

  useEffect(() => {
    const follow = () => {
      address.forget()
      setState(stateOf(new URLSearchParams(window.location.search), names))
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [address, names])

  useEffect(() => {
    document.title = titleOf(state)
  }, [state])

  const value = useMemo(() => ({ state, go }), [state, go])
  return <SearchStateContext value={value}>{children}</SearchStateContext>
}

const stateOf = (params: URLSearchParams, names: Record<string, string>): SearchState =>
  withNames(stateFromParams(params).state, names)

export function useSearchState(): SearchStateValue {
  const value = useContext(SearchStateContext)
  if (value === null) throw new Error('useSearchState needs a SearchStateProvider')
  return value
}

type Address = { write: (state: SearchState, how: How) => void; forget: () => void }

/** Writes states to the address, at once unless that has happened too often of late. */
function useAddress(): Address {
  const typing = useRef({
    since: 0,
    how: 'step' as How,
    pending: null as SearchState | null,
    timer: 0,
    written: [] as number[],
  })

  const address = useMemo(() => {
    const current = typing.current
    const note = () => {
      const now = Date.now()
      current.written = [...current.written.filter((at) => now - at < CHANGES_WITHIN_MS), now]
    }
    const flush = () => {
      window.clearTimeout(current.timer)
      if (current.pending === null) return
      window.history.replaceState(null, '', hrefOf(current.pending))
      current.pending = null
      note()
    }
    const write = (state: SearchState, how: How) => {
      const now = Date.now()
      const continues =
        how !== 'step' && how === current.how && now - current.since < TYPING_PAUSE_MS
      current.since = now
      current.how = how
      if (continues) {
        current.pending = state
        window.clearTimeout(current.timer)
        if (current.written.length < CHANGES) flush()
        else current.timer = window.setTimeout(flush, ADDRESS_INTERVAL_MS)
        return
      }
      flush()
      const here = stateFromParams(new URLSearchParams(window.location.search)).state
      if (!sameSearch(here, state)) window.history.pushState(null, '', hrefOf(state))
      note()
    }
    const forget = () => {
      window.clearTimeout(current.timer)
      current.pending = null
      current.how = 'step'
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
