'use client'

import type { Whole } from '#search/calendar'
import type { Grid } from '#search/grid'
import type { Since } from '#search/shared'
import { EMPTY_STATE, type Ignored, type SearchState } from '#search/state'
import { sameSearch } from '#search/url'
import { CopyLink } from '../sharing/copy-link'
import { ResultsView } from '../views/results-view'
import { ViewSwitch } from '../views/view-switch'
import { useAnswer } from './answer-context'
import { Awake } from './awake'
import { Chips } from './chips'
import { Histogram } from './dates/histogram'
import { Facets } from './facets'
import { NoResults } from './no-results'
import { EngineNotice, IgnoredValues, LeftAside, PastTheEnd } from './notices'
import { walkResults } from './result-keys'
import { SearchBox } from './search-box'
import styles from './search-layout.module.css'
import { SinceNotice, SinceProvider } from './since-notice'
import { Sorting } from './sorting'
import { StateLink } from './state-link'
import { Summary } from './summary'
import { TakeAway } from './take-away'
import { useSearchState } from './use-search-state'

type Props = {
  whole: Whole
  /** The state of the link that the page was opened with, and what of it was not understood. */
  firstState: SearchState
  ignored: Ignored[]
  welcome: React.ReactNode
  plainOffers: React.ReactNode
  firstGrid: Grid | null
  /** What has become of the search since its link was made, for links that say so. */
  since: Since | null
}

/** Where everything stands: box above, facets left, results right with the calendar on top. */
export function SearchLayout(props: Props) {
  const { whole, firstState, ignored, welcome, plainOffers, firstGrid, since } = props
  const { state } = useSearchState()
  const { answer, status, refresh } = useAnswer()
  const sinceHere = sameButForThePage(firstState, state) ? since : null
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
          {answer !== null && (
            <Awake>
              <Facets answer={answer} />
            </Awake>
          )}
        </aside>
        <main
          className={styles.results}
          id="results"
          tabIndex={-1}
          aria-busy={status === 'stalled'}
          onKeyDown={walkResults}
        >
          <h1 className="visually-hidden">Search results</h1>
          <IgnoredValues ignored={sameSearch(firstState, state) ? ignored : []} />
          <EngineNotice status={status} retry={refresh} isAnswered={answer !== null} />
          <LeftAside aside={answer?.ignored ?? []} />
          {answer === null && status !== 'error' && <p className={styles.wait}>Searching…</p>}
          {answer !== null && (
            <>
              {sameSearch(state, EMPTY_STATE) && welcome}
              {sinceHere !== null && <SinceNotice since={sinceHere} />}
              <Summary answer={answer} />
              {plainOffers}
              <Chips titles={answer.titles} />
              <Awake>
                <Histogram answer={answer} first={whole} />
              </Awake>
              <div className={styles.bar}>
                <Sorting />
                <div className={styles.ways}>
                  <CopyLink />
                  <ViewSwitch />
                </div>
              </div>
              {answer.total === 0 && <NoResults answer={answer} whole={whole} />}
              {answer.total > 0 && answer.hits.length === 0 && <PastTheEnd pages={answer.pages} />}
              {answer.hits.length > 0 && (
                <SinceProvider value={sinceHere}>
                  <Awake>
                    <ResultsView answer={answer} firstGrid={firstGrid} firstState={firstState} />
                  </Awake>
                </SinceProvider>
              )}
              <TakeAway answer={answer} />
            </>
          )}
        </main>
      </div>
    </div>
  )
}

/** The same results in the same order, wherever in them one is. */
const sameButForThePage = (a: SearchState, b: SearchState): boolean =>
  sameSearch({ ...a, page: 1, view: 'list' }, { ...b, page: 1, view: 'list' })
