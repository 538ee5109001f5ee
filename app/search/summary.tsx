'use client'

import type { PageAnswer } from '#search/page-answer'
import { hasWords } from '#search/words'
import styles from './summary.module.css'
import { useSearchState } from './use-search-state'

const count = new Intl.NumberFormat('en')

/** How many there are, for eyes and for screen readers. */
export function Summary({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { total, relaxed } = answer
  const words = hasWords(state.q)
  return (
    <div className={styles.summary}>
      <p role="status" aria-live="polite" aria-atomic="true" className={styles.total}>
        {`${count.format(total)} ${total === 1 ? 'result' : 'results'}`}
      </p>
      <p className={styles.how}>
        {relaxed && total > 0 && 'no entry has all of these words: these have some'}
        {!relaxed &&
          words &&
          total > 0 &&
          (total === 1 ? 'with these words' : 'with all of these words')}
      </p>
    </div>
  )
}
