import { useEffect, useSyncExternalStore } from 'react'
import type { SearchState } from '#search/state'
import { searchOf } from '#search/url'

/** The searches that were made in this browser last; they stay in it and can be cleared. */

const KEY = 'kronika-recent'
const MOST = 6
/** A search counts once somebody stayed with it. */
const STAYED_MS = 2500
const CHANGED = 'kronika-recent-changed'

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '[]'
  } catch {
    // Storage may be forbidden: then nothing is remembered.
    return '[]'
  }
}

function write(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches))
  } catch {}
  window.dispatchEvent(new Event(CHANGED))
}

function listOf(stored: string): string[] {
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export const clearRecent = (): void => write([])

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange)
  window.addEventListener('storage', onChange)
  return () => {
    window.removeEventListener(CHANGED, onChange)
    window.removeEventListener('storage', onChange)
  }
}

const none = () => '[]'

/** The query strings of recent searches, the last first; none, and the storage unread, until `wanted`. */
export const useRecent = (wanted: boolean): string[] =>
  listOf(useSyncExternalStore(subscribe, wanted ? read : none, none))

/** Remembers a search with words once it has stood for a while. */
export function useRemember(state: SearchState): void {
  useEffect(() => {
    if (state.q.trim() === '') return
    const timer = window.setTimeout(() => {
      const search = searchOf({ ...state, page: 1, view: 'list' })
      write([search, ...listOf(read()).filter((other) => other !== search)].slice(0, MOST))
    }, STAYED_MS)
    return () => window.clearTimeout(timer)
  }, [state])
}
