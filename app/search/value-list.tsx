'use client'

import { type KeyboardEvent, useState } from 'react'
import { toggled } from '#search/state'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'
import styles from './value-list.module.css'

type Props = {
  facet: 'actor' | 'kind' | 'document' | 'section'
  values: [value: string, count: number][]
  labelOf?: (value: string) => string
}

/** Values shown before "Show more". */
const FIRST = 8
const number = new Intl.NumberFormat('en')

/** The values of a facet with their counts, each a real link that adds or removes it. */
export function ValueList({ facet, values, labelOf = (value) => value }: Props) {
  const { state } = useSearchState()
  const [all, setAll] = useState(false)
  const chosen: string[] = state[facet]
  const shown = all ? values : values.filter(([v], i) => i < FIRST || chosen.includes(v))
  return (
    <>
      <ul className={styles.values}>
        {shown.map(([value, count]) => (
          <li key={value}>
            <StateLink
              to={toggled(state, facet, value)}
              className={styles.value}
              role="checkbox"
              aria-checked={chosen.includes(value)}
              aria-label={`${labelOf(value)}, ${count} ${count === 1 ? 'entry' : 'entries'}`}
              onKeyDown={pressWithSpace}
            >
              <span className={styles.box} aria-hidden="true" />
              <span className={styles.label}>{labelOf(value)}</span>
              <span className={styles.count}>{number.format(count)}</span>
            </StateLink>
          </li>
        ))}
      </ul>
      {values.length > FIRST && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${number.format(values.length)}`}
        </button>
      )}
    </>
  )
}

/** A checkbox answers to the space bar, a link alone does not. */
export function pressWithSpace(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== ' ') return
  event.preventDefault()
  event.currentTarget.click()
}

/** The values by count, with those that are chosen but have no hits any more at the end. */
export function withChosen(counts: Record<string, number>, chosen: string[]): [string, number][] {
  const values = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const gone = chosen.filter((value) => counts[value] === undefined)
  return [...values, ...gone.map((value): [string, number] => [value, 0])]
}
