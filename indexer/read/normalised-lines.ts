import type { Part, Stage } from '../stages.ts'
import { normaliseText } from './normalise.ts'

/** Makes of the lines of a file those of the normalised text, as if that were normalised whole. */
export class NormalisedLines implements Stage<string, string> {
  #held: string[] = []

  part(lines: string[], isLast: boolean): Part<string> {
    const all = this.#held.length === 0 ? lines : this.#held.concat(lines)
    let end = isLast ? all.length : all.length - 1
    // Beside the end of a page, two lines make one together.
    while (end > 0 && !isLast && (all[end - 1]?.endsWith('\f') || all[end]?.startsWith('\f'))) end--
    this.#held = end === all.length ? [] : all.slice(Math.max(0, end))
    const items = end > 0 ? normaliseText(all.slice(0, end).join('\n')).split('\n') : []
    return { items, leftOut: [] }
  }
}
