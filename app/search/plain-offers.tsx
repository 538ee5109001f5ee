import type { CalledActor } from '#search/page-answer'
import type { SearchState } from '#search/state'
import { typedDate } from '#search/typed-dates'
import { hrefOf } from '#search/url'
import { rangeInWords } from './dates/units'
import styles from './plain-offers.module.css'

type Props = { state: SearchState; called: readonly CalledActor[] }

/** Without script: the dates and actors that the words may mean, as links; never forced. */
export function PlainOffers({ state, called }: Props) {
  const date = typedDate(state.q)
  if (date === null && called.length === 0) return null
  return (
    <noscript>
      <ul className={styles.offers} aria-label="What the words may mean">
        {date !== null && (
          <li>
            <a href={hrefOf({ ...state, q: date.rest, from: date.from, to: date.to, page: 1 })}>
              Only {rangeInWords(date.from, date.to)}
            </a>
          </li>
        )}
        {called.map(({ name, rest, total }) => (
          <li key={name}>
            <a href={hrefOf({ ...state, q: rest, actor: [...state.actor, name], page: 1 })}>
              Only entries that name {name}
            </a>
            {`, ${total}`}
          </li>
        ))}
      </ul>
    </noscript>
  )
}
