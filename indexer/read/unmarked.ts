import type { Block, DateForms } from '../blocks.ts'
import { isLabel } from './label.ts'

/** A text without a marked heading is plain text: its labels may be headings, as in any other. */
export function withLabels(blocks: Block[], dates: DateForms): Block[] {
  return blocks.some(isHeading) ? blocks : blocks.map((block) => labelOf(block, dates))
}

export const isHeading = ({ kind }: Block): boolean => kind === 'heading'

/** The heading that a paragraph may be; the block itself when it is none. */
export function labelOf(block: Block, dates: DateForms): Block {
  if (block.kind !== 'paragraph' || block.lines.length > 1 || !isLabel(block.text)) return block
  if (dates.startsWithDate(block.text)) return block
  return { kind: 'heading', text: block.text, line: block.line, level: 1, marked: false }
}
