'use client'

import { useState } from 'react'
import type { PageAnswer } from '#search/page-answer'
import { formatShared, SHARED_PARAMETER } from '#search/shared'
import { paramsFromState, searchOf } from '#search/url'
import { grouped } from '../grouped'
import styles from './take-away.module.css'
import { useSearchState } from './use-search-state'

const FILES: [path: string, label: string, title: string][] = [
  ['/api/entries.csv', 'CSV', 'A table for spreadsheets'],
  ['/api/entries.jsonl', 'JSON Lines', 'An entry a line, for programs'],
  ['/api/entries.ris', 'RIS', 'For Zotero, EndNote and others'],
  ['/api/entries.bib', 'BibTeX', 'For LaTeX'],
  ['/api/entries.ics', 'Calendar', 'The dated entries as an iCalendar file'],
  ['/print', 'Print', 'All results on one page, for paper'],
  ['/feed.atom', 'Feed', 'Follow this search in a feed reader'],
]

/** All results of the search as files, and a link that remembers what the collection was. */
export function TakeAway({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const [said, setSaid] = useState('')
  const { total, corpusVersion } = answer
  if (total === 0) return null
  const search = searchOf({ ...state, page: 1, size: 20, view: 'list' })
  const params = paramsFromState({ ...state, page: 1 })
  params.set(SHARED_PARAMETER, formatShared({ version: corpusVersion, total }))
  const citable = `/?${params}`
  const onCopy = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const absolute = new URL(citable, window.location.href).href
    navigator.clipboard.writeText(absolute).then(
      () => setSaid('Copied.'),
      () => setSaid(absolute),
    )
  }
  return (
    <section className={styles.take} id="take-away" aria-labelledby="take-away-title">
      <h2 className="label" id="take-away-title">
        Take {total === 1 ? 'this result' : `these ${grouped(total)} results`} along
      </h2>
      <ul className={styles.files}>
        {FILES.map(([path, label, title]) => (
          <li key={path}>
            <a
              href={path + search}
              title={title}
              rel={path === '/feed.atom' ? 'alternate' : 'nofollow'}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.cite}>
        <a href={citable} onClick={onCopy}>
          Copy a link to cite
        </a>
        : opened later, it tells what has changed since corpus version {corpusVersion}.{' '}
        <span aria-live="polite">{said}</span>
      </p>
    </section>
  )
}
