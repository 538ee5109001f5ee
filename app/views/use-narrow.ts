'use client'

import { useSyncExternalStore } from 'react'

/** The width below which everything stands in one column, as in the style sheets. */
const NARROW = '(max-width: 52rem)'

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** True on a narrow screen; false on the server. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  )
