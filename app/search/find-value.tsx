'use client'

import { useEffect, useState } from 'react'
import type { Counts } from '#search/answer'
import { parametersOf } from '#search/instant'
import type { SearchState } from '#search/state'
import styles from './find-value.module.css'
import { useSearchState } from './use-search-state'
import { ValueList, withChosen } from './value-list'

type Props = {
  facet: 'actor'
  label: string
  /** The busiest values with their counts. */
  busiest: Counts
  /** How many values there are altogether. */
  available: number
}

/** A facet with a box of its own: finds a value by any of its names, with the search's counts. */
export function FindValue({ facet, label, busiest, available }: Props) {
  const { state } = useSearchState()
  const [words, setWords] = useState('')
  const found = useFacetSearch(facet, words, state)
  const values = words.trim() === '' ? withChosen(busiest, state[facet]) : (found ?? [])
  return (
    <>
      <input
        className={styles.input}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWords('')
        }}
      />
      <ValueList facet={facet} values={values} />
      {words.trim() !== '' && found?.length === 0 && (
        <p className={styles.none}>No actor of these results is called so.</p>
      )}
      {words.trim() === '' && available > values.length && (
        <p className={styles.none}>
          The {values.length} busiest of {available}; find the others above.
        </p>
      )}
    </>
  )
}

/** The values that the words find; null before the first answer. Answers to older words are dropped. */
function useFacetSearch(
  facet: string,
  words: string,
  state: SearchState,
): [string, number][] | null {
  const [found, setFound] = useState<[string, number][] | null>(null)
  useEffect(() => {
    if (words.trim() === '') {
      setFound(null)
      return
    }
    let current = true
    const { index: _index, facets: _facets, page: _page, ...params } = parametersOf(state)
    const request = {
      // The order of results does not matter here: the index without it.
      indexName: parametersOf({ ...state, sort: 'relevance' }).index,
      params: { ...params, facetName: facet, facetQuery: words },
    }
    import('./browser-client')
      .then(({ browserClient }) => browserClient.facetValues(request))
      .then((hits) => {
        if (current) setFound(hits.map(({ value, count }) => [value, count]))
      })
      // The results beside it say that the engine does not answer; the list keeps what it shows.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [facet, words, state])
  return found
}
