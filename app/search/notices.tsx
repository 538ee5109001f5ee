'use client'

import { useEffect, useState } from 'react'
import type { Ignored } from '#search/state'
import { hrefOf } from '#search/url'
import type { Live } from './answer-context'
import styles from './notices.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** What the page has to say when something is not as asked: what happened, and the next step. */

const RETRY_MS = 2000
/** Within two seconds the page says that it still waits. */
const SLOW_MS = 1200

type EngineNoticeProps = {
  status: Live['status']
  retry: () => void
  /** Results are on the page: of an earlier search, while this one has no answer. */
  isAnswered: boolean
}

/**
 * The engine does not answer, or takes its time: says so, keeps what was typed, tries again by itself.
 * It stays until an answer is there, however often it is tried.
 */
export function EngineNotice({ status, retry, isAnswered }: EngineNoticeProps) {
  const { state } = useSearchState()
  const [gone, setGone] = useState(status === 'error')
  const [slow, setSlow] = useState(false)
  const waiting = status === 'loading' || status === 'stalled'
  useEffect(() => {
    if (status === 'error') setGone(true)
    // At rest without an answer is the moment before the next attempt.
    if (status === 'idle' && isAnswered) setGone(false)
  }, [status, isAnswered])
  useEffect(() => {
    if (!waiting) return setSlow(false)
    const timer = window.setTimeout(() => setSlow(true), SLOW_MS)
    return () => window.clearTimeout(timer)
  }, [waiting])
  useEffect(() => {
    if (status !== 'error') return
    const timer = window.setTimeout(retry, RETRY_MS)
    return () => window.clearTimeout(timer)
  }, [status, retry])
  if (!gone && !slow && status !== 'error') return null
  const unanswered = gone || status === 'error'
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>
        {unanswered ? 'The search engine does not answer.' : 'The search engine is slow to answer.'}
      </p>
      <p>
        {unanswered ? (
          <>
            Your search is kept
            <span className={styles.byItself}>, and this page tries again by itself</span>.
          </>
        ) : (
          'Your search is kept; its results follow as soon as they are there.'
        )}
        {isAnswered && ' What stands below is of the last search that was answered.'}
      </p>
      {unanswered && (
        <a
          href={hrefOf(state)}
          className={styles.action}
          onClick={(event) => {
            event.preventDefault()
            retry()
          }}
        >
          Try now
        </a>
      )}
    </div>
  )
}

/** What of the link was not understood. */
export function IgnoredValues({ ignored }: { ignored: Ignored[] }) {
  return <AsideList title="Part of this link was not understood and left aside:" aside={ignored} />
}

/** What of the words was not looked for, because too many entries have them. */
export function LeftAside({ aside }: { aside: Ignored[] }) {
  return (
    <AsideList
      title="Part of this search was left aside, and the counts are without it:"
      aside={aside}
    />
  )
}

function AsideList({ title, aside }: { title: string; aside: Ignored[] }) {
  if (aside.length === 0) return null
  return (
    <div className={styles.notice} role="note">
      <p className={styles.title}>{title}</p>
      <ul>
        {aside.map(({ parameter, value, reason }) => (
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
