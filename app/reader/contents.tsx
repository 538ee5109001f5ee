import Link from 'next/link'
import type { SectionStart } from '#search/server/document'
import type { SearchState } from '#search/state'
import styles from './contents.module.css'
import { readerHref } from './reader-href'

type Props = {
  documentId: string
  state: SearchState
  sections: SectionStart[]
  /** The section of the entry that is asked for. */
  at: string | null
}

/** The sections of the document as a table of contents; on a narrow screen behind a line to open. */
export function Contents({ documentId, state, sections, at }: Props) {
  if (sections.length === 0) return <div />
  const list = (
    <ol>
      {sections.map(({ section, position, entry }) => (
        <li key={entry}>
          <Link
            href={readerHref(documentId, state, entry)}
            aria-current={section === at ? 'location' : undefined}
            prefetch={false}
          >
            <span>{section}</span>
            <span className={styles.number}>{position + 1}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
  return (
    <nav className={styles.contents} aria-label="Contents">
      <div className={styles.wide}>
        <h2 className="label">Contents</h2>
        {list}
      </div>
      <details className={styles.narrow}>
        <summary>Contents</summary>
        {list}
      </details>
    </nav>
  )
}
