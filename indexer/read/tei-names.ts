import type { GivenName } from '../blocks.ts'
import { attributeOf, textWithin } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'

const TYPES: Record<string, GivenName['type']> = {
  persName: 'person',
  orgName: 'organization',
  placeName: 'place',
}

/** What stands apart from the text. */
const APART = new Set(['teiHeader', 'standOff', 'facsimile', 'orig', 'sic'])

/**
 * The names that an edition marks in its text, in order: whom they mean is said by their editors.
 *
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html
 */
export function namesIn(nodes: MarkupNode[]): GivenName[] {
  const names: GivenName[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as MarkupNode
    const type = TYPES[node.name]
    if (APART.has(node.name)) at = node.last
    if (type === undefined) continue
    const text = textWithin(nodes, at)
    const reference = attributeOf(nodes, at, 'ref') ?? attributeOf(nodes, at, 'key') ?? null
    if (text !== '') names.push({ text, line: node.line, reference, type })
    // A forename within it is no other name.
    at = node.last
  }
  return names
}
