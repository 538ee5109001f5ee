'use client'

import type { KeyboardEvent } from 'react'
import { toggled } from '#search/state'
import { grouped } from '../grouped'
import { focusResults } from './focus-results'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'
import styles from './value-list.module.css'

type Props = {
  facet: 'actor' | 'kind' | 'document' | 'section'
  values: [value: string, count: number][]
  labelOf?: (value: string) => string
  /** What is said beside a value, in a small hand: the type of an actor. */
  noteOf?: (value: string) => string | null
  /** True when each value can be excluded as well. */
  excludable?: boolean
}

/** Values shown before the rest is unfolded. */
const FIRST = 8

/** The values of a facet with their counts; the rest unfolds, without script as well. */
export function ValueList({ values, ...rest }: Props) {
  const { state } = useSearchState()
  const chosen: string[] = state[rest.facet]
  const isFirst = (value: string, index: number) => index < FIRST || chosen.includes(value)
  const first = values.filter(([value], index) => isFirst(value, index))
  const others = values.filter(([value], index) => !isFirst(value, index))
  return (
    <>
      <Values values={first} {...rest} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary className="quiet">{`Show ${grouped(others.length)} more`}</summary>
          <Values values={others} {...rest} />
        </details>
      )}
    </>
  )
}

function Values({ values, ...rest }: Props) {
  return (
    <ul className={styles.values}>
      {values.map(([value, count]) => (
        <li key={value} className={styles.item}>
          <Value value={value} count={count} {...rest} />
        </li>
      ))}
    </ul>
  )
}

type ValueProps = Omit<Props, 'values'> & { value: string; count: number }

/** A real link that adds or removes a value, and beside it one that excludes it. */
function Value(props: ValueProps) {
  const { facet, value, count, labelOf = (text) => text, noteOf, excludable = false } = props
  const { state } = useSearchState()
  const note = noteOf?.(value) ?? null
  const counted = `${labelOf(value)}, ${count} ${count === 1 ? 'entry' : 'entries'}`
  return (
    <>
      <StateLink
        to={toggled(state, facet, value)}
        className={styles.value}
        role="checkbox"
        aria-checked={state[facet].includes(value as never)}
        aria-label={note === null ? counted : `${counted}, ${note}`}
        onKeyDown={pressWithSpace}
      >
        <span className={styles.box} aria-hidden="true" />
        <span className={styles.label}>
          {labelOf(value)} {note !== null && <small className={styles.note}>{note}</small>}
        </span>
        <span className={styles.count}>{grouped(count)}</span>
      </StateLink>
      {excludable && (
        <StateLink
          to={excluding(state, value)}
          className={styles.exclude}
          aria-label={`Leave out ${labelOf(value)}`}
          title={`Leave out ${labelOf(value)}`}
          // The value goes, and the focus with it.
          afterwards={focusResults}
        >
          <span aria-hidden="true">−</span>
        </StateLink>
      )}
    </>
  )
}

/** An actor is either asked for or left out. */
function excluding<S extends { actor: string[]; notActor: string[]; page: number }>(
  state: S,
  value: string,
): S {
  const notActor = [...state.notActor.filter((name) => name !== value), value]
  return { ...state, actor: state.actor.filter((name) => name !== value), notActor, page: 1 }
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
