import type { Hit } from '#search/answer'
import type { PageAnswer } from '#search/page-answer'
import { hasWords } from '#search/query-units'
import type { SearchState } from '#search/state'

/** Why an entry is among the results, as a short list; empty when every entry would be. */
export function whyFound(
  hit: Hit,
  { closeInMeaning, readNames }: Pick<PageAnswer, 'closeInMeaning' | 'readNames'>,
  state: SearchState,
): string[] {
  const why: string[] = []
  if (hasWords(state.q)) {
    const found = hit.highlights.text.map(([start, end]) => hit.text.slice(start, end))
    const words = [...new Set(found.map((word) => word.toLowerCase()))]
    if (words.length > 0) why.push(`words: ${words.slice(0, MOST_WORDS).join(', ')}`)
    if (closeInMeaning.includes(hit.id)) why.push('close in meaning')
    const named = readNames.filter(({ name }) => hit.actors.some((actor) => actor.name === name))
    if (named.length > 0) why.push(`name: ${named.map(({ name }) => name).join(', ')}`)
    if (why.length === 0) why.push('words beside the text')
  }
  if (state.from !== null || state.to !== null) why.push('date within the range')
  const chosen = hit.actors.filter(({ name }) => state.actor.includes(name))
  if (chosen.length > 0) why.push(`actor: ${chosen.map(({ name }) => name).join(', ')}`)
  return why
}

const MOST_WORDS = 6
