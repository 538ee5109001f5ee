import Link from 'next/link'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { sameSearch } from '#search/url'
import { backHref } from './reader-href'
import styles from './reading-header.module.css'

type Props = {
  /** The search that one came from; the empty one when there was none. */
  state: SearchState
  /** The entry to come back to. */
  at: string | null
}

/** Above what is read: the name of the house, and the way back to the results. */
export function ReadingHeader({ state, at }: Props) {
  const searched = !sameSearch(state, EMPTY_STATE)
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.name} prefetch={false}>
        Kronika
      </Link>
      {searched && (
        <Link href={backHref(state, at)} className={styles.back} prefetch={false}>
          <span aria-hidden="true">← </span>Back to the results
          {state.q.trim() !== '' && <span className={styles.words}> for “{state.q.trim()}”</span>}
        </Link>
      )}
    </header>
  )
}
