'use client'

import Link from 'next/link'
import { effectiveDates, type PartialDate } from '#schema/entry'
import type { Hit } from '#search/answer'
import { toggled } from '#search/state'
import { searchOf } from '#search/url'
import { EntryDate } from '../entry/entry-date'
import { readerHref } from '../reader/reader-href'
import { useAnswer } from './answer-context'
import styles from './hit.module.css'
import { HitText } from './hit-text'
import { KIND_LABELS } from './labels'
import { SinceMark } from './since-notice'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'
import { whyFound } from './why-found'

type Props = {
  hit: Hit
  /** In the order in which they are shown; the first is shown whole. */
  dates?: PartialDate[]
}

/** One result: its date, its kind, the words found, its actors, where it stands, a link to itself. */
export function HitView({ hit, dates = effectiveDates(hit) }: Props) {
  const { state } = useSearchState()
  const { answer } = useAnswer()
  const why = answer === null ? [] : whyFound(hit, answer, state)
  const { document, section } = hit
  return (
    <li id={hit.id}>
      <article className={styles.hit} tabIndex={-1} data-result>
        <header className={styles.side}>
          <EntryDate dates={dates} className={styles.date} />
          <p className={styles.kind}>
            {KIND_LABELS[hit.kind].toLowerCase()}
            {hit.date === null && hit.mentions.length > 0 && ' · date from text'}
          </p>
          <SinceMark addedIn={hit.addedIn} changedIn={hit.changedIn} />
        </header>
        <div className={styles.body}>
          <HitText hit={hit} />
          <footer className={styles.foot}>
            {hit.actors.length > 0 && (
              <ul className={styles.actors} aria-label="Actors">
                {hit.actors.map((actor) => (
                  <li key={actor.id}>
                    <StateLink
                      to={toggled(state, 'actor', actor.name)}
                      className={styles.actor}
                      data-chosen={state.actor.includes(actor.name) || undefined}
                      data-unverified={!actor.verified || undefined}
                      title={actor.verified ? undefined : 'A name that is not verified'}
                    >
                      {actor.name}
                    </StateLink>
                  </li>
                ))}
              </ul>
            )}
            <p className={styles.where}>
              <Link
                href={readerHref(document.id, state, hit.id)}
                className={styles.document}
                prefetch={false}
              >
                {document.title}
                <span className="visually-hidden"> (read it there)</span>
              </Link>
              {section !== null && ` · ${section}`}
            </p>
            {why.length > 0 && (
              <details className={styles.why}>
                <summary>why this result</summary>
                {why.join(' · ')}
              </details>
            )}
            <Link
              href={`${hit.url}${searchOf(state)}`}
              className={styles.link}
              prefetch={false}
              data-opens
            >
              <span aria-hidden="true">¶ </span>link
              <span className="visually-hidden"> to this entry</span>
            </Link>
          </footer>
        </div>
      </article>
    </li>
  )
}
