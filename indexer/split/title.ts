import type { Block, Heading, Reading } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { isOftenLink } from '../read/boilerplate.ts'
import { collapse } from '../read/normalise.ts'

export type Titled = { title: string; blocks: Block[]; leftOut: LeftOut[] }

/**
 * The document's title: what the format states, else its first heading of the first level, else the
 * line that looks like a heading at the very top, else the name of its source.
 *
 * @param isDate whether a heading is a date: such a one is a section
 */
export function takeTitle(
  { title, blocks }: Reading,
  source: string,
  isDate: (heading: Heading) => boolean,
): Titled {
  const at = titleIndex(blocks, isDate)
  const block = blocks[at]
  if (block === undefined) return { title: title ?? nameOf(source), blocks, leftOut: [] }
  return {
    title: title ?? collapse(block.text),
    blocks: blocks.filter((_, index) => index !== at),
    leftOut: [{ text: block.text, line: block.line, reason: 'title' }],
  }
}

function titleIndex(blocks: Block[], isDate: (heading: Heading) => boolean): number {
  const marked = blocks.findIndex(
    (block) => block.kind === 'heading' && block.marked && block.level === 1,
  )
  const heading = blocks[marked]
  if (heading?.kind === 'heading') return isDate(heading) ? -1 : marked
  const first = blocks.findIndex((block) => block.kind !== 'heading' || !isOftenLink(block.text))
  const block = blocks[first]
  return block?.kind === 'heading' && !block.marked && !isDate(block) ? first : -1
}

/** The name of a file or the last part of an address, readable: `some-file_2.txt` → "Some file 2". */
export function nameOf(source: string): string {
  const path = source.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '')
  const last =
    path
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? source
  const name = collapse(last.replace(/\.[a-z][a-z0-9]{0,7}$/i, '').replace(/[-_]+/g, ' '))
  return name === '' ? source : name.charAt(0).toUpperCase() + name.slice(1)
}
