import { attributeOf, childOf, childrenOf } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'

/** Which lists of a document are bulleted, by list and level. */
export class DocxNumbering {
  /** Abstract list → level → format. */
  readonly #formats = new Map<string, Map<number, string>>()
  /** List → abstract list. */
  readonly #abstract = new Map<string, string>()

  constructor(nodes: MarkupNode[]) {
    const root = childOf(nodes, -1, 'numbering')
    if (root === -1) return
    for (const at of childrenOf(nodes, root)) {
      const { name } = nodes[at] as MarkupNode
      if (name === 'abstractNum') {
        const levels = new Map<number, string>()
        for (const level of childrenOf(nodes, at)) {
          if (nodes[level]?.name !== 'lvl') continue
          const format = attributeOf(nodes, childOf(nodes, level, 'numFmt'), 'val') ?? 'decimal'
          levels.set(Number(attributeOf(nodes, level, 'ilvl') ?? '0'), format)
        }
        this.#formats.set(attributeOf(nodes, at, 'abstractNumId') ?? '', levels)
      } else if (name === 'num') {
        const of = attributeOf(nodes, childOf(nodes, at, 'abstractNumId'), 'val') ?? ''
        this.#abstract.set(attributeOf(nodes, at, 'numId') ?? '', of)
      }
    }
  }

  /** The element of HTML that a list is; null where its paragraphs show no sign of one. */
  elementOf({ id, level }: { id: string; level: number }): 'ul' | 'ol' | null {
    // 0 takes a paragraph out of the list of its style.
    if (id === '0') return null
    const format = this.#formats.get(this.#abstract.get(id) ?? '')?.get(level) ?? 'decimal'
    if (format === 'none') return null
    return format === 'bullet' ? 'ul' : 'ol'
  }
}
