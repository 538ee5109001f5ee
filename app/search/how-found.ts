import type { PageAnswer } from '#search/page-answer'
import { grouped } from '../grouped'

/** In what way the results match the words, in a few words; empty when there is nothing to tell. */
export function howFound(
  {
    total,
    relaxed,
    matched,
    exactly,
  }: Pick<PageAnswer, 'total' | 'relaxed' | 'matched' | 'exactly'>,
  hasWords: boolean,
): string {
  if (!hasWords || total === 0) return ''
  const { words, meaning } = matched
  const close = meaning > 0 ? `${grouped(meaning)} close in meaning` : ''
  if (relaxed) {
    const some = 'no entry has all of these words'
    if (words === 0) return `${some}: ${close}`
    // Others have common ones: they are not looked for.
    const rarest = 'have some of the rarest'
    return `${some}: ${meaning > 0 ? `${grouped(words)} ${rarest}, ${close}` : `these ${rarest}`}`
  }
  if (meaning > 0) return `${grouped(words)} with these words, ${close}`
  if (exactly !== null && exactly > 0 && exactly < total) {
    return `${grouped(exactly)} exact, ${grouped(total - exactly)} similar`
  }
  return total === 1 ? 'with these words' : 'with all of these words'
}
