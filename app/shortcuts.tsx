'use client'

import { useEffect } from 'react'
import { plainKey } from './plain-key'
import styles from './shortcuts.module.css'

const KEYS: [keys: string[], meaning: string][] = [
  [['/'], 'to the search box'],
  [['Esc'], 'clear the box, or close what lies on top'],
  [['↓', '↑'], 'from the box to the results, and through them'],
  [['Enter'], 'open the result'],
  [['Alt ↓'], 'open the suggestions under the box'],
  [['←', '→'], 'through the bars of the histogram, or move an end of the range'],
  [['←', '→', '↑', '↓'], 'through the cells of the grid'],
  [['n', 'p'], 'next and previous hit in a document'],
  [['c'], 'copy the citation of an entry or a document'],
  [['?'], 'this list'],
]

const ID = 'shortcuts'

/** The list of keys, under `?` and behind a button at the foot of every page. */
export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (plainKey(event) !== '?') return
      event.preventDefault()
      document.getElementById(ID)?.togglePopover()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <button
        type="button"
        className={styles.button}
        popoverTarget={ID}
        aria-keyshortcuts="?"
        title="?"
      >
        Keyboard shortcuts
      </button>
      {/* Nothing in it takes the focus, and on a small screen it scrolls. */}
      <dialog
        id={ID}
        popover="auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has keys alone must be able to scroll it
        tabIndex={0}
        className={styles.dialog}
        aria-labelledby={`${ID}-title`}
      >
        <h2 id={`${ID}-title`}>Keyboard shortcuts</h2>
        <dl>
          {KEYS.map(([keys, meaning]) => (
            <div key={meaning}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  )
}
