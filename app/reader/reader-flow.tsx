'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadWindow } from '#search/reading'
import type { SearchState } from '#search/state'
import { paramsFromState } from '#search/url'
import styles from './reader.module.css'
import { ReaderEntry } from './reader-entry'
import { readerHref, readerPageHref } from './reader-href'

type Props = {
  start: ReadWindow
  state: SearchState
  /** The entry that is asked for. */
  target: string | null
}

/**
 * The entries in order. What follows is loaded when one comes near the end, what went before when it is
 * asked for; without script both are pages.
 */
export function ReaderFlow({ start, state, target }: Props) {
  const { document: read } = start
  const [windows, setWindows] = useState([start])
  const [failed, setFailed] = useState(false)
  const loading = useRef(false)
  const end = useRef<HTMLDivElement>(null)
  const first = windows[0]?.first ?? 0
  const last = windows.at(-1)?.last ?? 0
  useTargetOfFragment(start, state)

  const load = useCallback(
    async (at: number, place: (loaded: ReadWindow, before: ReadWindow[]) => ReadWindow[]) => {
      if (loading.current) return
      loading.current = true
      try {
        const params = paramsFromState(state)
        params.set('at', String(at))
        const address = `/api/documents/${encodeURIComponent(read.id)}?${params}`
        const response = await fetch(address, { signal: AbortSignal.timeout(15_000) })
        if (!response.ok) throw new Error(String(response.status))
        const loaded = (await response.json()) as ReadWindow
        setWindows((before) => place(loaded, before))
        setFailed(false)
      } catch {
        setFailed(true)
      }
      loading.current = false
    },
    [read.id, state],
  )

  useEffect(() => {
    const mark = end.current
    if (mark === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) {
          void load(last + 1, (loaded, before) => [...before, loaded])
        }
      },
      { rootMargin: '1200px' },
    )
    observer.observe(mark)
    return () => observer.disconnect()
  }, [load, last])

  const earlier = Math.max(0, first - (start.last - start.first + 1))
  const onEarlier = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const below = document.documentElement.scrollHeight - window.scrollY
    void load(earlier, (loaded, before) => [upTo(loaded, first), ...before]).then(() =>
      // What one reads stays where it is.
      requestAnimationFrame(() =>
        window.scrollTo(0, document.documentElement.scrollHeight - below),
      ),
    )
  }

  const entries = windows.flatMap((window) => window.entries)
  return (
    <div className={styles.flow}>
      {first > 0 && (
        <a
          className={styles.more}
          href={readerPageHref(read.id, state, earlier)}
          onClick={onEarlier}
        >
          Earlier entries
        </a>
      )}
      <ol className={styles.entries} aria-label="Entries">
        {entries.map((entry, index) => (
          <ReaderEntry
            key={entry.id}
            entry={entry}
            before={entries[index - 1] ?? null}
            state={state}
            isTarget={entry.id === target}
          />
        ))}
      </ol>
      {last + 1 < read.entries && (
        <div ref={end}>
          <a className={styles.more} href={readerPageHref(read.id, state, last + 1)}>
            {failed ? 'The next entries could not be loaded: open them as a page' : 'Later entries'}
          </a>
        </div>
      )}
    </div>
  )
}

/** The part of a window before a position, so that no entry stands twice. */
const upTo = (window: ReadWindow, position: number): ReadWindow => ({
  ...window,
  last: position - 1,
  entries: window.entries.filter((entry) => entry.position < position),
})

/** A fragment never reaches the server: an entry that it names and that is not here is asked for. */
function useTargetOfFragment(start: ReadWindow, state: SearchState): void {
  const router = useRouter()
  useEffect(() => {
    const follow = () => {
      let id = ''
      try {
        id = decodeURIComponent(window.location.hash.slice(1))
      } catch {
        return
      }
      if (!id.startsWith(`${start.document.id}-`) || document.getElementById(id) !== null) return
      if (new URLSearchParams(window.location.search).get('entry') === id) return
      router.replace(readerHref(start.document.id, state, id))
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [router, start, state])
}
