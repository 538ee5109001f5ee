import type { Block } from '../blocks.ts'

/** Quotations by their marks: a paragraph that is one from its first to its last character. */

const OPENS = /^["“„«‟]/
const CLOSES = /["”“»][\d*†]*[.)]?$/

export const opensQuotation = (text: string): boolean => OPENS.test(text)
export const closesQuotation = (text: string): boolean => CLOSES.test(text) && text.length > 1

export const isQuoted = (block: Block): boolean =>
  block.kind === 'quotation' ||
  (isPlain(block) && opensQuotation(block.text) && closesQuotation(block.text))

/** A paragraph without a date above it: that is an entry of a chronicle, whatever it quotes. */
const isPlain = (block: Block): boolean => block.kind === 'paragraph' && block.head === undefined

/** A mark that nothing closes is a slip; nobody looks for its end through a whole book. */
export const MOST_PARAGRAPHS = 20

/** A paragraph that opens a quotation and leaves it open: the next one goes on with it. */
function isLeftOpen(text: string): boolean {
  if (!opensQuotation(text)) return false
  return text.startsWith('"') ? text.split('"').length % 2 === 0 : !/[”»]/.test(text)
}

/**
 * The index after the quotation that begins at a block: one block, or paragraphs that each open it
 * anew, of which only the last closes it. The same index when no quotation begins there.
 */
export function endOfQuotation(blocks: Block[], at: number): number {
  const first = blocks[at]
  if (first === undefined) return at
  if (isQuoted(first)) return at + 1
  if (!isPlain(first) || !isLeftOpen(first.text)) return at
  for (let index = at + 1; index < Math.min(blocks.length, at + MOST_PARAGRAPHS); index++) {
    const block = blocks[index]
    if (block === undefined || !isPlain(block) || !opensQuotation(block.text)) return at
    if (closesQuotation(block.text)) return index + 1
    if (!isLeftOpen(block.text)) return at
  }
  return at
}

const TRAILING_SOURCE = /^(["“„«].+["”“»])\s*(?:[—–]|--)\s*([^"“”„«»]{3,120})$/

/** A quotation and what stands behind a dash after it, in one paragraph; null when nothing does. */
export function trailingSource(text: string): { quotation: string; source: string } | null {
  const match = TRAILING_SOURCE.exec(text)
  const [, quotation, source] = match ?? []
  return quotation === undefined || source === undefined ? null : { quotation, source }
}
