'use client'

import { useMemo } from 'react'
import type { Grid } from '#search/grid'
import type { FirstResults } from '#search/server/first-results'
import type { Since } from '#search/shared'
import { type Ignored, type SearchState, withNames } from '#search/state'
import { AnswerProvider } from './answer-context'
import { SearchLayout } from './search-layout'
import { SearchStateProvider } from './use-search-state'

/** What the page shows at first. */
export type FirstData = Pick<FirstResults, 'answer' | 'whole'> & {
  /** In the view that shows it. */
  grid: Grid | null
}

export type SearchPageProps = {
  /** FirstData as JSON: one string, where React would look at every value of it before the page lives. */
  firstData: string
  /** The state that the first results answer. */
  firstState: SearchState
  ignored: Ignored[]
  /** What greets who has not asked for anything yet. */
  welcome: React.ReactNode
  /** What else the words may mean, for who has no script. */
  plainOffers: React.ReactNode
  since: Since | null
}

const NO_NAMES = {}

/** The search page: its state, its answers, and where everything stands. */
export function SearchPage(props: SearchPageProps) {
  const { firstData, firstState, ignored, welcome, plainOffers, since } = props
  const first = useMemo<FirstData>(() => JSON.parse(firstData), [firstData])
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
          firstGrid={first.grid}
          since={since}
        />
      </AnswerProvider>
    </SearchStateProvider>
  )
}
