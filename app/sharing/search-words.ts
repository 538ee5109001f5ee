import type { SearchState } from '#search/state'
import { grouped } from '../grouped'
import { rangeInWords as boundsInWords } from '../search/dates/units'

/** A search in words, for whoever gets its link: previews, cards, descriptions. */

/** `March to June 1999`, `from 1999`, `until 1999`; null without a range. */
export const rangeInWords = ({ from, to }: Pick<SearchState, 'from' | 'to'>): string | null =>
  from === null && to === null ? null : boundsInWords(from, to)

/** `12 entries with “refugees”, naming NATO, March 1999 to June 1999.` */
export function searchInWords(state: SearchState, total: number | null): string {
  const { q, actor, notActor, actorMatch } = state
  const number =
    total === null ? 'Entries' : `${grouped(total)} ${total === 1 ? 'entry' : 'entries'}`
  const words = q.trim() === '' ? '' : ` with “${q.trim().replaceAll('"', '')}”`
  const parts = [
    actor.length === 0 ? null : `naming ${actor.join(actorMatch === 'all' ? ' and ' : ' or ')}`,
    notActor.length === 0 ? null : `without ${notActor.join(', ')}`,
    rangeInWords(state),
    state.undated ? 'undated' : null,
  ].filter((part) => part !== null)
  return `${[`${number}${words}`, ...parts].join(', ')}.`
}
