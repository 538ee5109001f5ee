'use client'

import { useCallback, useEffect, useRef } from 'react'
import { InstantSearch, useConfigure, useInstantSearch } from 'react-instantsearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { parametersOf } from '#search/instant'
import { type InstantResult, pageAnswerOf } from '#search/page-answer'
import type { Live } from './answer-context'
import { browserClient } from './browser-client'
import { useSearchState } from './use-search-state'

type Props = { onChange: (live: Live) => void }

/** The state leads InstantSearch; InstantSearch fetches, and drops answers to older states. */
export default function InstantDriver({ onChange }: Props) {
  return (
    <InstantSearch
      indexName={ENTRIES_INDEX}
      searchClient={browserClient as never}
      future={{ preserveSharedStateOnUnmount: true }}
    >
      <Publish onChange={onChange} />
    </InstantSearch>
  )
}

function Publish({ onChange }: Props) {
  const { state } = useSearchState()
  const parameters = parametersOf(state) as Parameters<typeof useConfigure>[0]
  const { refine } = useConfigure(parameters)
  const { results, status } = useInstantSearch({ catchError: true })
  const asked = useRef(parameters)
  asked.current = parameters
  // After an error InstantSearch goes back to the last search that was answered: trying again asks anew.
  const refresh = useCallback(() => refine(asked.current), [refine])
  useEffect(() => {
    const raw = results?._rawResults?.[0] as unknown as InstantResult | undefined
    onChange({ answer: pageAnswerOf(raw), status, refresh })
  }, [results, status, refresh, onChange])
  return null
}
