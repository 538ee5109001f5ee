import type { SearchState } from '#search/state'

/** The title of a search, for the tab, the history and whoever gets the link. */
export function titleOf({ q, actor, from, to }: SearchState): string {
  const dates = from === to || to === null ? from : `${from ?? '…'} to ${to}`
  const parts = [q.trim(), actor.join(', '), dates ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? 'Kronika' : `${parts.join(' · ')} – Kronika`
}
