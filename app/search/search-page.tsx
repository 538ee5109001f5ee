'use client'

import type { Grid } from '#search/grid'
import type { FirstResults } from '#search/server/first-results'
import type { Since } from '#search/shared'
import { type Ignored, type SearchState, withNames } from '#search/state'
import { AnswerProvider } from './answer-context'
import { SearchLayout } from './search-layout'
import { SearchStateProvider } from './use-search-state'

export type SearchPageProps = {
  first: Pick<FirstResults, 'answer' | 'whole'>
  /** The state that the first results answer. */
  firstState: SearchState
  ignored: Ignored[]
  /** What greets who has not asked for anything yet. */
  welcome: React.ReactNode
  /** What else the words may mean, for who has no script. */
  plainOffers: React.ReactNode
  /** In the view that shows it. */
  firstGrid: Grid | null
  since: Since | null
}

const NO_NAMES = {}

/** The search page: its state, its answers, and where everything stands. */
export function SearchPage(props: SearchPageProps) {
  const { first, firstState, ignored, welcome, plainOffers, firstGrid, since } = props
  const names = first.answer?.names ?? NO_NAMES
  const answered = withNames(firstState, names)
  return (
    <SearchStateProvider names={names}>
      <AnswerProvider first={first.answer} firstState={answered}>
        <SearchLayout
          whole={first.whole}
          firstState={answered}
          ignored={ignored}
          welcome={welcome}
          plainOffers={plainOffers}
          firstGrid={firstGrid}
          since={since}
        />
      </AnswerProvider>
    </SearchStateProvider>
  )
}
