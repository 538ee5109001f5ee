'use client'

import { hasWords } from '#search/query-units'
import { SORTS } from '#search/state'
import { SORT_LABELS } from './labels'
import styles from './sorting.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** The order of the results, as links. Without words nothing can be relevant: oldest leads. */
export function Sorting() {
  const { state } = useSearchState()
  const words = hasWords(state.q)
  if (state.view === 'grid') return <span />
  // A timeline goes with time, in one of its two directions.
  const inTime = state.view === 'timeline'
  const sorts = SORTS.filter((sort) =>
    inTime ? sort === 'oldest' || sort === 'newest' : words || sort !== 'relevance',
  )
  const first = inTime || !words ? 'oldest' : 'relevance'
  const current = sorts.find((sort) => sort === state.sort) ?? first
  return (
    <nav className={styles.sorting} aria-label="Order of results">
      {sorts.map((sort) => (
        <StateLink
          key={sort}
          to={{ ...state, sort: sort === first && !words ? 'relevance' : sort, page: 1 }}
          className={styles.sort}
          aria-current={sort === current ? 'true' : undefined}
        >
          <Label text={SORT_LABELS[sort]} />
        </StateLink>
      ))}
    </nav>
  )
}

/** On a phone the first word is enough for eyes. */
function Label({ text }: { text: string }) {
  const [word, ...rest] = text.split(' ')
  return (
    <>
      {word}
      {rest.length > 0 && <span className={styles.rest}> {rest.join(' ')}</span>}
    </>
  )
}
