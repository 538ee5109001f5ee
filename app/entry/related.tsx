import Link from 'next/link'
import { effectiveDates } from '#schema/entry'
import type { Hit } from '#search/answer'
import { EntryDate } from './entry-date'
import styles from './related.module.css'

const SHOWN = 160

/** Entries that are close in meaning. */
export function Related({ entries }: { entries: Hit[] }) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="related" className={styles.related}>
      <h2 id="related" className={styles.title}>
        Related entries
      </h2>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <EntryDate dates={effectiveDates(entry)} className={styles.date} />{' '}
            <Link href={entry.url} prefetch={false}>
              {entry.text.length > SHOWN ? `${entry.text.slice(0, SHOWN).trimEnd()}…` : entry.text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
