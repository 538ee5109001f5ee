import Link from 'next/link'
import { effectiveDates } from '#schema/entry'
import type { Overview } from '#search/server/first-results'
import { EMPTY_STATE } from '#search/state'
import { stateFromParams } from '#search/url'
import { EntryDate } from '../entry/entry-date'
import { grouped } from '../grouped'
import { StateLink } from '../search/state-link'
import type { Collection } from './collection-yaml'
import styles from './first-visit.module.css'

type Props = { collection: Collection; overview: Overview }

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** What this collection is, and where one may begin. */
export function FirstVisit({ collection, overview }: Props) {
  const { title, description, examples } = collection
  const { entries, documents, actors, years, busiest, latest } = overview
  if (entries === 0) return null
  return (
    <section className={styles.welcome} aria-label="About this collection">
      <h2 className={styles.title}>{title || 'The collection'}</h2>
      {description !== '' && <p className={styles.description}>{description}</p>}
      <p className={styles.facts}>
        {[
          counted(entries, 'entry', 'entries'),
          `from ${counted(documents, 'document', 'documents')}`,
          ...(actors > 0 ? [counted(actors, 'actor', 'actors')] : []),
          ...(years === null ? [] : [span(years)]),
        ].join(' · ')}
      </p>
      {examples.length > 0 && (
        <div className={styles.row}>
          <h3>Try</h3>
          <ul className={styles.links}>
            {examples.map(({ label, search }) => (
              <li key={search}>
                <StateLink
                  to={stateFromParams(new URLSearchParams(search)).state}
                  className={styles.example}
                >
                  {label}
                </StateLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {busiest.length > 0 && (
        <div className={styles.row}>
          <h3>Who acts most</h3>
          <ul className={styles.links}>
            {busiest.map(([name, count]) => (
              <li key={name}>
                <StateLink to={{ ...EMPTY_STATE, actor: [name] }} className={styles.link}>
                  {name} <span className={styles.count}>{grouped(count)}</span>
                </StateLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      {latest.length > 0 && (
        <div className={styles.row}>
          <h3>Latest events</h3>
          <ul className={styles.latest}>
            {latest.map((entry) => (
              <li key={entry.id}>
                <EntryDate dates={effectiveDates(entry).slice(0, 1)} className={styles.date} />
                <Link href={entry.url} className={styles.link} prefetch={false}>
                  {shortened(entry.text)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

const span = ([first, last]: [string, string]): string =>
  first === last ? String(Number(first)) : `${Number(first)} to ${Number(last)}`

const SHORT = 110

const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\W*\s+\S*$/, '')}…`
