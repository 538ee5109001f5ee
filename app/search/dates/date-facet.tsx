'use client'

import { useEffect, useState } from 'react'
import { isBound } from '#search/range'
import { paramsFromState } from '#search/url'
import facetStyles from '../facets.module.css'
import { StateLink } from '../state-link'
import { useSearchState } from '../use-search-state'
import { pressWithSpace } from '../value-list'
import valueStyles from '../value-list.module.css'
import styles from './date-facet.module.css'

/** The date range in two fields that take a year, a month or a day, and what has no date. */
export function DateFacet({ undated }: { undated: number }) {
  const { state } = useSearchState()
  const kept = [...paramsFromState({ ...state, from: null, to: null, page: 1 })]
  return (
    <section className={facetStyles.facet} aria-labelledby="facet-dates">
      <h2 className="label" id="facet-dates">
        Dates
      </h2>
      {/* Without script the form asks for the range. */}
      <form action="/" className={styles.range} onSubmit={(event) => event.preventDefault()}>
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Bound parameter="from" label="From" />
        <Bound parameter="to" label="To" />
        <noscript>
          <button type="submit">Apply dates</button>
        </noscript>
      </form>
      <StateLink
        to={{ ...state, undated: !state.undated, page: 1 }}
        className={valueStyles.value}
        role="checkbox"
        aria-checked={state.undated}
        aria-label={`Undated, ${undated} ${undated === 1 ? 'entry' : 'entries'}`}
        onKeyDown={pressWithSpace}
      >
        <span className={valueStyles.box} aria-hidden="true" />
        <span className={valueStyles.label}>Undated</span>
        <span className={valueStyles.count}>{undated}</span>
      </StateLink>
    </section>
  )
}

function Bound({ parameter, label }: { parameter: 'from' | 'to'; label: string }) {
  const { state, go } = useSearchState()
  const value = state[parameter] ?? ''
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const bad = text.trim() !== '' && !isBound(text.trim())
  const apply = () => {
    const next = text.trim() === '' ? null : text.trim()
    if (!bad && next !== state[parameter]) go({ ...state, [parameter]: next, page: 1 })
  }
  const hint = `hint-${parameter}`
  return (
    <div>
      <label className={styles.label}>
        {label}
        <input
          className={styles.input}
          type="text"
          name={parameter}
          placeholder="1999-03"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={bad}
          aria-describedby={bad ? hint : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={apply}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply()
            if (event.key === 'Escape') setText(value)
          }}
        />
      </label>
      {bad && (
        <p id={hint} className={styles.hint}>
          A year, month or day: 1999, 1999-06, 1999-06-12
        </p>
      )}
    </div>
  )
}
