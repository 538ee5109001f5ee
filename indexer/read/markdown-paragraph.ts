import type { DateForms } from '../blocks.ts'
import type { SourceLine } from './markdown-blocks.ts'
import { beginsAnew } from './wrapping.ts'

/**
 * The lines of a Markdown paragraph, apart where a line begins with a date of its own: a timeline
 * without bullets. All other lines belong to the line above.
 *
 * @param width to which the text is wrapped; null when it is not
 */
export function datedParts(
  lines: SourceLine[],
  plain: (markdown: string) => string,
  dates: DateForms,
  width: number | null,
): SourceLine[][] {
  const parts: SourceLine[][] = []
  let above = ''
  let listed = false
  for (const line of lines) {
    const text = plain(line.text)
    const dated = dates.startsWithDate(text)
    const current = parts.at(-1)
    if (current === undefined || (dated && beginsAnew(text, above, listed, width))) {
      parts.push([line])
      listed = dated
    } else current.push(line)
    above = text
  }
  return parts
}
