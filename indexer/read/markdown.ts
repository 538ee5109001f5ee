import type { Block, DateForms, PartedReading } from '../blocks.ts'
import { type Keep, type Part, type Parts, type Stage, someOf, through } from '../stages.ts'
import { WithoutFrontMatter } from './front-matter.ts'
import { MarkdownBlocks } from './markdown-blocks.ts'
import { targetName, WithoutComments } from './markdown-lines.ts'
import { isHeading, labelOf } from './unmarked.ts'
import { tellsWidth, WrapEvidence } from './wrapping.ts'

/**
 * Markdown (CommonMark's blocks, with pipe tables, footnotes and front matter): headings, list
 * items, quotations, table rows and paragraphs, without their markup.
 *
 * @param lines normalised
 */
export async function readMarkdown(
  lines: Parts<string>,
  dates: DateForms,
  keep: Keep,
): Promise<PartedReading> {
  let front = new WithoutFrontMatter()
  const body = through(lines, () => {
    front = new WithoutFrontMatter()
    return front
  })
  const cleared = through(body, () => new WithoutComments())
  const survey = new MarkdownSurvey(dates)
  for await (const { items } of cleared()) survey.add(items)
  const { title } = front
  const { width, targets } = survey
  const blocks = keep(through(cleared, () => new MarkdownBlocks({ dates, targets, width })))
  if (await someOf(blocks, isHeading)) return { title, parts: blocks }
  return { title, parts: through(blocks, () => new Labelled(dates)) }
}

/** A text without a marked heading is plain text: its labels may be headings, as in any other. */
class Labelled implements Stage<Block, Block> {
  readonly #dates: DateForms

  constructor(dates: DateForms) {
    this.#dates = dates
  }

  part(blocks: Block[]): Part<Block> {
    return { items: blocks.map((block) => labelOf(block, this.#dates)), leftOut: [] }
  }
}

const BEGINS_BLOCK = /^\s*(?:[-*+>#|`~]|\d+[.)]\s)/

/** Reads a text through for what has to be known of all of it. */
class MarkdownSurvey {
  /** The names of links whose addresses stand elsewhere, in lower case. */
  readonly targets = new Set<string>()
  readonly #dates: DateForms
  readonly #evidence = new WrapEvidence()
  #above = ''

  constructor(dates: DateForms) {
    this.#dates = dates
  }

  add(lines: string[]): void {
    for (const whole of lines) {
      const target = whole.includes(']:') ? targetName(whole) : null
      if (target !== null) this.targets.add(target)
      const line = whole.trim()
      const above = this.#above
      this.#above = line
      if (line !== '' && tellsWidth(above) && !this.#begins(line)) this.#evidence.add(above, line)
    }
  }

  #begins(line: string): boolean {
    return BEGINS_BLOCK.test(line) || this.#dates.startsWithDate(line)
  }

  /** To which the text is wrapped; null when it is not. */
  get width(): number | null {
    return this.#evidence.width
  }
}
