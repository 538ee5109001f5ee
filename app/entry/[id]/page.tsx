import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { effectiveDates } from '#schema/entry'
import { engineClient, PAGE_DEADLINE_MS } from '#search/server/engine'
import { findEntry } from '#search/server/entry'
import { EMPTY_STATE } from '#search/state'
import { hrefOf } from '#search/url'
import { Message } from '../../message'
import { KIND_LABELS } from '../../search/labels'
import { EntryDate } from '../entry-date'
import styles from './entry.module.css'

type Props = { params: Promise<{ id: string }> }

/** One look-up per request, for the page and its metadata. */
const entryOf = cache(async (id: string) => findEntry(engineClient(PAGE_DEADLINE_MS), id))

/** A malformed address is no entry's. */
async function idOf({ params }: Props): Promise<string> {
  const { id } = await params
  try {
    return decodeURIComponent(id)
  } catch {
    return ''
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const entry = await entryOf(await idOf(props)).catch(() => null)
  if (entry === null) return { title: 'Kronika' }
  const text = entry.text.length > 70 ? `${entry.text.slice(0, 70).trimEnd()}…` : entry.text
  return { title: `${text} – Kronika`, description: entry.text.slice(0, 200) }
}

/** An entry by itself: what a link to a result shows. */
export default async function EntryPage(props: Props) {
  const entry = await entryOf(await idOf(props)).catch(() => undefined)
  if (entry === undefined) {
    return (
      <Message title="The search engine does not answer">
        The entry is unharmed; load this page again in a moment.
      </Message>
    )
  }
  if (entry === null) notFound()
  const { document, section, place } = entry
  return (
    <main className={styles.page}>
      <p>
        <Link href="/" className={styles.back}>
          Kronika
        </Link>
      </p>
      <article>
        <h1 className={styles.heading}>
          <EntryDate dates={effectiveDates(entry)} />
        </h1>
        <p className={styles.kind}>
          {KIND_LABELS[entry.kind].toLowerCase()}
          {place !== null && ` · ${place}`}
        </p>
        <p className={styles.text}>{entry.text}</p>
        {entry.actors.length > 0 && (
          <ul className={styles.actors} aria-label="Actors">
            {entry.actors.map((actor) => (
              <li key={actor.id}>
                <Link href={hrefOf({ ...EMPTY_STATE, actor: [actor.name] })}>{actor.name}</Link>
              </li>
            ))}
          </ul>
        )}
        <p className={styles.where}>
          From{' '}
          <Link href={hrefOf({ ...EMPTY_STATE, document: [document.id], sort: 'document' })}>
            {document.title}
          </Link>
          {section !== null && ` · ${section}`}
          {' · '}
          {/^https?:\/\//.test(document.source) ? (
            <a href={document.source} rel="noreferrer">
              {document.source}
            </a>
          ) : (
            document.source
          )}
        </p>
      </article>
    </main>
  )
}
