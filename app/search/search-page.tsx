'use client'

import type { FirstResults } from '#search/server/first-results'
import type { Ignored, SearchState } from '#search/state'
import { AnswerProvider } from './answer-context'
import { SearchLayout } from './search-layout'
import { SearchStateProvider } from './use-search-state'

export type SearchPageProps = {
  first: FirstResults
  /** The state that the first results answer. */
  firstState: SearchState
  ignored: Ignored[]
}

/** The search page: its state, its answers, and where everything stands. */
export function SearchPage({ first, firstState, ignored }: SearchPageProps) {
  return (
    <SearchStateProvider>
      <AnswerProvider first={first.answer} firstState={firstState}>
        <SearchLayout whole={first.whole} firstState={firstState} ignored={ignored} />
      </AnswerProvider>
    </SearchStateProvider>
  )
}
