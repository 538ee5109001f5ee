'use client'

import type { PageAnswer } from '#search/page-answer'
import type { Whole } from '#search/server/first-results'
import { monthInWords } from '../entry/understood'
import { type Bar, barsOf, isInside } from './calendar'
import styles from './histogram.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** The results over time, in date order, in front of the whole collection. A bar narrows to itself. */
export function Histogram({ answer, whole }: { answer: PageAnswer; whole: Whole }) {
  const { state } = useSearchState()
  const bars = barsOf(answer.facets, whole)
  if (bars.length < 2) return null
  const highest = bars.reduce((most, bar) => Math.max(most, bar.whole), 1)
  const ticks = ticksOf(bars)
  return (
    <nav className={styles.histogram} aria-label="Results over time">
      <ol className={styles.bars}>
        {bars.map((bar) => {
          const chosen = state.from === bar.from && state.to === bar.to
          const to = chosen
            ? { ...state, from: null, to: null, page: 1 }
            : { ...state, from: bar.from, to: bar.to, page: 1 }
          return (
            <li key={bar.from}>
              <StateLink
                to={to}
                className={styles.bar}
                data-outside={!isInside(bar, state.from, state.to) || undefined}
                aria-current={chosen ? 'true' : undefined}
                aria-label={`${nameOf(bar)}: ${bar.results} of ${bar.whole}`}
                title={`${nameOf(bar)}: ${bar.results} of ${bar.whole}`}
              >
                <span className={styles.whole} style={{ height: percent(bar.whole, highest) }} />
                <span className={styles.found} style={{ height: percent(bar.results, highest) }} />
              </StateLink>
            </li>
          )
        })}
      </ol>
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map(({ label, place }) => (
          <span key={place} style={{ insetInlineStart: `${place}%` }}>
            {label}
          </span>
        ))}
      </div>
    </nav>
  )
}

const percent = (count: number, highest: number): string =>
  `${count === 0 ? 0 : Math.max(3, (count / highest) * 100)}%`

function nameOf({ from, to }: Bar): string {
  if (from.length === 7) return monthInWords(from)
  return from === to ? String(Number(from)) : `${Number(from)}–${Number(to)}`
}

/** At most seven labels; months name their year where it changes. */
function ticksOf(bars: Bar[]): { label: string; place: number }[] {
  const every = Math.ceil(bars.length / 7)
  return bars.flatMap((bar, index) => {
    if (index % every !== 0) return []
    const place = (index / bars.length) * 100
    if (bar.from.length === 4) return [{ label: String(Number(bar.from)), place }]
    const [month = '', year = ''] = monthInWords(bar.from).split(' ')
    const before = bars[index - every]?.from.slice(0, 4)
    const sameYear = before === bar.from.slice(0, 4)
    return [{ label: sameYear ? month.slice(0, 3) : `${month.slice(0, 3)} ${year}`, place }]
  })
}
