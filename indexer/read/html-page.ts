import type { StatedDate } from '../blocks.ts'
import { BLOCK, headingLevel, SILENT } from './html-elements.ts'
import { lettersIn } from './html-flow.ts'
import type { MarkupElement, MarkupNode } from './markup-tree.ts'
import { collapse, normaliseText } from './normalise.ts'
import { statedIn } from './stated-date.ts'

/** What an element holds, its descendants counted; only what is seen. */
export type Measure = {
  hidden: boolean
  /** Whether it stands within a part of the page that may have a header and footer of its own. */
  inPart: boolean
  /** Letters and digits. */
  letters: number
  linkedLetters: number
  links: number
  /** Elements that say: this is the page itself. */
  mains: number
  tables: number
  /** Headings, lists, rules and the like. */
  blocks: number
  paragraphs: number
}

/** A page with the measures of its elements. */
export class HtmlPage {
  readonly nodes: MarkupNode[]
  readonly #measures: Measure[]
  /** Letters of the whole page. */
  readonly letters: number

  constructor(nodes: MarkupNode[]) {
    this.nodes = nodes
    this.#measures = measure(this.nodes)
    this.letters = this.nodes.reduce(
      (sum, { parent }, index) => (parent === -1 ? sum + this.of(index).letters : sum),
      0,
    )
  }

  of(index: number): Measure {
    return this.#measures[index] ?? NOTHING
  }

  /** The text of an element as the page shows it: a line for each block and break. */
  linesOf(index: number): { text: string; line: number }[] {
    const lines: { text: string; line: number }[] = []
    let parts: string[] = []
    let line = 0
    const end = (): void => {
      const plain = collapse(normaliseText(parts.join('')))
      if (plain !== '') lines.push({ text: plain, line })
      parts = []
    }
    const ends: number[] = []
    const last = this.nodes[index]?.last ?? -1
    for (let at = index; at <= last; at++) {
      while ((ends.at(-1) ?? at) < at) {
        ends.pop()
        end()
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
        end()
        if (node.last > at) ends.push(node.last)
      }
    }
    end()
    return lines
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
      if (node?.text === null) for (const { text } of this.linesOf(at)) yield text
      else if (node !== undefined && node.text.trim() !== '') yield collapse(node.text)
    }
  }
}

const NOTHING: Measure = {
  hidden: false,
  inPart: false,
  letters: 0,
  linkedLetters: 0,
  links: 0,
  mains: 0,
  tables: 0,
  blocks: 0,
  paragraphs: 0,
}

function measure(nodes: MarkupNode[]): Measure[] {
  const inLink: boolean[] = []
  const isPart: boolean[] = []
  const measures = nodes.map((node, index): Measure => {
    const hidden = node.text === null && isHidden(node)
    const link = node.text === null && isLink(node)
    inLink[index] = link || inLink[node.parent] === true
    const inPart = isPart[node.parent] === true
    isPart[index] = inPart || PARTS.has(node.name)
    if (node.text !== null) {
      const letters = lettersIn(node.text)
      return { ...NOTHING, letters, linkedLetters: inLink[index] ? letters : 0 }
    }
    return { ...NOTHING, hidden, inPart, links: link ? 1 : 0, ...countsOf(node.name) }
  })
  // Descendants stand behind their ancestors.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const own = measures[index] as Measure
    const above = measures[nodes[index]?.parent ?? -1]
    if (above === undefined || own.hidden) continue
    above.letters += own.letters
    above.linkedLetters += own.linkedLetters
    above.links += own.links
    above.mains += own.mains
    above.tables += own.tables
    above.blocks += own.blocks
    above.paragraphs += own.paragraphs
  }
  for (const own of measures) if (own.hidden) own.letters = 0
  return measures
}

/** Within these, a header or footer is of that part, not of the page. */
const PARTS = new Set(['article', 'main', 'section', 'blockquote', 'figure', 'li', 'td'])

const STRUCTURE = new Set([
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'hr',
  'form',
  'article',
  'section',
])

const countsOf = (name: string): Partial<Measure> => ({
  mains: name === 'main' || name === 'article' || name === 'h1' ? 1 : 0,
  tables: name === 'table' ? 1 : 0,
  blocks: STRUCTURE.has(name) || headingLevel(name) !== null ? 1 : 0,
  paragraphs: name === 'p' ? 1 : 0,
})

export const isLink = ({ name, attributes }: MarkupElement): boolean =>
  name === 'a' && attributes.has('href')

function isHidden({ name, attributes }: MarkupElement): boolean {
  if (SILENT.has(name) || attributes.has('hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
}
