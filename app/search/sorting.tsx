'use client'

import { SORTS } from '#search/state'
import { hasWords } from '#search/words'
import { SORT_LABELS } from './labels'
import styles from './sorting.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** The order of the results, as links. Without words nothing can be relevant: oldest leads. */
export function Sorting() {
  const { state } = useSearchState()
  const words = hasWords(state.q)
  const current = state.sort === 'relevance' && !words ? 'oldest' : state.sort
  return (
    <nav className={styles.sorting} aria-label="Order of results">
      {SORTS.filter((sort) => words || sort !== 'relevance').map((sort) => (
        <StateLink
          key={sort}
          to={{ ...state, sort: !words && sort === 'oldest' ? 'relevance' : sort, page: 1 }}
          className={styles.sort}
          aria-current={sort === current ? 'true' : undefined}
        >
          {SORT_LABELS[sort]}
        </StateLink>
      ))}
    </nav>
  )
}
