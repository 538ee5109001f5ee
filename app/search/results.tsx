'use client'

import { HitView } from './hit'
import styles from './results.module.css'
import type { PageAnswer } from './use-answer'

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
