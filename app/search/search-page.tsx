'use client'

import { useState } from 'react'
import { Configure, InstantSearch, InstantSearchSSRProvider } from 'react-instantsearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { createSearchClient } from '#search/client'
import { parametersOf } from '#search/instant'
import type { FirstResults } from '#search/server/first-results'
import type { Ignored, SearchState } from '#search/state'
import { sameSearch } from '#search/url'
import { gatewaySend } from './gateway-send'
import { SearchLayout } from './search-layout'
import { SearchStateProvider, useSearchState } from './use-search-state'

export type SearchPageProps = {
  first: FirstResults
  /** The state that the first results answer. */
  firstState: SearchState
  ignored: Ignored[]
}

/** The search page: the state leads InstantSearch, InstantSearch fetches and drops stale answers. */
export function SearchPage(props: SearchPageProps) {
  return (
    <SearchStateProvider>
      <Instant {...props} />
    </SearchStateProvider>
  )
}

function Instant({ first, firstState, ignored }: SearchPageProps) {
  const { state } = useSearchState()
  const [client] = useState(() => createSearchClient(gatewaySend))
  // Coming back from another page, the router may bring the results of an earlier search along.
  const [initialResults] = useState(() =>
    sameSearch(firstState, state) ? (first.initialResults ?? undefined) : undefined,
  )
  return (
    <InstantSearchSSRProvider initialResults={initialResults as never}>
      <InstantSearch
        indexName={ENTRIES_INDEX}
        searchClient={client as never}
        future={{ preserveSharedStateOnUnmount: true }}
      >
        <Configure {...(parametersOf(state) as object)} />
        <SearchLayout
          client={client}
          whole={first.whole}
          ignored={sameSearch(firstState, state) ? ignored : []}
        />
      </InstantSearch>
    </InstantSearchSSRProvider>
  )
}
