'use client'

import { type KeyboardEvent, useEffect, useState } from 'react'
import { parametersOf } from '#search/instant'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { typedDate } from '#search/typed-dates'
import { hrefOf, stateFromParams } from '#search/url'
import { useAnswer } from './answer-context'
import { rangeInWords } from './dates/units'
import { ACTOR_TYPE_LABELS } from './labels'
import { clearRecent, useRecent } from './recent'
import { StateLink } from './state-link'
import styles from './suggestions.module.css'
import { titleOf } from './title'
import { useSearchState } from './use-search-state'

type Offered = { label: string; note: string; to: SearchState }

/** Under the box: dates, actors and sections that the words may mean, and recent searches, as links. */
export function Suggestions({ onChosen }: { onChosen: () => void }) {
  const { state } = useSearchState()
  const recent = useRecent()
  const found = useFound(state)
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
  const groups = [
    { name: 'Dates', offers: dates },
    { name: 'Actors', offers: found.actors },
    { name: 'Sections', offers: found.sections },
    { name: 'Recent searches', offers: earlier },
  ].filter(({ offers }) => offers.length > 0)
  if (groups.length === 0) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move between its links.
    <div className={styles.panel} onKeyDown={walk} data-suggestions>
      {groups.map(({ name, offers }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <ul>
            {offers.map(({ label, note, to }) => (
              <li key={hrefOf(to)}>
                <StateLink to={to} afterwards={onChosen}>
                  <span>{label}</span> {note !== '' && <small>{note}</small>}
                </StateLink>
              </li>
            ))}
          </ul>
          {offers === earlier && (
            <button type="button" onClick={clearRecent}>
              Clear recent searches
            </button>
          )}
        </section>
      ))}
    </div>
  )
}

/** Arrows go through the links, Escape back to the box. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const box = event.currentTarget.parentElement?.querySelector<HTMLElement>('input[name=q]')
  const next = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? box, Escape: box }[event.key]
  if (!next) return
  event.preventDefault()
  next.focus()
}

const WAIT_MS = 150
const MOST = 5
const LONGEST_NAME = 4
const NOTHING: { actors: Offered[]; sections: Offered[] } = { actors: [], sections: [] }

/** Actors and sections called like the last words typed, with what choosing them would give. */
function useFound(state: SearchState): typeof NOTHING {
  const { answer } = useAnswer()
  const traits = answer?.traits
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    if (state.q.trim().length < 2) return setFound(NOTHING)
    let current = true
    const timer = window.setTimeout(async () => {
      const results = await foundFor(state).catch(() => NOTHING)
      if (current) setFound(results)
    }, WAIT_MS)
    return () => {
      current = false
      window.clearTimeout(timer)
    }
  }, [state])
  const typed = (offer: Offered): Offered => {
    const known = traits?.[offer.label]
    const type = known === undefined ? '' : `${ACTOR_TYPE_LABELS[known.type]} · `
    return { ...offer, note: `${type}${offer.note}` }
  }
  return { ...found, actors: found.actors.map(typed) }
}

async function foundFor(state: SearchState): Promise<typeof NOTHING> {
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
      .map(({ value, count: total }) => ({
        label: value,
        note: `${total} ${total === 1 ? 'entry' : 'entries'}`,
        to: { ...base, [facet]: [...state[facet], value] },
      }))
  }
  const longest = Math.min(LONGEST_NAME, words.length)
  const [whole, last, sections] = await Promise.all([
    named('actor', longest),
    longest > 1 ? named('actor', 1) : [],
    named('section', longest),
  ])
  return { actors: whole.length > 0 ? whole : last, sections: sections.slice(0, 3) }
}
