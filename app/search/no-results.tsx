'use client'

import type { Whole } from '#search/calendar'
import type { Dropped } from '#search/offers'
import type { PageAnswer } from '#search/page-answer'
import { dayRange, isReversed } from '#search/range'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { searchOf } from '#search/url'
import { grouped } from '../grouped'
import { rangeInWords } from './dates/units'
import { KIND_LABELS } from './labels'
import styles from './notices.module.css'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

type Props = { answer: PageAnswer; whole: Whole }

/** Nothing found: says what excludes everything, and offers to let go of it. */
export function NoResults({ answer, whole }: Props) {
  const { state } = useSearchState()
  if (whole.empty) {
    return (
      <div className={styles.notice}>
        <p className={styles.title}>The collection is empty.</p>
        <p>
          Add documents with <code>npm run index -- path/to/folder</code>, then search again.
        </p>
      </div>
    )
  }
  const range = dayRange(state.from, state.to)
  const reversed = range !== null && isReversed(range)
  const { offers, titles } = answer
  return (
    <div className={styles.notice}>
      <p className={styles.title}>
        {reversed
          ? 'Nothing can match: the range starts after it ends.'
          : 'Nothing in the collection matches this search.'}
      </p>
      {offers.length > 0 && <p>There would be results without one part of it:</p>}
      <ul>
        {offers.map(({ dropped, state: without, total }) => (
          <li key={searchOf(without)}>
            <StateLink to={without}>{dropWords(dropped, state, titles)}</StateLink>
            {`: ${grouped(total)} ${total === 1 ? 'result' : 'results'}`}
          </li>
        ))}
        {reversed && (
          <li>
            <StateLink to={{ ...state, from: state.to, to: state.from, page: 1 }}>
              Turn the range around: {rangeInWords(state.to, state.from)}
            </StateLink>
          </li>
        )}
        <li>
          <StateLink to={EMPTY_STATE}>Start again from the whole collection</StateLink>
        </li>
      </ul>
    </div>
  )
}

function dropWords(dropped: Dropped, state: SearchState, titles: PageAnswer['titles']): string {
  switch (dropped.what) {
    case 'word':
      return `Drop the word “${dropped.value}”`
    case 'phrase':
      return `Drop the phrase “${dropped.value.replaceAll('"', '')}”`
    case 'exclusion':
      return `Do not leave out “${dropped.value.replace(/^-/, '').replaceAll('"', '')}”`
    case 'actor':
      return `Drop the actor ${dropped.value}`
    case 'notActor':
      return `Do not leave out ${dropped.value}`
    case 'kind':
      return `Drop the kind ${KIND_LABELS[dropped.value as keyof typeof KIND_LABELS].toLowerCase()}`
    case 'document':
      return `Drop the document ${titles[dropped.value] ?? dropped.value}`
    case 'section':
      return `Drop the section ${dropped.value}`
    case 'actors':
      return 'Drop all actors'
    case 'dates':
      return `Drop the dates ${rangeInWords(state.from, state.to)}`
    case 'undated':
      return 'Do not ask for undated entries'
    case 'exact':
      return 'Do not ask for the exact words'
    case 'filters':
      return 'Search without the filters'
    case 'words':
      return 'Keep the filters, drop the words'
  }
}
