'use client'

import { useState } from 'react'
import type { Whole } from '#search/calendar'
import type { PageAnswer } from '#search/page-answer'
import { dayRange } from '#search/range'
import { useHydrated } from '../../views/use-hydrated'
import { useSearchState } from '../use-search-state'
import { Axis } from './axis'
import { BarList } from './bar-list'
import { BarTable } from './bar-table'
import { type Bar, detailOf, overviewOf } from './bars'
import { Detail } from './detail'
import styles from './histogram.module.css'
import { Legend } from './legend'
import { RangeSliders } from './range-sliders'
import { Readout } from './readout'
import { boundsOfStretch, edgesOf, stretchOf } from './stretch'
import type { Stretch } from './use-brush'
import { useWhole } from './use-whole'

type Props = { answer: PageAnswer; first: Whole }

/** The results over time in front of the whole collection; a range of it in finer bars below. */
export function Histogram({ answer, first }: Props) {
  const { state, go } = useSearchState()
  const hydrated = useHydrated()
  const whole = useWhole(first, answer.corpusVersion)
  const [pointed, setPointed] = useState<Bar | null>(null)
  const [preview, setPreview] = useState<Stretch | null>(null)
  const overview = overviewOf(answer.calendar, whole.calendar)
  if (overview === null || overview.bars.length < 2) return null
  const range = dayRange(state.from, state.to)
  const detail = detailOf(overview, range, answer.calendar, whole.calendar)
  const chosen = preview ?? stretchOf(overview, range)
  const edges = chosen === null ? null : edgesOf(overview, chosen)
  return (
    <section className={styles.histogram} aria-label="Results over time">
      <p className={styles.caption}>
        <span>Results by {overview.unit}</span>
        <Readout pointed={pointed} chart={overview} stretch={preview} />
      </p>
      <div className={styles.chart}>
        {edges !== null && (
          <span
            className={styles.chosen}
            style={{ left: `${edges.left}%`, right: `${100 - edges.right}%` }}
          />
        )}
        <BarList
          chart={overview}
          range={range}
          label={`Results by ${overview.unit}`}
          onPoint={setPointed}
          onPreview={setPreview}
          onChoose={(stretch) =>
            go({ ...state, ...boundsOfStretch(overview, stretch, true), page: 1 })
          }
        />
        {hydrated && (
          <RangeSliders
            names={overview.bars.map(({ name }) => name)}
            stretch={chosen ?? { first: 0, last: overview.bars.length - 1 }}
            onPreview={setPreview}
            onChoose={(stretch, moved) => {
              setPreview(null)
              // The other end stays as it was written, which may be finer than a bar.
              const { [moved]: bound } = boundsOfStretch(overview, stretch, true)
              go({ ...state, [moved]: bound, page: 1 }, 'sliding')
            }}
          />
        )}
      </div>
      <Axis chart={overview} />
      {detail !== null && range !== null && edges !== null && (
        <Detail chart={detail} overview={overview} range={range} edges={edges} />
      )}
      <Legend charts={detail === null ? [overview] : [overview, detail]} />
      <BarTable chart={detail ?? overview} />
    </section>
  )
}
