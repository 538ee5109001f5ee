'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import type { PageAnswer } from '#search/page-answer'
import { HitView } from '../search/hit'
import { Pages as PageLinks } from '../search/pages'
import { useSearchState } from '../search/use-search-state'
import { JumpToDate } from './jump-to-date'
import { datesFromFirst, groupName, groupYear, inGroups } from './months'
import styles from './timeline-view.module.css'
import { useHydrated } from './use-hydrated'
import { type Pages, usePages } from './use-pages'

/** The results in order of time on a spine by month and year, fetched further as one scrolls. */
export function TimelineView({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const pages = usePages(state, answer)
  const alive = useHydrated()
  const list = useSteadyScroll(pages)
  const groups = inGroups(pages.hits)
  return (
    <>
      <div className={styles.scripted}>
        <JumpToDate answer={answer} />
        <More where="earlier" pages={pages} />
      </div>
      <ol className={styles.spine} aria-label="Timeline" ref={list}>
        {groups.map((group, index) => {
          const year = groupYear(group.key)
          const before = groups[index - 1]
          const isNewYear = year !== null && (!before || groupYear(before.key) !== year)
          return (
            // A month comes twice where dates as wide as its year stand between.
            <li
              key={`${group.key} ${group.entries[0]?.id}`}
              className={styles.group}
              data-key={group.key}
            >
              <h2 className={isNewYear ? styles.year : styles.month}>{groupName(group.key)}</h2>
              <ol aria-label={groupName(group.key)} className={styles.entries}>
                {group.entries.map((hit) => (
                  <HitView key={hit.id} hit={hit} dates={datesFromFirst(hit)} />
                ))}
              </ol>
            </li>
          )
        })}
      </ol>
      {alive ? <More where="later" pages={pages} /> : <PageLinks answer={answer} />}
    </>
  )
}

const WORDS = { earlier: 'Show earlier entries', later: 'Show later entries' }

/** Fetches when it comes into sight below; a button for the keyboard, and above for everyone. */
function More({ where, pages }: { where: 'earlier' | 'later'; pages: Pages }) {
  const button = useRef<HTMLButtonElement>(null)
  const { more, failed } = pages
  const latest = useRef(more)
  latest.current = more
  useEffect(() => {
    const element = button.current
    if (element === null || where === 'earlier' || failed) return
    const seen = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && latest.current('later'),
      { rootMargin: '600px 0px' },
    )
    seen.observe(element)
    return () => seen.disconnect()
  })
  if (where === 'earlier' ? !pages.hasEarlier : !pages.hasLater) return null
  return (
    <p className={styles.more}>
      <button
        type="button"
        ref={button}
        className={styles.button}
        disabled={pages.loading === where}
        onClick={() => more(where)}
      >
        {pages.loading === where ? 'Fetching…' : failed ? 'Try again' : WORDS[where]}
      </button>
    </p>
  )
}

/** Entries that come above must not push away what is being read. */
function useSteadyScroll({ hits }: Pages) {
  const list = useRef<HTMLOListElement>(null)
  const before = useRef({ first: '', last: '', height: 0 })
  useLayoutEffect(() => {
    const height = list.current?.scrollHeight ?? 0
    const [first = '', last = ''] = [hits[0]?.id, hits.at(-1)?.id]
    const grewAbove = before.current.last === last && before.current.first !== first
    const anchors = CSS.supports('overflow-anchor', 'auto')
    if (grewAbove && !anchors) window.scrollBy(0, height - before.current.height)
    before.current = { first, last, height }
  }, [hits])
  return list
}
