'use client'

import { EMPTY_STATE, type SearchState } from '#search/state'
import { StateLink } from './state-link'
import styles from './syntax-help.module.css'

const EXAMPLES: [search: Partial<SearchState>, written: string, meaning: string][] = [
  [
    { q: 'refugees return' },
    'refugees return',
    'entries with both words; the last may be a beginning',
  ],
  [{ q: '"air campaign"' }, '"air campaign"', 'these words in this order'],
  [{ q: 'campaign -air' }, 'campaign -air', 'without a word; a phrase can be left out, too'],
  [{ q: 'refugees', exact: true }, 'refugees, exactly', 'no other spellings, no beginnings'],
  [
    { q: 'refugees', from: '1999-03', to: '1999-06' },
    'refugees, March to June 1999',
    'dates as 1999, 1999-06 or 1999-06-12, either end alone',
  ],
]

const ID = 'syntax-help'
const close = (): void => document.getElementById(ID)?.hidePopover()

/** What can be typed into the box, with examples that can be followed; it opens without script. */
export function SyntaxHelp() {
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={ID}>
        Help
      </button>
      <dialog className={styles.panel} id={ID} popover="auto" aria-labelledby={`${ID}-title`}>
        <h2 id={`${ID}-title`}>What you can type</h2>
        <dl>
          {EXAMPLES.map(([search, written, meaning]) => (
            <div key={written}>
              <dt>
                <StateLink to={{ ...EMPTY_STATE, ...search }} afterwards={close}>
                  {written}
                </StateLink>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          Misspelt words are found, mistyped numbers are not. Type a date in words, such as{' '}
          <i>spring 1999</i>, <i>before 1999</i> or <i>10 June 1999</i>, or the name of an actor:
          both are offered as filters under the box.
        </p>
        <p>
          Press <kbd>?</kbd> for the keys of this page.
        </p>
      </dialog>
    </>
  )
}
