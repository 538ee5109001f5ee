'use client'

import { useEffect } from 'react'
import type { Whole } from '#search/calendar'
import { dayRange, isReversed } from '#search/range'
import { EMPTY_STATE, hasFilters, type Ignored, withoutFilters } from '#search/state'
import styles from './notices.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** What the page has to say when something is not as asked: what happened, and the next step. */

const RETRY_MS = 2000

/** The engine does not answer: says so, keeps what was typed, tries again by itself. */
export function EngineGone({ retry }: { retry: () => void }) {
  useEffect(() => {
    const timer = window.setInterval(retry, RETRY_MS)
    return () => window.clearInterval(timer)
  }, [retry])
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>The search engine does not answer.</p>
      <p>Your search is kept, and this page tries again by itself.</p>
      <button type="button" className={styles.action} onClick={retry}>
        Try now
      </button>
    </div>
  )
}

/** What of the link was not understood. */
export function IgnoredValues({ ignored }: { ignored: Ignored[] }) {
  if (ignored.length === 0) return null
  return (
    <div className={styles.notice} role="note">
      <p className={styles.title}>Part of this link was not understood and left aside:</p>
      <ul>
        {ignored.map(({ parameter, value, reason }) => (
          <li key={`${parameter}=${value}`}>
            <code>
              {parameter}={value.length > 60 ? `${value.slice(0, 60)}…` : value}
            </code>
            : {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A page past the end has no results, though the search has some. */
export function PastTheEnd({ pages }: { pages: number }) {
  const { state } = useSearchState()
  return (
    <div className={styles.notice}>
      <p className={styles.title}>There is no page {state.page}.</p>
      <p>
        <StateLink to={{ ...state, page: pages }}>Go to the last one, page {pages}</StateLink>
      </p>
    </div>
  )
}

/** Nothing found: offers to let go of the page, the filters or everything. */
export function NoResults({ whole }: { whole: Whole }) {
  const { state } = useSearchState()
  const filtered = hasFilters(state)
  const range = dayRange(state.from, state.to)
  const reversed = range !== null && isReversed(range)
  if (whole.empty) {
    return (
      <div className={styles.notice}>
        <p className={styles.title}>The collection is empty.</p>
        <p>
          Add documents with <code>npm run index -- path/to/folder</code>, then search again.
        </p>
      </div>
    )
  }
  return (
    <div className={styles.notice}>
      <p className={styles.title}>
        {reversed
          ? 'Nothing can match: the range starts after it ends.'
          : 'Nothing in the collection matches this search.'}
      </p>
      <ul>
        {filtered && (
          <li>
            <StateLink to={withoutFilters(state)}>Search without the filters</StateLink>
          </li>
        )}
        {state.q.trim() !== '' && filtered && (
          <li>
            <StateLink to={{ ...state, q: '', page: 1 }}>
              Keep the filters, drop the words
            </StateLink>
          </li>
        )}
        <li>
          <StateLink to={EMPTY_STATE}>Start again from the whole collection</StateLink>
        </li>
      </ul>
    </div>
  )
}
