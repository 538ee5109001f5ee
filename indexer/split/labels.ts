import type { Block, Heading } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { isAlwaysLink, isOftenLink } from '../read/boilerplate.ts'
import { isCaption, styleOf } from '../read/label.ts'

/**
 * What the lines are that only look like headings: headings, when text follows; captions; links,
 * when several follow each other, or none is followed by text.
 */

/**
 * @param isDate whether a heading is a date: such a one stays a heading
 * @param isDay whether it is a day: what stands below it is what happened then
 */
export function resolveLabels(
  blocks: Block[],
  isDate: (heading: Heading) => boolean,
  isDay: (heading: Heading) => boolean,
): { blocks: Block[]; leftOut: LeftOut[] } {
  const resolved: Block[] = []
  const leftOut: LeftOut[] = []
  const leave = (headings: Heading[], reason: 'navigation' | 'link label'): void => {
    for (const { text, line } of headings) leftOut.push({ text, line, reason })
  }
  const isLoose = (block: Block | undefined): block is Heading =>
    block?.kind === 'heading' && !block.marked && !isDate(block)

  for (let at = 0; at < blocks.length; ) {
    const run: Heading[] = []
    for (let block = blocks[at + run.length]; isLoose(block); block = blocks[at + run.length]) {
      run.push(block)
    }
    if (run.length === 0) {
      resolved.push(blocks[at] as Block)
      at++
      continue
    }
    const atStart = resolved.length === 0
    const above = resolved.at(-1)
    at += run.length
    const atEnd = at === blocks.length
    const below = blocks[at]
    if (isHeadedBy(above, isDay) && (below === undefined || isHeadedBy(below, isDay))) {
      resolved.push(...run.map(asParagraph))
      continue
    }
    const isLink = run.length > 1 || atStart || atEnd ? isOftenLink : isAlwaysLink
    leave(
      run.filter(({ text }) => isLink(text)),
      'navigation',
    )
    const rest = run.filter(({ text }) => !isLink(text))
    const belowText = resolved.some(({ kind }) => kind !== 'heading')
    const captions = belowText ? rest.filter(({ text }) => isCaption(text)) : []
    const labels = rest.filter((label) => !captions.includes(label))
    resolved.push(...captions.map(asParagraph))
    if (atEnd && labels.length === 1 && rest.length === run.length) {
      resolved.push(...labels.map(asParagraph))
    } else if (atEnd) leave(labels, 'navigation')
    else if (differ(labels)) resolved.push(...labels.map(asLevel))
    else leave(labels, 'link label')
  }
  return { blocks: resolved, leftOut }
}

const isHeadedBy = (block: Block | undefined, isDay: (heading: Heading) => boolean): boolean =>
  block?.kind === 'heading' && isDay(block)

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
