import type { MarkupElement, MarkupNode } from './markup-tree.ts'
import { collapse, normaliseText } from './normalise.ts'

/** Questions to a flat tree. Indices are those of its nodes; -1 stands for nothing. */

/** The elements directly in another one, in order. */
export function* childrenOf(nodes: MarkupNode[], parent: number): Generator<number> {
  const last = parent === -1 ? nodes.length - 1 : (nodes[parent]?.last ?? -1)
  for (let at = parent + 1; at <= last; at = (nodes[at]?.last ?? at) + 1) {
    if (nodes[at]?.text === null) yield at
  }
}

/** The first element of a name directly in another one, or further in along several names. */
export function childOf(nodes: MarkupNode[], parent: number, ...names: string[]): number {
  let found = parent
  for (const wanted of names) {
    let next = -1
    for (const at of childrenOf(nodes, found)) {
      if (nodes[at]?.name !== wanted) continue
      next = at
      break
    }
    if (next === -1) return -1
    found = next
  }
  return found
}

/** An attribute of an element; undefined where there is no such element or attribute. */
export const attributeOf = (nodes: MarkupNode[], at: number, name: string): string | undefined =>
  (nodes[at] as MarkupElement | undefined)?.attributes?.get(name)

/** All text in an element, in one line. */
export function textWithin(nodes: MarkupNode[], at: number, between = ''): string {
  const parts = nodes.slice(at, (nodes[at]?.last ?? -1) + 1).map(({ text }) => text ?? '')
  return collapse(normaliseText(parts.join(between)))
}
