import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True once the script of the page is alive: for what would be dead without it. */
export const useMounted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
