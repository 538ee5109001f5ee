'use client'

import { type KeyboardEvent, useState } from 'react'
import type { DayRange } from '#search/range'
import { useHydrated } from '../../views/use-hydrated'
import { useNarrow } from '../../views/use-narrow'
import { StateLink } from '../state-link'
import { useSearchState } from '../use-search-state'
import styles from './bar-list.module.css'
import { type Bar, type Chart, isInside } from './bars'
import { nameOf } from './units'
import { type Stretch, useBrush } from './use-brush'

type Props = {
  chart: Chart
  range: DayRange | null
  label: string
  onPoint: (bar: Bar | null) => void
  onPreview: (stretch: Stretch | null) => void
  onChoose: (stretch: Stretch) => void
}

/** The bars: each is a link that narrows to it; dragging over several chooses them all. */
export function BarList({ chart, range, label, onPoint, onPreview, onChoose }: Props) {
  const { state } = useSearchState()
  const { bars } = chart
  const hydrated = useHydrated()
  const narrow = useNarrow()
  const [focused, setFocused] = useState(0)
  const brush = useBrush({ count: bars.length, onPreview, onChoose })
  const highest = bars.reduce((most, bar) => Math.max(most, bar.whole[0]), 1)
  return (
    <ol
      className={styles.bars}
      // Where a page arrives slowly, the bars that are there stand where they will stay.
      style={{ '--bars': bars.length } as React.CSSProperties}
      aria-label={label}
      onPointerLeave={() => onPoint(null)}
      {...brush}
    >
      {bars.map((bar, index) => {
        const chosen = state.from === bar.from && state.to === bar.to
        const bounds = chosen ? { from: null, to: null } : { from: bar.from, to: bar.to }
        return (
          <li key={bar.name}>
            <StateLink
              to={{ ...state, ...bounds, page: 1 }}
              className={styles.bar}
              data-outside={!isInside(bar, range) || undefined}
              aria-current={chosen ? 'true' : undefined}
              aria-label={countsInWords(bar)}
              draggable={false}
              // One stop for the tab key; arrows go from bar to bar. Where bars are too small for fingers, and
              // without script, the fields (and the sliders) are the stops: before they are alive, bars on a
              // phone would be targets that nobody can hit.
              tabIndex={
                !hydrated || narrow || index !== Math.min(focused, bars.length - 1) ? -1 : undefined
              }
              onFocus={() => {
                setFocused(index)
                onPoint(bar)
              }}
              onBlur={() => onPoint(null)}
              onPointerEnter={() => onPoint(bar)}
              onKeyDown={goToNeighbour}
            >
              <span className={styles.whole} style={{ height: height(bar.whole[0], highest) }} />
              <span className={styles.found} style={{ height: height(bar.found[0], highest) }}>
                <span className={styles.vague} style={{ height: part(bar.found) }} />
              </span>
            </StateLink>
          </li>
        )
      })}
    </ol>
  )
}

/** `June 1999: 5 of 12, 2 of them vague`. */
export function countsInWords({ name, found: [found, vague], whole: [whole] }: Bar): string {
  const words = `${nameOf(name)}: ${found} of ${whole}`
  return vague === 0 ? words : `${words}, ${vague} of them vague`
}

/** Roots, so that a few results can be seen in front of many; what is there is never invisible. */
const height = (count: number, highest: number): string =>
  `${count === 0 ? 0 : Math.max(3, Math.sqrt(count / highest) * 100)}%`

const part = ([count, vague]: Bar['found']): string =>
  `${count === 0 ? 0 : Math.round((vague / count) * 100)}%`

function goToNeighbour(event: KeyboardEvent<HTMLAnchorElement>): void {
  const item = event.currentTarget.parentElement
  const list = item?.parentElement
  const neighbour = {
    ArrowLeft: item?.previousElementSibling,
    ArrowRight: item?.nextElementSibling,
    Home: list?.firstElementChild,
    End: list?.lastElementChild,
  }[event.key]
  if (event.altKey || event.ctrlKey || event.metaKey || !neighbour) return
  event.preventDefault()
  neighbour.querySelector('a')?.focus()
}
