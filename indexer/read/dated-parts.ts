import type { Block, DateForms } from '../blocks.ts'
import type { SourceLine } from './markdown-blocks.ts'
import { beginsAnew, isEntry } from './wrapping.ts'

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
  let above: Above = { text: '', listed: false, heads: false }
  for (const [at, line] of lines.entries()) {
    const text = plain(line.text)
    const alone = dates.isDate(text)
    const dated = alone || dates.startsWithDate(text)
    const current = parts.at(-1)
    const more = at < lines.length - 1
    if (current !== undefined && !(dated && begins(text, alone && !more, above))) current.push(line)
    else {
      parts.push([line])
      above = { ...above, listed: dated }
    }
    above = { text, listed: above.listed, heads: alone && dates.isDay(text) }
  }
  return parts

  function begins(text: string, last: boolean, { text: line, listed, heads }: Above): boolean {
    if (dates.beginsEntry(text)) return isEntry(text, line, width)
    // Below a day stands its text; at the end a date belongs to what stands above it.
    return !heads && !last && beginsAnew(text, line, listed, width)
  }
}

/** The line above: whether an entry began its part, and whether it is a day that heads what follows. */
type Above = { text: string; listed: boolean; heads: boolean }

/** Lines of which the first is a date of its own: it heads the others. */
export function headOf(lines: string[], dates: DateForms): string | undefined {
  const [first, ...more] = lines
  return first !== undefined && more.length > 0 && dates.isDate(first) ? first : undefined
}

/** One dated paragraph may open a letter that is quoted; several are a timeline set in. */
const LEAST_DATED = 2

/** Whether what is set in as a quotation is a timeline, whose entries stay what they are. */
export function isTimeline(quoted: Block[], dates: DateForms): boolean {
  const isDated = (block: Block): boolean =>
    ('head' in block && block.head !== undefined) || dates.startsWithDate(block.text)
  let count = 0
  return quoted.some((block) => isDated(block) && ++count === LEAST_DATED)
}
