'use client'

import { createContext, useContext } from 'react'
import type { Since } from '#search/shared'
import { grouped } from '../grouped'
import styles from './since-notice.module.css'

const SinceContext = createContext<Since | null>(null)

export const SinceProvider = SinceContext.Provider

const results = (count: number): string => `${grouped(count)} ${count === 1 ? 'result' : 'results'}`

/** What has become of a shared search: then, now, and the difference in words. */
export function SinceNotice({ since }: { since: Since }) {
  const { shared, total, added, changed, gone } = since
  const parts = [
    added > 0 && `${grouped(added)} new`,
    changed > 0 && `${grouped(changed)} changed`,
    gone > 0 && `${changed > 0 ? 'at least ' : ''}${grouped(gone)} gone`,
  ].filter((part) => part !== false)
  return (
    <p className={styles.since} role="note">
      <strong>
        {results(shared.total)} when shared, {grouped(total)} now
      </strong>
      : {parts.length > 0 ? parts.join(', ') : unchanged(since)} since corpus version{' '}
      {shared.version}.
    </p>
  )
}

/** A link may have been made by another search: of other words, or of a Kronika that searched otherwise. */
const unchanged = ({ shared, total }: Since): string =>
  total === shared.total
    ? 'nothing has changed'
    : 'the search itself finds others now, no entry has come or changed'

/** Marks an entry that came or changed since the search was shared. */
export function SinceMark({ addedIn, changedIn }: { addedIn: number; changedIn: number }) {
  const since = useContext(SinceContext)
  if (since === null) return null
  const { version } = since.shared
  if (addedIn > version) return <span className={styles.mark}>new since</span>
  if (changedIn > version) return <span className={styles.mark}>changed since</span>
  return null
}
