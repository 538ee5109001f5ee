import type { Block } from '../blocks.ts'
import { closesQuotation, opensQuotation } from '../split/quotation.ts'

/** Lines under a quotation that say who said it are no longer than this. */
const LONGEST_SOURCE = 120

/**
 * The blocks inside a <blockquote>: its paragraphs are one quotation, up to the marks that close it;
 * what else stands in it stays as it is, and so does a page that is merely indented with one.
 *
 * @param source index of the first block that names the source, from <cite> or <footer>
 */
export function quotationOf(inner: Block[], source: number): Block[] {
  const blocks = inner.map(
    (block): Block =>
      block.kind === 'heading' && !block.marked
        ? { kind: 'paragraph', text: block.text, line: block.line, lines: [block.text] }
        : block,
  )
  const end = Math.min(source, endOf(blocks))
  const quoted = blocks.slice(0, end)
  const [first] = quoted
  if (first === undefined) return blocks
  const spoken = quoted.filter(({ kind }) => kind === 'paragraph' || kind === 'quotation')
  if (spoken.length < quoted.length) return inner
  const lines = spoken.flatMap((block) => ('lines' in block ? block.lines : []))
  const text = quoted.map((block) => block.text).join(' ')
  return [{ kind: 'quotation', text, line: first.line, lines }, ...blocks.slice(end)]
}

/** The index after the quotation proper, where short lines follow its closing marks. */
function endOf(blocks: Block[]): number {
  if (!opensQuotation(blocks[0]?.text ?? '')) return blocks.length
  const closed = blocks.findIndex(({ text }) => closesQuotation(text))
  const rest = blocks.slice(closed + 1)
  const isSource = closed !== -1 && rest.every(({ text }) => text.length <= LONGEST_SOURCE)
  return isSource ? closed + 1 : blocks.length
}
