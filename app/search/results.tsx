'use client'

import type { PageAnswer } from '#search/page-answer'
import { HitView } from './hit'
import styles from './results.module.css'

/** The hits of a page, numbered through. */
export function Results({ answer }: { answer: PageAnswer }) {
  return (
    <ol className={styles.results} aria-label="Results">
      {answer.hits.map((hit) => (
        <HitView key={hit.id} hit={hit} />
      ))}
    </ol>
  )
}
