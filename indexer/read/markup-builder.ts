import type { MarkupElement, MarkupNode } from './markup-tree.ts'

const NONE: ReadonlyMap<string, string> = new Map()

/** A cell keeps its place in the row. */
const MAY_BE_EMPTY = new Set(['br', 'td', 'th'])

/** Builds a flat tree from its beginning to its end. */
export class MarkupBuilder {
  readonly nodes: MarkupNode[] = []
  readonly #open: number[] = []

  /** The number of elements that are open. */
  get depth(): number {
    return this.#open.length
  }

  /** The innermost open element. */
  get top(): MarkupElement | null {
    return (this.nodes[this.#open.at(-1) ?? -1] as MarkupElement | undefined) ?? null
  }

  open(name: string, line: number, attributes = NONE): void {
    const parent = this.#open.at(-1) ?? -1
    this.#open.push(this.nodes.length)
    this.nodes.push({ name, attributes, text: null, line, parent, last: this.nodes.length })
  }

  text(text: string, line: number): void {
    const parent = this.#open.at(-1) ?? -1
    const before = this.nodes.at(-1)
    if (before !== undefined && before.text !== null && before.parent === parent) {
      before.text += text
    } else this.nodes.push({ name: '', text, line, parent, last: this.nodes.length })
  }

  /** Closes elements, the innermost first, until so many are open; one that holds nothing goes. */
  closeTo(depth: number): void {
    while (this.#open.length > depth) {
      const at = this.#open.pop() ?? -1
      const node = this.nodes[at]
      if (node === undefined) return
      if (at === this.nodes.length - 1 && !MAY_BE_EMPTY.has(node.name)) this.nodes.pop()
      else node.last = this.nodes.length - 1
    }
  }

  close(): void {
    this.closeTo(this.#open.length - 1)
  }
}
