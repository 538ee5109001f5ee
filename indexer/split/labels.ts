import type { Block, Heading } from '../blocks.ts'
import { isAlwaysLink, isOftenLink } from '../read/boilerplate.ts'
import { isCaption, styleOf } from '../read/label.ts'
import type { Part, Stage } from '../stages.ts'
import type { AttributedBlock } from './attribution.ts'

/**
 * What the lines are that only look like headings: headings, when text follows; captions; links,
 * when several follow each other, or none is followed by text.
 */

/** A longer run of labels is taken for several. */
const LONGEST_RUN = 10_000

/** Resolves the labels among blocks. */
export class Labels implements Stage<AttributedBlock, AttributedBlock> {
  readonly #isDate: (heading: Heading) => boolean
  readonly #isDay: (heading: Heading) => boolean
  /** Labels that follow each other, on which decides what stands below. */
  #run: Heading[] = []
  #above: AttributedBlock | undefined
  #isBelowText = false

  /**
   * @param isDate whether a heading is a date: such a one stays a heading
   * @param isDay whether it is a day: what stands below it is what happened then
   */
  constructor(isDate: (heading: Heading) => boolean, isDay: (heading: Heading) => boolean) {
    this.#isDate = isDate
    this.#isDay = isDay
  }

  part(blocks: AttributedBlock[], isLast: boolean): Part<AttributedBlock> {
    const out: Part<AttributedBlock> = { items: [], leftOut: [] }
    for (const block of blocks) {
      if (!this.#isLoose(block)) {
        this.#resolve(block, out)
        this.#keep([block], out)
      } else if (this.#run.push(block) > LONGEST_RUN) {
        this.#run.pop()
        this.#resolve(block, out)
        this.#run.push(block)
      }
    }
    if (isLast) this.#resolve(undefined, out)
    return out
  }

  #isLoose(block: AttributedBlock): block is Heading {
    return block.kind === 'heading' && !block.marked && !this.#isDate(block)
  }

  #keep(blocks: AttributedBlock[], { items }: Part<AttributedBlock>): void {
    for (const block of blocks) {
      items.push(block)
      this.#above = block
      this.#isBelowText ||= block.kind !== 'heading'
    }
  }

  /** @param below the block after the run; undefined at the end */
  #resolve(below: AttributedBlock | undefined, out: Part<AttributedBlock>): void {
    const run = this.#run
    if (run.length === 0) return
    this.#run = []
    const above = this.#above
    const atStart = above === undefined
    const atEnd = below === undefined
    if (this.#isDayOf(above) && (atEnd || this.#isDayOf(below))) {
      this.#keep(run.map(asParagraph), out)
      return
    }
    const leave = (headings: Heading[], reason: 'navigation' | 'link label'): void => {
      for (const { text, line } of headings) out.leftOut.push({ text, line, reason })
    }
    const isLink = run.length > 1 || atStart || atEnd ? isOftenLink : isAlwaysLink
    leave(
      run.filter(({ text }) => isLink(text)),
      'navigation',
    )
    const rest = run.filter(({ text }) => !isLink(text))
    const captions = new Set(this.#isBelowText ? rest.filter(({ text }) => isCaption(text)) : [])
    const labels = rest.filter((label) => !captions.has(label))
    this.#keep([...captions].map(asParagraph), out)
    if (atEnd && labels.length === 1 && rest.length === run.length) {
      this.#keep(labels.map(asParagraph), out)
    } else if (atEnd) leave(labels, 'navigation')
    else if (differ(labels)) this.#keep(labels.map(asLevel), out)
    else leave(labels, 'link label')
  }

  #isDayOf(block: AttributedBlock | undefined): boolean {
    return block?.kind === 'heading' && this.#isDay(block)
  }
}

const asParagraph = ({ text, line }: Heading): Block => ({
  kind: 'paragraph',
  text,
  line,
  lines: [text],
})

const asLevel = (heading: Heading, index: number): Heading => ({
  ...heading,
  level: heading.level + index,
})

/** Headings of different levels are numbered or written differently; links are all alike. */
function differ(labels: Heading[]): boolean {
  return new Set(labels.map(({ text }) => styleOf(text))).size === labels.length
}
