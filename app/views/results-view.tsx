'use client'

import type { Grid } from '#search/grid'
import type { PageAnswer } from '#search/page-answer'
import type { SearchState } from '#search/state'
import { Pages } from '../search/pages'
import { Results } from '../search/results'
import { useSearchState } from '../search/use-search-state'
import { GridView } from './grid-view'
import { TimelineView } from './timeline-view'

type Props = { answer: PageAnswer; firstGrid: Grid | null; firstState: SearchState }

/** The results in the view that the link asks for; without script too, so none is loaded later. */
export function ResultsView({ answer, firstGrid, firstState }: Props) {
  const { state } = useSearchState()
  if (state.view === 'timeline') return <TimelineView answer={answer} />
  if (state.view === 'grid') {
    return <GridView first={firstGrid} firstState={firstState} answer={answer} />
  }
  return (
    <>
      <Results answer={answer} />
      <Pages answer={answer} />
    </>
  )
}
