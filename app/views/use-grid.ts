'use client'

import { useEffect, useState } from 'react'
import type { Grid } from '#search/grid'
import type { SearchState } from '#search/state'
import { searchOf } from '#search/url'

const DEADLINE_MS = 12_000
/** Letters follow each other faster than that. */
const PAUSE_MS = 200

/** What a grid depends on: not how its results are ordered, paged or shown. */
const keyOf = (state: SearchState): string =>
  searchOf({ ...state, page: 1, sort: 'relevance', view: 'list' })

type Fetched = { key: string; grid: Grid | 'failed' }

/**
 * The grid of the state: the first came with the page, others are fetched; the last one stays until the
 * next is there. Null before the first.
 */
export function useGrid(
  state: SearchState,
  corpusVersion: number,
  first: Grid | null,
  firstState: SearchState,
): Grid | 'failed' | null {
  const key = keyOf(state)
  const [fetched, setFetched] = useState<Fetched | null>(
    first === null ? null : { key: keyOf(firstState), grid: first },
  )
  const known = fetched?.grid !== 'failed' ? fetched?.grid?.corpusVersion : undefined
  const isCurrent = fetched?.key === key && (known === undefined || known === corpusVersion)
  useEffect(() => {
    if (isCurrent) return
    const stop = new AbortController()
    const timer = window.setTimeout(async () => {
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(DEADLINE_MS)])
      const grid = await fetchGrid(key, signal).catch(() => 'failed' as const)
      if (!stop.signal.aborted) setFetched({ key, grid })
    }, PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [key, isCurrent])
  return fetched?.grid ?? null
}

async function fetchGrid(search: string, signal: AbortSignal): Promise<Grid> {
  const answer = await fetch(`/api/grid${search}`, { signal })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  return (await answer.json()) as Grid
}
