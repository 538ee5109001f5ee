'use client'

import type { Whole } from '#search/calendar'
import type { Grid } from '#search/grid'
import { EMPTY_STATE, type Ignored, type SearchState } from '#search/state'
import { sameSearch } from '#search/url'
import { ResultsView } from '../views/results-view'
import { ViewSwitch } from '../views/view-switch'
import { useAnswer } from './answer-context'
import { Chips } from './chips'
import { Histogram } from './dates/histogram'
import { Facets } from './facets'
import { NoResults } from './no-results'
import { EngineNotice, IgnoredValues, PastTheEnd } from './notices'
import { SearchBox } from './search-box'
import styles from './search-layout.module.css'
import { Sorting } from './sorting'
import { StateLink } from './state-link'
import { Summary } from './summary'
import { useSearchState } from './use-search-state'

type Props = {
  whole: Whole
  /** The state of the link that the page was opened with, and what of it was not understood. */
  firstState: SearchState
  ignored: Ignored[]
  welcome: React.ReactNode
  firstGrid: Grid | null
}

/** Where everything stands: box above, facets left, results right with the calendar on top. */
export function SearchLayout({ whole, firstState, ignored, welcome, firstGrid }: Props) {
  const { state } = useSearchState()
  const { answer, status, refresh } = useAnswer()
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.brand}>
          <StateLink to={EMPTY_STATE} className={styles.name}>
            Kronika
          </StateLink>
          <span className={styles.tagline}>what happened when, and who did it</span>
        </p>
        <SearchBox />
      </header>
      <div className={styles.columns}>
        <aside className={styles.facets} aria-label="Filters">
          {answer !== null && <Facets answer={answer} />}
        </aside>
        <main
          className={styles.results}
          id="results"
          tabIndex={-1}
          aria-busy={status === 'stalled'}
        >
          <h1 className="visually-hidden">Search results</h1>
          <IgnoredValues ignored={sameSearch(firstState, state) ? ignored : []} />
          <EngineNotice status={status} retry={refresh} />
          {answer === null && status !== 'error' && <p className={styles.wait}>Searching…</p>}
          {answer !== null && (
            <div className={status === 'stalled' || status === 'error' ? styles.stale : undefined}>
              {sameSearch(state, EMPTY_STATE) && welcome}
              <Summary answer={answer} />
              <Chips titles={answer.titles} />
              <Histogram answer={answer} first={whole} />
              <div className={styles.bar}>
                <Sorting />
                <ViewSwitch />
              </div>
              {answer.total === 0 && <NoResults answer={answer} whole={whole} />}
              {answer.total > 0 && answer.hits.length === 0 && <PastTheEnd pages={answer.pages} />}
              {answer.hits.length > 0 && (
                <ResultsView answer={answer} firstGrid={firstGrid} firstState={firstState} />
              )}
            </div>
          )}
        </main>
      </div>
    </div>
  )
}
