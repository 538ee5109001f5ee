'use client'

import { useEffect, useState } from 'react'
import type { Counts } from '#search/answer'
import { parametersOf } from '#search/instant'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { paramsFromState } from '#search/url'
import styles from './find-value.module.css'
import { useSearchState } from './use-search-state'
import { ValueList, withChosen } from './value-list'

type Props = {
  facet: 'actor' | 'section'
  label: string
  /** The busiest values with their counts. */
  busiest: Counts
  /** The values in the order in which they are shown; by count when left out. */
  order?: string[]
  /** How many values there are altogether. */
  available: number
  noteOf?: (value: string) => string | null
  excludable?: boolean
}

/** A facet with a box of its own: finds a value by any of its names, with the search's counts. */
export function FindValue({ facet, label, busiest, order, available, ...list }: Props) {
  const { state, go } = useSearchState()
  const [words, setWords] = useState('')
  const found = useFacetSearch(facet, words, state)
  const typed = words.trim() !== ''
  const values = typed ? (found ?? []) : inOrder(withChosen(busiest, state[facet]), order)
  const kept = [...paramsFromState({ ...state, page: EMPTY_STATE.page })]
  return (
    <>
      {/* Without script the form itself chooses the value; an actor may have any of its names. */}
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = found ?? []
          if (first === undefined || state[facet].includes(first[0])) return
          go({ ...state, [facet]: [...state[facet], first[0]], page: 1 })
          setWords('')
        }}
      >
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <input
          className={styles.input}
          type="search"
          name={facet}
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
      </form>
      <ValueList facet={facet} values={values} {...list} />
      {typed && found?.length === 0 && (
        <p className={styles.none}>None of these results has one that is called so.</p>
      )}
      {!typed && available > values.length && (
        <p className={styles.none}>
          The {values.length} busiest of {available}; find the others above.
        </p>
      )}
    </>
  )
}

function inOrder(values: [string, number][], order: string[] = []): [string, number][] {
  if (order.length === 0) return values
  const place = new Map(order.map((value, index) => [value, index]))
  const placeOf = (value: string): number => place.get(value) ?? order.length
  return [...values].sort(([a], [b]) => placeOf(a) - placeOf(b))
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
      indexName: parametersOf({ ...EMPTY_STATE }).index,
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
