'use client'

import type { Titles } from '#search/answer'
import { type SearchState, toggled, withoutFilters } from '#search/state'
import styles from './chips.module.css'
import { rangeInWords } from './dates/units'
import { focusResults } from './focus-results'
import { KIND_LABELS } from './labels'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

type Chip = { key: string; label: string; without: SearchState }

/** The chosen filters, removable one by one and all at once. */
export function Chips({ titles }: { titles: Titles }) {
  const { state } = useSearchState()
  const chips = chipsOf(state, titles)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label="Chosen filters">
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <StateLink
            to={without}
            className={styles.chip}
            aria-label={`Remove filter: ${label}`}
            afterwards={focusResults}
          >
            {label} <span aria-hidden="true">×</span>
          </StateLink>
        </li>
      ))}
      <li>
        <StateLink to={withoutFilters(state)} className={styles.clear} afterwards={focusResults}>
          Clear all
        </StateLink>
      </li>
    </ul>
  )
}

function chipsOf(state: SearchState, titles: Titles): Chip[] {
  const chips: Chip[] = []
  const add = (
    parameter: 'actor' | 'notActor' | 'kind' | 'document' | 'section',
    labelOf: (value: string) => string,
  ) => {
    for (const value of state[parameter]) {
      const without = toggled(state, parameter, value)
      chips.push({ key: `${parameter}:${value}`, label: labelOf(value), without })
    }
  }
  add('actor', (name) => name)
  add('notActor', (name) => `not ${name}`)
  if (state.from !== null || state.to !== null) {
    const without = { ...state, from: null, to: null, page: 1 }
    chips.push({ key: 'dates', label: rangeInWords(state.from, state.to), without })
  }
  if (state.undated) {
    chips.push({ key: 'undated', label: 'Undated', without: { ...state, undated: false, page: 1 } })
  }
  add('kind', (kind) => KIND_LABELS[kind as keyof typeof KIND_LABELS])
  add('document', (id) => titles[id] ?? id)
  add('section', (section) => section)
  return chips
}
