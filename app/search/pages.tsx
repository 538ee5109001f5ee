'use client'

import type { PageAnswer } from '#search/page-answer'
import styles from './pages.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** Pages as real links: the first, the last, and those around the current one. */
export function Pages({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { pages } = answer
  if (pages < 2 && state.page === 1) return null
  const to = (page: number) => ({ ...state, page })
  const toTop = () => document.getElementById('results')?.scrollIntoView()
  return (
    <nav className={styles.pages} aria-label="Pages">
      {state.page > 1 && (
        <StateLink
          to={to(Math.min(state.page - 1, Math.max(1, pages)))}
          rel="prev"
          afterwards={toTop}
        >
          Previous
        </StateLink>
      )}
      {pagesShown(state.page, pages).map((page, index, shown) => (
        <span key={page}>
          {index > 0 && page - (shown[index - 1] ?? page) > 1 && (
            <span className={styles.gap} aria-hidden="true">
              …
            </span>
          )}
          <StateLink
            to={to(page)}
            aria-label={`Page ${page}`}
            aria-current={page === state.page ? 'page' : undefined}
            afterwards={toTop}
          >
            {page}
          </StateLink>
        </span>
      ))}
      {state.page < pages && (
        <StateLink to={to(state.page + 1)} rel="next" afterwards={toTop}>
          Next
        </StateLink>
      )}
    </nav>
  )
}

export function pagesShown(current: number, pages: number): number[] {
  const wanted = [1, current - 2, current - 1, current, current + 1, current + 2, pages]
  return [...new Set(wanted)].filter((page) => page >= 1 && page <= pages).sort((a, b) => a - b)
}
