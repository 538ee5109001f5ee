import Link from 'next/link'
import type { ReadEntry } from '#search/reading'
import type { SearchState } from '#search/state'
import { searchOf } from '#search/url'
import { MarkedText } from '../entry/marked-text'
import { understood } from '../entry/understood'
import styles from './reader.module.css'

type Props = {
  entry: ReadEntry
  /** The entry before it, for what need not be said twice. */
  before: ReadEntry | null
  state: SearchState
  isTarget: boolean
}

/** An entry in its place: the heading that it is the first under, its date in the margin, its words. */
export function ReaderEntry({ entry, before, state, isTarget }: Props) {
  const { section, date, position, place } = entry
  const isNewSection = section !== null && section !== before?.section
  const inMargin = date === null ? null : { words: dateWords(entry), title: understood(date) }
  const isSaid = before?.date !== null && before?.date?.edtf === date?.edtf && !isNewSection
  return (
    <li className={styles.item}>
      {isNewSection && <h2 className={styles.section}>{section}</h2>}
      <article
        id={entry.id}
        className={styles.entry}
        data-hit={entry.hit || undefined}
        data-target={isTarget || undefined}
        aria-label={`Entry ${position + 1}`}
      >
        <p className={styles.margin}>
          {inMargin !== null && !isSaid && (
            <time title={inMargin.title} className={styles.date}>
              {inMargin.words}
            </time>
          )}
          {inMargin !== null && isSaid && <span className="visually-hidden">{inMargin.words}</span>}
        </p>
        <div>
          <p className={styles.text}>
            <MarkedText text={entry.text} highlights={entry.highlights.text} />
            {place !== null && <span className={styles.place}> {place}</span>}
          </p>
        </div>
        <Link
          href={`${entry.url}${searchOf(state)}`}
          className={styles.number}
          aria-label={`Entry ${position + 1}: evidence and citation`}
          prefetch={false}
        >
          {position + 1}
        </Link>
      </article>
    </li>
  )
}

function dateWords({ date }: ReadEntry): string {
  if (date === null) return ''
  const words = date.inferred ? `${understood(date)}*` : date.text
  return words.charAt(0).toUpperCase() + words.slice(1)
}
