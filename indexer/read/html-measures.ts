import { headingLevel, SILENT } from './html-elements.ts'
import { lettersIn } from './html-flow.ts'
import type { MarkupElement, MarkupNode } from './markup-tree.ts'

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

/** Seven counts of a node stand one after another, in the order of `Measure`. */
const WIDTH = 7
const HIDDEN = 1
const IN_PART = 2

/** The measures of all nodes of a page, in thirty bytes each. */
export class Measures {
  readonly #counts: Int32Array
  readonly #flags: Uint8Array

  constructor(nodes: MarkupNode[]) {
    this.#counts = new Int32Array(nodes.length * WIDTH)
    this.#flags = new Uint8Array(nodes.length)
    const inLink = new Uint8Array(nodes.length)
    const isPart = new Uint8Array(nodes.length)
    for (const [index, node] of nodes.entries()) {
      const link = node.text === null && isLink(node)
      inLink[index] = link || inLink[node.parent] === 1 ? 1 : 0
      const inPart = isPart[node.parent] === 1
      isPart[index] = inPart || PARTS.has(node.name) ? 1 : 0
      if (node.text !== null) {
        const letters = lettersIn(node.text)
        this.#counts.set([letters, inLink[index] === 1 ? letters : 0], index * WIDTH)
        continue
      }
      this.#flags[index] = (isHidden(node) ? HIDDEN : 0) + (inPart ? IN_PART : 0)
      this.#counts.set([0, 0, link ? 1 : 0, ...countsOf(node.name)], index * WIDTH)
    }
    this.#sum(nodes)
  }

  /** Adds to each element what its descendants hold: these stand behind it. */
  #sum(nodes: MarkupNode[]): void {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const parent = nodes[index]?.parent ?? -1
      if (parent === -1 || this.#isHidden(index)) continue
      for (let at = 0; at < WIDTH; at++) {
        const place = parent * WIDTH + at
        this.#counts[place] = this.#count(parent, at) + this.#count(index, at)
      }
    }
    for (const index of this.#flags.keys()) {
      if (this.#isHidden(index)) this.#counts[index * WIDTH] = 0
    }
  }

  #isHidden(index: number): boolean {
    return ((this.#flags[index] ?? 0) & HIDDEN) > 0
  }

  #count(index: number, at: number): number {
    return this.#counts[index * WIDTH + at] ?? 0
  }

  of(index: number): Measure {
    return {
      hidden: this.#isHidden(index),
      inPart: ((this.#flags[index] ?? 0) & IN_PART) > 0,
      letters: this.#count(index, 0),
      linkedLetters: this.#count(index, 1),
      links: this.#count(index, 2),
      mains: this.#count(index, 3),
      tables: this.#count(index, 4),
      blocks: this.#count(index, 5),
      paragraphs: this.#count(index, 6),
    }
  }
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

/** Main parts, tables, blocks and paragraphs. */
const countsOf = (name: string): number[] => [
  name === 'main' || name === 'article' || name === 'h1' ? 1 : 0,
  name === 'table' ? 1 : 0,
  STRUCTURE.has(name) || headingLevel(name) !== null ? 1 : 0,
  name === 'p' ? 1 : 0,
]

export const isLink = ({ name, attributes }: MarkupElement): boolean =>
  name === 'a' && attributes.has('href')

function isHidden({ name, attributes }: MarkupElement): boolean {
  if (SILENT.has(name) || attributes.has('hidden')) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '')
}
