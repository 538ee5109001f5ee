import type { StatedDate } from '../blocks.ts'
import { BLOCK } from './html-elements.ts'
import { type Measure, Measures } from './html-measures.ts'
import type { MarkupNode } from './markup-tree.ts'
import { collapse, normaliseText } from './normalise.ts'
import { statedIn } from './stated-date.ts'

type PageLine = { text: string; line: number }

/** The line that these pieces make; none when nothing of them is seen. */
function lineOf(parts: string[], line: number): PageLine[] {
  const text = collapse(normaliseText(parts.join('')))
  return text === '' ? [] : [{ text, line }]
}

/** A page with the measures of its elements. */
export class HtmlPage {
  readonly nodes: MarkupNode[]
  readonly #measures: Measures
  /** Letters of the whole page. */
  readonly letters: number

  constructor(nodes: MarkupNode[]) {
    this.nodes = nodes
    this.#measures = new Measures(nodes)
    this.letters = this.nodes.reduce(
      (sum, { parent }, index) => (parent === -1 ? sum + this.of(index).letters : sum),
      0,
    )
  }

  of(index: number): Measure {
    return this.#measures.of(index)
  }

  /** The text of an element as the page shows it: a line for each block and break. */
  linesOf(index: number): PageLine[] {
    return [...this.#linesIn(index)]
  }

  /** One after the other: of a large page all at once would take as much memory as its tree. */
  *#linesIn(index: number): Generator<PageLine> {
    let parts: string[] = []
    let line = 0
    const ends: number[] = []
    const last = this.nodes[index]?.last ?? -1
    for (let at = index; at <= last; at++) {
      while ((ends.at(-1) ?? at) < at) {
        ends.pop()
        if (parts.length > 0) yield* lineOf(parts, line)
        parts = []
      }
      const node = this.nodes[at]
      if (node === undefined) break
      if (node.text !== null) {
        if (parts.length === 0 && node.text.trim() === '') continue
        if (parts.length === 0) line = node.line
        parts.push(node.text)
      } else if (this.of(at).hidden) {
        at = node.last
      } else if (node.name === 'br' || BLOCK.has(node.name)) {
        if (parts.length > 0) yield* lineOf(parts, line)
        parts = []
        if (node.last > at) ends.push(node.last)
      }
    }
    if (parts.length > 0) yield* lineOf(parts, line)
  }

  /** The text of an element in one line. */
  textOf(index: number): string {
    return this.linesOf(index)
      .map(({ text }) => text)
      .join(' ')
  }

  /** The date that the markup states of the first words in an element. */
  statedAt(index: number): StatedDate | undefined {
    const last = this.nodes[index]?.last ?? -1
    for (let at = index; at <= last; at++) {
      const node = this.nodes[at]
      if (node === undefined || (node.text !== null && node.text.trim() !== '')) return undefined
      if (node.name === 'time') return this.#statedBy(at)
    }
    return undefined
  }

  #statedBy(index: number): StatedDate | undefined {
    const node = this.nodes[index]
    const stated = node?.text === null ? statedIn(node.attributes) : null
    const text = this.textOf(index)
    return stated === null || text === '' ? undefined : { ...stated, text }
  }

  /** All lines that are seen, in order. */
  *lines(): Generator<string> {
    for (let at = 0; at < this.nodes.length; at = (this.nodes[at]?.last ?? at) + 1) {
      const node = this.nodes[at]
      if (node?.text === null) for (const { text } of this.#linesIn(at)) yield text
      else if (node !== undefined && node.text.trim() !== '') yield collapse(node.text)
    }
  }
}
