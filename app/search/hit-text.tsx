'use client'

import type { Hit } from '#search/answer'
import { highlightsIn, snippetOf } from '#search/snippet'
import { MarkedText } from '../entry/marked-text'
import styles from './hit-text.module.css'

/** The text of a result; of a long one the part that was found, which unfolds, without script too. */
export function HitText({ hit }: { hit: Hit }) {
  const { text, highlights } = hit
  const snippet = snippetOf(text, highlights.text)
  if (snippet === null) {
    return (
      <p className={styles.text}>
        <MarkedText text={text} highlights={highlights.text} />
      </p>
    )
  }
  const { start, end } = snippet
  return (
    <div className={styles.long}>
      <p className={`${styles.text} ${styles.part}`}>
        {start > 0 && '… '}
        <MarkedText
          text={text.slice(start, end)}
          highlights={highlightsIn(highlights.text, snippet)}
        />
        {end < text.length && ' …'}
      </p>
      <details className={styles.whole}>
        <summary className="quiet">
          <span className={styles.unfold}>Show the whole text</span>
          <span className={styles.fold}>Show less</span>
        </summary>
        <p className={styles.text}>
          <MarkedText text={text} highlights={highlights.text} />
        </p>
      </details>
    </div>
  )
}
