import type { DateForms, Reading } from '../blocks.ts'
import type { HtmlPage } from './html-page.ts'
import { readTxt } from './txt.ts'

/** Text that was set with spaces and line feeds (<pre>) is a plain text of its own. */
export function readPreformatted(
  { nodes }: HtmlPage,
  at: number,
  dates: DateForms,
): Pick<Reading, 'blocks' | 'leftOut'> {
  const { last, line } = nodes[at] ?? { last: at, line: 1 }
  const parts: string[] = []
  for (let inner = at + 1; inner <= last; inner++) {
    const node = nodes[inner]
    if (node === undefined) break
    if (node.text !== null) parts.push(node.text)
    else if (node.name === 'br') parts.push('\n')
  }
  const { blocks, leftOut } = readTxt(parts.join(''), dates)
  const placed = <T extends { line: number }>(one: T): T => ({ ...one, line: one.line + line - 1 })
  return { blocks: blocks.map(placed), leftOut: leftOut.map(placed) }
}
