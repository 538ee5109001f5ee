'use client'

import { VIEWS, type View } from '#search/state'
import { StateLink } from '../search/state-link'
import { useSearchState } from '../search/use-search-state'
import styles from './view-switch.module.css'

const LABELS: Record<View, string> = { list: 'List', timeline: 'Timeline', grid: 'Grid' }

/** The views of one result set: each is a link. */
export function ViewSwitch() {
  const { state } = useSearchState()
  return (
    <nav aria-label="View" className={styles.views}>
      {VIEWS.map((view) => (
        <StateLink
          key={view}
          to={{ ...state, view, page: 1 }}
          className={styles.view}
          aria-current={state.view === view ? 'true' : undefined}
        >
          {LABELS[view]}
        </StateLink>
      ))}
    </nav>
  )
}
