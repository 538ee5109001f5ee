'use client'

import { useEffect, useState } from 'react'
import type { Counts } from '#search/answer'
import type { FacetHit } from '#search/client'
import { parametersOf } from '#search/instant'
import type { ActorTraits } from '#search/page-answer'
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
  /** What is said beside a value; `traits` come with actors that were searched for. */
  noteOf?: (value: string, traits?: ActorTraits) => string | null
  excludable?: boolean
}

/** A facet with a box of its own: finds a value by any of its names, with the search's counts. */
export function FindValue({ facet, label, busiest, order, available, noteOf, ...list }: Props) {
  const { state, go } = useSearchState()
  const [words, setWords] = useState('')
  const found = useFacetSearch(facet, words, state)
  const typed = words.trim() !== ''
  const values = typed ? pairs(found ?? []) : inOrder(withChosen(busiest, state[facet]), order)
  const kept = [...paramsFromState({ ...state, page: EMPTY_STATE.page })]
  return (
    <>
      {/* Without script the form itself chooses the value; an actor may have any of its names. */}
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault()
          const first = found?.[0]?.value
          if (first === undefined || state[facet].includes(first)) return
          go({ ...state, [facet]: [...state[facet], first], page: 1 })
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
      <ValueList
        facet={facet}
        values={values}
        noteOf={(value) => noteOf?.(value, traitsOf(found ?? [], value)) ?? null}
        {...list}
      />
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

const pairs = (hits: FacetHit[]): [string, number][] =>
  hits.map(({ value, count }) => [value, count])

const traitsOf = (hits: FacetHit[], value: string): ActorTraits | undefined =>
  hits.find((hit) => hit.value === value)?.traits

function inOrder(values: [string, number][], order: string[] = []): [string, number][] {
  if (order.length === 0) return values
  const place = new Map(order.map((value, index) => [value, index]))
  const placeOf = (value: string): number => place.get(value) ?? order.length
  return [...values].sort(([a], [b]) => placeOf(a) - placeOf(b))
}

/** The values that the words find; null before the first answer. Answers to older words are dropped. */
function useFacetSearch(facet: string, words: string, state: SearchState): FacetHit[] | null {
  const [found, setFound] = useState<FacetHit[] | null>(null)
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
        if (current) setFound(hits)
      })
      // The results beside it say that the engine does not answer; the list keeps what it shows.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [facet, words, state])
  return found
}
