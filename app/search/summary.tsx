'use client'

import type { PageAnswer } from '#search/page-answer'
import { hasWords } from '#search/query-units'
import { grouped } from '../grouped'
import { howFound } from './how-found'
import { ReadNames } from './read-names'
import styles from './summary.module.css'
import { useSearchState } from './use-search-state'

/** How many there are, for eyes and for screen readers. */
export function Summary({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { total } = answer
  return (
    <div className={styles.summary}>
      <p role="status" aria-live="polite" aria-atomic="true" className={styles.total}>
        {`${grouped(total)} ${total === 1 ? 'result' : 'results'}`}
      </p>
      <p className={styles.how}>{howFound(answer, hasWords(state.q))}</p>
      <ReadNames answer={answer} />
    </div>
  )
}
