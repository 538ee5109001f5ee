'use client'

import { useId, useState } from 'react'
import { firstDayOfMonth, firstDayOfYear, previousDay } from '#schema/day'
import type { PageAnswer } from '#search/page-answer'
import { isBound } from '#search/range'
import type { SearchState } from '#search/state'
import { searchOf } from '#search/url'
import { useSearchState } from '../search/use-search-state'
import styles from './jump-to-date.module.css'

const DEADLINE_MS = 12_000

/** Goes to the page of the timeline on which a date begins. */
export function JumpToDate({ answer }: { answer: PageAnswer }) {
  const { state, go } = useSearchState()
  const [text, setText] = useState('')
  const [message, setMessage] = useState('')
  const hint = useId()
  const jump = async () => {
    const bound = text.trim()
    if (!isBound(bound)) {
      setMessage(bound === '' ? '' : 'A year, month or day: 1999, 1999-06, 1999-06-12')
      return
    }
    setMessage('')
    const page = await pageOf(state, bound).catch(() => null)
    if (page === null) setMessage('The search engine does not answer: try again.')
    else go({ ...state, page: Math.max(1, Math.min(answer.pages, page)) })
  }
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault()
        void jump()
      }}
    >
      <label className={styles.label}>
        Jump to
        <input
          className={styles.input}
          type="text"
          placeholder="1999-06"
          autoComplete="off"
          value={text}
          aria-describedby={hint}
          aria-invalid={message !== ''}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className={styles.button}>
        Go
      </button>
      <p id={hint} className={styles.hint} aria-live="polite">
        {message}
      </p>
    </form>
  )
}

/** The page of the first entry that begins on a date or after it: as many begin before as stand before. */
async function pageOf(state: SearchState, bound: string): Promise<number> {
  const before = previousDay(firstDayOf(bound))
  const to = state.to !== null && state.to < before ? state.to : before
  const search = searchOf({ ...state, to, undated: false, page: 1, size: 1, view: 'list' })
  const answer = await fetch(`/api/entries${search}`, { signal: AbortSignal.timeout(DEADLINE_MS) })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const { total } = (await answer.json()) as { total: number }
  return Math.floor(total / state.size) + 1
}

function firstDayOf(bound: string): string {
  if (bound.length === 4) return firstDayOfYear(Number(bound))
  if (bound.length === 7) return firstDayOfMonth(Number(bound.slice(0, 4)), Number(bound.slice(5)))
  return bound
}
