'use client'

import type { ComponentProps, MouseEvent } from 'react'
import type { SearchState } from '#search/state'
import { hrefOf } from '#search/url'
import { useSearchState } from './use-search-state'

type Props = Omit<ComponentProps<'a'>, 'href'> & { to: SearchState; afterwards?: () => void }

/** A real link to a search; a plain click changes the search in place. */
export function StateLink({ to, afterwards, ...rest }: Props) {
  const { go } = useSearchState()
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
      return
    event.preventDefault()
    go(to)
    afterwards?.()
  }
  return <a {...rest} href={hrefOf(to)} onClick={onClick} />
}
