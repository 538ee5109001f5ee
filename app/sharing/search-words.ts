import type { SearchState } from '#search/state'
import { dayInWords, monthInWords } from '../entry/understood'

/** A search in words, for whoever gets its link: previews, cards, descriptions. */

const count = new Intl.NumberFormat('en')

/** `1999`, `June 1999` or `10 June 1999`, of a bound of a link. */
export function boundInWords(bound: string): string {
  if (bound.length === 4) return String(Number(bound))
  return bound.length === 7 ? monthInWords(bound) : dayInWords(bound)
}

/** `March 1999 to June 1999`, `from 1999`, `until 1999`; null without a range. */
export function rangeInWords({ from, to }: Pick<SearchState, 'from' | 'to'>): string | null {
  if (from === null && to === null) return null
  if (from === to && from !== null) return boundInWords(from)
  if (from === null) return `until ${boundInWords(to ?? '')}`
  return to === null ? `from ${boundInWords(from)}` : `${boundInWords(from)} to ${boundInWords(to)}`
}

/** `12 entries with “refugees”, naming NATO, March 1999 to June 1999.` */
export function searchInWords(state: SearchState, total: number | null): string {
  const { q, actor, notActor, actorMatch } = state
  const number =
    total === null ? 'Entries' : `${count.format(total)} ${total === 1 ? 'entry' : 'entries'}`
  const words = q.trim() === '' ? '' : ` with “${q.trim().replaceAll('"', '')}”`
  const parts = [
    actor.length === 0 ? null : `naming ${actor.join(actorMatch === 'all' ? ' and ' : ' or ')}`,
    notActor.length === 0 ? null : `without ${notActor.join(', ')}`,
    rangeInWords(state),
    state.undated ? 'undated' : null,
  ].filter((part) => part !== null)
  return `${[`${number}${words}`, ...parts].join(', ')}.`
}
