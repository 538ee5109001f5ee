'use client'

import type { PageAnswer } from '#search/page-answer'
import { StateLink } from './state-link'
import styles from './summary.module.css'
import { useSearchState } from './use-search-state'

/** Which names were read as actors with other names, and the way back to the words alone. */
export function ReadNames({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  if (!state.names) {
    return (
      <p className={styles.how}>
        Names are searched as typed.{' '}
        <StateLink to={{ ...state, names: true, page: 1 }}>Search other names too</StateLink>
      </p>
    )
  }
  if (answer.readNames.length === 0) return null
  const read = answer.readNames.map(({ typed, name }) =>
    typed.toLowerCase() === name.toLowerCase()
      ? `other names of ${name}`
      : `${name} for “${typed}”`,
  )
  return (
    <p className={styles.how}>
      Also searched: {read.join(', ')}.{' '}
      <StateLink to={{ ...state, names: false, page: 1 }}>Only the words as typed</StateLink>
    </p>
  )
}
