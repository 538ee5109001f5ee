import type { Part, Stage } from '../stages.ts'
import { normaliseText } from './normalise.ts'

/** So many are normalised at once: signs that need it mostly stand in few of them. */
const GROUP = 200

function normalised(lines: string[]): string[] {
  const size = lines.some((line) => line.includes('\f')) ? lines.length : GROUP
  const groups: string[][] = []
  for (let from = 0; from < lines.length; from += size) {
    const group = lines.slice(from, from + size)
    const text = group.join('\n')
    const normal = normaliseText(text)
    groups.push(normal === text ? group : normal.split('\n'))
  }
  return groups.flat()
}

/** Makes of the lines of a file those of the normalised text, as if that were normalised whole. */
export class NormalisedLines implements Stage<string, string> {
  #held: string[] = []

  part(lines: string[], isLast: boolean): Part<string> {
    const all = this.#held.length === 0 ? lines : this.#held.concat(lines)
    let end = isLast ? all.length : all.length - 1
    // Beside the end of a page, two lines make one together.
    while (end > 0 && !isLast && (all[end - 1]?.endsWith('\f') || all[end]?.startsWith('\f'))) end--
    this.#held = end === all.length ? [] : all.slice(Math.max(0, end))
    return { items: normalised(all.slice(0, end)), leftOut: [] }
  }
}
