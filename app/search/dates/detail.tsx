'use client'

import { useState } from 'react'
import type { DayRange } from '#search/range'
import { StateLink } from '../state-link'
import { useSearchState } from '../use-search-state'
import { Axis } from './axis'
import { BarList } from './bar-list'
import { type Bar, type Chart, widerOf } from './bars'
import styles from './histogram.module.css'
import { Readout } from './readout'
import { boundsOfStretch, edgesOf } from './stretch'
import { boundsOf, nameOf, rangeInWords } from './units'
import type { Stretch } from './use-brush'

type Props = {
  chart: Chart
  overview: Chart
  range: DayRange
  /** Where the range stands in the overview, in percent of the width. */
  edges: { left: number; right: number }
}

/** The chosen range, opened out of the overview in finer bars, and the ways back to wider ones. */
export function Detail({ chart, overview, range, edges }: Props) {
  const { state, go } = useSearchState()
  const [pointed, setPointed] = useState<Bar | null>(null)
  const [preview, setPreview] = useState<Stretch | null>(null)
  const shading = preview === null ? null : edgesOf(chart, preview)
  const { left, right } = edges
  return (
    <div className={styles.detail}>
      <span
        className={styles.funnel}
        style={{ clipPath: `polygon(${left}% 0, ${right}% 0, 100% 100%, 0 100%)` }}
      />
      <p className={styles.caption}>
        <span>
          {rangeInWords(state.from, state.to)} by {chart.unit}
        </span>
        <Readout pointed={pointed} chart={chart} stretch={preview} />
        <span className={styles.wider}>
          <span>Widen to</span>
          {widerOf(range, overview).map((name) => (
            <StateLink key={name} to={{ ...state, ...boundsOf(name), page: 1 }}>
              {nameOf(name)}
            </StateLink>
          ))}
          <StateLink to={{ ...state, from: null, to: null, page: 1 }}>all dates</StateLink>
        </span>
      </p>
      <div className={styles.chart}>
        {shading !== null && (
          <span
            className={styles.chosen}
            style={{ left: `${shading.left}%`, right: `${100 - shading.right}%` }}
          />
        )}
        <BarList
          chart={chart}
          range={range}
          label={`${rangeInWords(state.from, state.to)} by ${chart.unit}`}
          onPoint={setPointed}
          onPreview={setPreview}
          onChoose={(stretch) =>
            go({ ...state, ...boundsOfStretch(chart, stretch, false), page: 1 })
          }
        />
      </div>
      <Axis chart={chart} />
    </div>
  )
}
