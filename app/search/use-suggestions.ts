'use client'

import { useEffect, useState } from 'react'
import { fold } from '#schema/fold'
import { spellings } from '#schema/letters'
import { parametersOf } from '#search/instant'
import type { ActorTraits, CalledActor } from '#search/page-answer'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { typedDate } from '#search/typed-dates'
import { searchOf, stateFromParams } from '#search/url'
import { rangeInWords } from './dates/units'
import { gatewaySend } from './gateway-send'
import { ACTOR_TYPE_LABELS } from './labels'
import { useRecent } from './recent'
import { titleOf } from './title'
import { useSearchState } from './use-search-state'

/** A search that is offered under the box; without a `to`, to forget the recent ones. */
export type Offered = { label: string; note: string; to: SearchState | null }
export type OfferGroup = { name: string; offers: Offered[] }

/** Dates, actors and sections that the words may mean, and recent searches; none until `wanted`. */
export function useSuggestions(wanted: boolean): OfferGroup[] {
  const { state } = useSearchState()
  const recent = useRecent(wanted)
  const found = useFound(state, wanted)
  if (!wanted) return []
  const date = typedDate(state.q)
  const dates: Offered[] =
    date === null
      ? []
      : [
          {
            label: rangeInWords(date.from, date.to),
            note: 'only these dates',
            to: { ...state, q: date.rest, from: date.from, to: date.to, page: 1 },
          },
        ]
  const earlier: Offered[] =
    state.q.trim() === ''
      ? recent.map((search) => {
          const to = stateFromParams(new URLSearchParams(search)).state
          return { label: titleOf(to).replace(/ – Kronika$/, ''), note: '', to }
        })
      : []
  if (earlier.length > 0) earlier.push({ label: 'Clear recent searches', note: '', to: null })
  return [
    { name: 'Dates', offers: dates },
    { name: 'Actors', offers: found.actors },
    { name: 'Sections', offers: found.sections },
    { name: 'Recent searches', offers: earlier },
  ].filter(({ offers }) => offers.length > 0)
}

const WAIT_MS = 150
const MOST = 5
const LONGEST_NAME = 4
const NOTHING: { actors: Offered[]; sections: Offered[] } = { actors: [], sections: [] }

/** Actors and sections called like the last words typed, with what choosing them would give. */
function useFound(state: SearchState, wanted: boolean): typeof NOTHING {
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    if (!wanted || state.q.trim().length < 2) return setFound(NOTHING)
    let current = true
    const timer = window.setTimeout(async () => {
      const results = await foundFor(state).catch(() => NOTHING)
      if (current) setFound(results)
    }, WAIT_MS)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [state, wanted])
  return wanted ? found : NOTHING
}

/** Actors that stand anywhere among the words. */
async function calledIn(state: SearchState): Promise<Offered[]> {
  const body = JSON.stringify({ search: searchOf(state) })
  const { called } = (await gatewaySend('called', body)) as { called: CalledActor[] }
  return called.map(({ name, traits, total, rest }) => {
    const to = { ...state, q: rest, actor: [...state.actor, name], page: 1 }
    return offerOf(name, total, traits, to)
  })
}

function offerOf(
  label: string,
  total: number,
  traits: ActorTraits | undefined,
  to: SearchState,
): Offered {
  const type = traits === undefined ? '' : `${ACTOR_TYPE_LABELS[traits.type]} · `
  return { label, note: `${type}${total} ${total === 1 ? 'entry' : 'entries'}`, to }
}

async function foundFor(typed: SearchState): Promise<typeof NOTHING> {
  // A date in words is no part of a name; an offer takes it along as a filter.
  const date = typedDate(typed.q)
  const dated = date !== null && date.rest.trim() !== ''
  const state = dated ? { ...typed, q: date.rest, from: date.from, to: date.to } : typed
  const words = state.q.trim().split(/\s+/)
  const { browserClient } = await import('./browser-client')
  const named = async (facet: 'actor' | 'section', count: number): Promise<Offered[]> => {
    const q = words.slice(0, -count).join(' ')
    const base = { ...state, q, page: 1 }
    const { index: _index, facets: _facets, page: _page, ...params } = parametersOf(base)
    const name = words.slice(-count).join(' ')
    const hits = await browserClient.facetValues({
      indexName: parametersOf(EMPTY_STATE).index,
      params: { ...params, facetName: facet, facetQuery: name },
    })
    return hits
      .filter(({ value }) => !state[facet].includes(value))
      .slice(0, MOST)
      .map(({ value, count: total, traits }) => {
        const offer = offerOf(value, total, traits, { ...base, [facet]: [...state[facet], value] })
        if (!dated) return offer
        return { ...offer, note: `${offer.note} · ${rangeInWords(date.from, date.to)}` }
      })
  }
  const longest = Math.min(LONGEST_NAME, words.length)
  const [whole, last, sections, called] = await Promise.all([
    named('actor', longest),
    longest > 1 ? named('actor', 1) : [],
    named('section', longest),
    calledIn(typed).catch(() => []),
  ])
  // All words may lie in the names of one actor, though its name is the last word alone.
  const byLast = last.filter(
    ({ label }) =>
      whole.length === 0 ||
      spellings(label).some((name) => fold(name).startsWith(fold(words.at(-1) ?? ''))),
  )
  const others = whole.filter(({ label }) => !byLast.some((offer) => offer.label === label))
  const ending = [...byLast, ...others].slice(0, MOST)
  const elsewhere = called.filter(({ label }) => !ending.some((offer) => offer.label === label))
  return { actors: [...ending, ...elsewhere].slice(0, MOST), sections: sections.slice(0, 3) }
}
