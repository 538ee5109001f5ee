'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until React has taken over: what needs script is shown from then on. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
