import type { Reading } from '../blocks.ts'
import { OtherFormatError } from '../errors.ts'
import type { LeftOut } from '../parsed.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { HtmlPage } from './html-page.ts'
import type { MarkupElement, MarkupNode } from './markup-tree.ts'
import { collapse, normaliseText } from './normalise.ts'
import type { OpenText } from './read.ts'
import { nameInHtml } from './tei-elements.ts'
import { namesIn } from './tei-names.ts'
import { xmlTree } from './tei-tree.ts'
import { unreadEntities } from './xml-entities.ts'

const ROOTS = new Set(['TEI', 'TEI.2', 'teiCorpus'])
/** Attributes that say something to our reader. */
const KEPT = ['when', 'from', 'to', 'notBefore', 'notAfter'].flatMap((name) => [
  name,
  `${name}-iso`,
])

/**
 * An edition in TEI: its sections, paragraphs, lists and tables, with the dates that its editors
 * state. The header gives the title.
 *
 * @throws SourceError for what is no TEI, or no well-formed XML
 */
export function openTei(source: string): OpenText {
  const nodes = xmlTree(source.replace(/\r\n?/g, '\n'))
  const root = nodes.findIndex(({ name }) => name !== '')
  const top = nodes[root]
  if (top === undefined || !ROOTS.has(top.name)) {
    throw new OtherFormatError(
      `is XML, but not TEI (its root is <${top?.name ?? ''}>): save its text as HTML or Markdown`,
    )
  }
  // What stands outside the root is the rest of a DOCTYPE.
  const inside = nodes.slice(root, top.last + 1).map(
    (node): MarkupNode => ({
      ...node,
      parent: Math.max(-1, node.parent - root),
      last: node.last - root,
    }),
  )
  const { title, leftOut } = headerOf(inside)
  const broken = unreadEntities(source)
  const names = namesIn(inside)
  const page = new HtmlPage(asHtml(inside))
  return {
    lines: [...page.lines()],
    read: (dates): Reading => {
      const { blocks, leftOut: others } = readHtmlBlocks(page, dates)
      return { title, blocks, leftOut: [...leftOut, ...others], broken, names }
    },
  }
}

/** The title of the work, and the header as what was left out. */
function headerOf(nodes: MarkupNode[]): { title: string | null; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  let title = ''
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.name !== 'teiHeader') continue
    const text = textOf(nodes, at, ' ')
    if (text !== '') leftOut.push({ text, line: node.line, reason: 'front matter' })
    for (let inner = at; title === '' && inner <= node.last; inner++) {
      if (nodes[inner]?.name === 'title') title = textOf(nodes, inner)
    }
    at = node.last
  }
  return { title: title === '' ? null : title, leftOut }
}

function textOf(nodes: MarkupNode[], index: number, between = ''): string {
  const parts = nodes.slice(index, (nodes[index]?.last ?? -1) + 1).map(({ text }) => text ?? '')
  return collapse(normaliseText(parts.join(between)))
}

/** The same tree in the names of HTML. */
function asHtml(nodes: MarkupNode[]): MarkupNode[] {
  const html: MarkupNode[] = []
  /** How many parts of the text each node stands in. */
  const depths: number[] = []
  /** The element that came last in each, in the names of HTML. */
  const before: string[] = []
  for (const node of nodes) {
    const depth = depths[node.parent] ?? 0
    depths.push(/^div[1-7]?$/.test(node.name) ? depth + 1 : depth)
    if (node.text !== null) {
      // A note stands beside the word that it is put to.
      const apart = nodes[node.parent]?.name === 'note' && html.length === node.parent + 1
      html.push(apart ? { ...node, text: ` ${node.text}` } : node)
      continue
    }
    const parent = html[node.parent]?.name ?? ''
    const name = nameInHtml(node, { parent, before: before[node.parent] ?? '', depth })
    before[node.parent] = name
    const dated = node.name === 'dateline' ? onlyDateIn(nodes, html.length) : null
    html.push({ ...node, name, attributes: kept(dated ?? node) })
  }
  return html
}

/** "Cork, Friday, 15th": the one date that an editor states in a line is that of the line. */
function onlyDateIn(nodes: MarkupNode[], line: number): MarkupElement | null {
  let only: MarkupElement | null = null
  for (const node of nodes.slice(line + 1, (nodes[line]?.last ?? line) + 1)) {
    if (node.text !== null || node.name !== 'date') continue
    if (only !== null) return null
    only = node
  }
  return only
}

const kept = ({ attributes }: MarkupElement): ReadonlyMap<string, string> =>
  new Map([...attributes].filter(([name]) => KEPT.includes(name)))
