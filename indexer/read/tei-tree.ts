import { SourceError } from '../errors.ts'
import { type Dialect, type MarkupNode, markupTree } from './markup-tree.ts'

type Fault = { line: number; end: string; open: string | null }

/**
 * XML as a tree. What a DOCTYPE declares is not read, and no entity is fetched: its name stays in the
 * text as written.
 *
 * @throws SourceError with the line, for XML that is not well-formed
 */
export function xmlTree(source: string): MarkupNode[] {
  let fault: Fault | null = null
  const dialect: Dialect = {
    xml: true,
    isVoid: () => false,
    beforeStart: () => {},
    // The innermost element alone: all else is a fault.
    closes: (name, open) => (open.top() === name ? open.lastOf(name) : -1),
    onFault: (found) => {
      fault ??= found
    },
  }
  const nodes = markupTree(source, dialect)
  if (fault !== null) throw new SourceError(faultIn(fault))
  return nodes
}

function faultIn({ line, end, open }: Fault): string {
  const found = end === '' ? 'the file ends' : `</${end}> stands`
  const expected = open === null ? 'no element is open' : `</${open}> is expected`
  return `is no well-formed XML: in line ${line} ${found} where ${expected}`
}
