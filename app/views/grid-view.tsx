'use client'

import { cellState, type Grid, type Period } from '#search/grid'
import type { PageAnswer } from '#search/page-answer'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { monthInWords } from '../entry/understood'
import { StateLink } from '../search/state-link'
import { useSearchState } from '../search/use-search-state'
import { walkGrid } from './grid-keys'
import styles from './grid-view.module.css'
import { useGrid } from './use-grid'

type Props = { first: Grid | null; firstState: SearchState; answer: PageAnswer }

/** The busiest actors against the periods of the results; a cell narrows the search to both. */
export function GridView({ first, firstState, answer }: Props) {
  const { state } = useSearchState()
  const grid = useGrid(state, answer.corpusVersion, first, firstState)
  if (grid === 'failed') {
    return (
      <p role="alert" className={styles.note}>
        The grid could not be fetched. Change the search or load the page again.
      </p>
    )
  }
  if (grid === null) return <p className={styles.note}>Counting…</p>
  if (grid.rows.length === 0) {
    return (
      <p className={styles.note}>
        There is no grid: these results name no actor, or have no date.{' '}
        <StateLink to={{ ...state, view: 'list' }}>Show the list</StateLink>
      </p>
    )
  }
  return <Table grid={grid} state={state} />
}

function Table({ grid, state }: { grid: Grid; state: SearchState }) {
  const { periods, rows } = grid
  const highest = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  return (
    // A wide table is scrolled by itself, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
    <section className={styles.scroll} aria-label="Grid of actors and dates" tabIndex={0}>
      <table className={styles.grid} onKeyDown={walkGrid}>
        <caption className="visually-hidden">
          Number of entries by actor and {periods[0]?.from.length === 7 ? 'month' : 'years'}
        </caption>
        <Head periods={periods} />
        <tbody>
          {rows.map(({ actor, counts }) => (
            <tr key={actor}>
              <th scope="row" className={styles.actor}>
                <StateLink
                  to={{
                    ...state,
                    actor: cellState(state, actor, { from: '', to: '' }).actor,
                    page: 1,
                  }}
                >
                  {actor}
                </StateLink>
              </th>
              {periods.map((period, column) => (
                <td key={period.from} className={styles.cell}>
                  <Cell
                    count={counts[column] ?? 0}
                    highest={highest}
                    to={cellState(state, actor, period)}
                    label={`${actor}, ${nameOf(period)}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Months stand under their years; years and spans stand alone. */
function Head({ periods }: { periods: Period[] }) {
  const isMonths = periods[0]?.from.length === 7
  return (
    <thead>
      {isMonths && (
        <tr>
          <td />
          {yearsOf(periods).map(({ year, months }) => (
            <th key={year} scope="colgroup" colSpan={months} className={styles.year}>
              {Number(year)}
            </th>
          ))}
        </tr>
      )}
      <tr>
        <td />
        {periods.map((period) => (
          <th key={period.from} scope="col" className={styles.period}>
            <abbr title={nameOf(period)}>{shortNameOf(period)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function yearsOf(periods: Period[]): { year: string; months: number }[] {
  const years: { year: string; months: number }[] = []
  for (const { from } of periods) {
    const year = from.slice(0, 4)
    const last = years.at(-1)
    if (last?.year === year) last.months++
    else years.push({ year, months: 1 })
  }
  return years
}

type CellProps = { count: number; highest: number; to: SearchState; label: string }

function Cell({ count, highest, to, label }: CellProps) {
  if (count === 0) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">0</span>
      </span>
    )
  }
  // Up to where the number stays readable on it.
  const weight = Math.round(6 + Math.sqrt(count / highest) * 39)
  return (
    <StateLink
      to={{ ...EMPTY_STATE, ...to }}
      className={styles.count}
      style={{ '--weight': `${weight}%` } as React.CSSProperties}
      aria-label={`${label}: ${count}`}
      title={`${label}: ${count}`}
    >
      {count}
    </StateLink>
  )
}

function nameOf({ from, to }: Period): string {
  if (from.length === 7) return monthInWords(from)
  return from === to ? String(Number(from)) : `${Number(from)}–${Number(to)}`
}

/** A month by its first letter: its year stands above. */
function shortNameOf(period: Period): string {
  if (period.from.length === 7) return monthInWords(period.from).charAt(0)
  return period.from === period.to ? String(Number(period.from)) : `${Number(period.from)}–`
}
