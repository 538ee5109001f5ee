'use client'

import { useEffect } from 'react'
import { Configure, InstantSearch, useInstantSearch } from 'react-instantsearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { parametersOf } from '#search/instant'
import { type InstantResult, pageAnswerOf } from '#search/page-answer'
import type { Live } from './answer-context'
import { browserClient } from './browser-client'
import { useSearchState } from './use-search-state'

type Props = { onChange: (live: Live) => void }

/** The state leads InstantSearch; InstantSearch fetches, and drops answers to older states. */
export default function InstantDriver({ onChange }: Props) {
  const { state } = useSearchState()
  return (
    <InstantSearch
      indexName={ENTRIES_INDEX}
      searchClient={browserClient as never}
      future={{ preserveSharedStateOnUnmount: true }}
    >
      <Configure {...(parametersOf(state) as object)} />
      <Publish onChange={onChange} />
    </InstantSearch>
  )
}

function Publish({ onChange }: Props) {
  const { results, status, refresh } = useInstantSearch({ catchError: true })
  useEffect(() => {
    const raw = results?._rawResults?.[0] as unknown as InstantResult | undefined
    onChange({ answer: pageAnswerOf(raw), status, refresh })
  }, [results, status, refresh, onChange])
  return null
}
