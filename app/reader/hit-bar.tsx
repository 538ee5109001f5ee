'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { HitPlace, HitsAround } from '#search/reading'
import type { SearchState } from '#search/state'
import { grouped } from '../grouped'
import { plainKey } from '../plain-key'
import styles from './hit-bar.module.css'
import { backHref, readerHref } from './reader-href'

type Props = {
  documentId: string
  state: SearchState
  hits: HitsAround
  /** The entry to come back to. */
  at: string | null
}

/** Where one stands among the hits, the ways to the ones before and after (`p` and `n`), and back to the results. */
export function HitBar({ documentId, state, hits, at }: Props) {
  const { total, rank, previous, next } = hits
  const bar = useRef<HTMLElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = plainKey(event)
      const rel = key === 'n' ? 'next' : key === 'p' ? 'prev' : null
      if (rel === null) return
      bar.current?.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const way = (place: HitPlace | null, rel: 'prev' | 'next', label: string, key: string) =>
    place === null ? (
      <span className={styles.none}>{label}</span>
    ) : (
      <Link
        href={readerHref(documentId, state, place.entry)}
        rel={rel}
        aria-keyshortcuts={key}
        prefetch={false}
      >
        {label} <kbd>{key}</kbd>
      </Link>
    )

  return (
    <nav className={styles.bar} aria-label="Hits in this document" ref={bar}>
      <Link href={backHref(state, at)} className={styles.back} prefetch={false}>
        <span aria-hidden="true">← </span>Results
      </Link>
      <p className={styles.where}>
        {total === 0
          ? 'No hits in this document'
          : rank === 0
            ? `${grouped(total)} ${total === 1 ? 'hit' : 'hits'} in this document`
            : `Hit ${grouped(rank)} of ${grouped(total)}`}
      </p>
      {total > 0 && way(previous, 'prev', 'Previous hit', 'p')}
      {total > 0 && way(next, 'next', 'Next hit', 'n')}
    </nav>
  )
}
