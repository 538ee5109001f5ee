import type { Block, Heading, Reading } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { isOftenLink } from '../read/boilerplate.ts'
import { collapse } from '../read/normalise.ts'
import type { Part, Stage } from '../stages.ts'
import { type DocumentDates, headingDate, wholeHeadingDate } from './date-of.ts'

/** A document's title, and which of its blocks that is; null when none of them is. */
export type Title = { title: string; block: number | null; leftOut: LeftOut[] }

/**
 * The document's title: what the format states, else its first heading of the first level, else the
 * line that looks like a heading at the very top, else the name of its source.
 *
 * @param isDate whether a heading is a date: such a one is a section
 */
export function takeTitle(
  { title, blocks }: Pick<Reading, 'title' | 'blocks'>,
  source: string,
  isDate: (heading: Heading) => boolean,
): Title {
  const at = titleIndex(blocks, isDate)
  const block = blocks[at]
  if (block === undefined) return { title: title ?? nameOf(source), block: null, leftOut: [] }
  return {
    title: title ?? collapse(block.text),
    block: at,
    leftOut: [{ text: block.text, line: block.line, reason: 'title' }],
  }
}

function titleIndex(blocks: Block[], isDate: (heading: Heading) => boolean): number {
  const marked = blocks.findIndex(isFirstLevel)
  const heading = blocks[marked]
  if (heading?.kind === 'heading') return isDate(heading) ? -1 : marked
  const first = blocks.findIndex(isNoLink)
  const block = blocks[first]
  return block?.kind === 'heading' && !block.marked && !isDate(block) ? first : -1
}

const isFirstLevel = (block: Block): boolean =>
  block.kind === 'heading' && block.marked && block.level === 1
const isNoLink = (block: Block): boolean => block.kind !== 'heading' || !isOftenLink(block.text)

/** Any date completes a heading like "June" here: only the form is asked for. */
const PROBE = { year: 2000, month: 1 }

/** Finds the title in blocks that come in parts: only a few of them have a say in it. */
export class TitleSearch {
  readonly #dates: DocumentDates
  readonly #telling: { block: Block; at: number }[] = []
  #count = 0
  #hasTop = false
  #hasMarked = false
  #dated = 0

  constructor(dates: DocumentDates) {
    this.#dates = dates
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      const isTop = !this.#hasTop && isNoLink(block)
      const isMarked = !this.#hasMarked && isFirstLevel(block)
      // Two headings with a date are several.
      const isDated = this.#dated < 2 && block.kind === 'heading' && this.#isDated(block)
      if (isTop || isMarked || isDated) this.#telling.push({ block, at: this.#count })
      this.#hasTop ||= isTop
      this.#hasMarked ||= isMarked
      if (isDated) this.#dated++
      this.#count++
    }
  }

  /** Whether no block that may come could change the title. */
  get isSettled(): boolean {
    return this.#hasMarked && this.#hasTop && this.#dated > 1
  }

  title(stated: string | null, source: string): Title {
    const blocks = this.#telling.map(({ block }) => block)
    const found = takeTitle({ title: stated, blocks }, source, (heading) => this.#isPeriod(heading))
    return { ...found, block: this.#telling[found.block ?? -1]?.at ?? null }
  }

  /** "1999", or one of several headings like "1999: The Long Summer": a section, not a title. */
  #isPeriod(heading: Heading): boolean {
    if (wholeHeadingDate(heading.text, PROBE, this.#dates) !== null) return true
    return this.#isDated(heading) && this.#dated > 1
  }

  #isDated({ text }: Heading): boolean {
    return headingDate(text, PROBE, this.#dates) !== null
  }
}

/** The blocks of a document but for its title. */
export class WithoutTitle implements Stage<Block, Block> {
  readonly #title: Title
  #count = 0

  constructor(title: Title) {
    this.#title = title
  }

  part(blocks: Block[]): Part<Block> {
    const { block, leftOut } = this.#title
    const at = block === null ? -1 : block - this.#count
    this.#count += blocks.length
    if (at < 0 || at >= blocks.length) return { items: blocks, leftOut: [] }
    return { items: blocks.filter((_, index) => index !== at), leftOut }
  }
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
