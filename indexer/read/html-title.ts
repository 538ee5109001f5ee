import type { Block } from '../blocks.ts'
import type { HtmlPage } from './html-page.ts'
import { collapse, normaliseText } from './normalise.ts'

type Title = { title: string | null; fromHeading: boolean }

/** A page's title: its only <h1>, else what its head says, without the name of the site. */
export function titleOf(page: HtmlPage, blocks: Block[]): Title {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.marked)
  const [first, ...others] = headings.filter(
    (block) => block.kind === 'heading' && block.level === 1,
  )
  if (first !== undefined && others.length === 0) return { title: first.text, fromHeading: true }
  const title = titleInHead(page, new Set(headings.map(({ text }) => text)))
  // Without a title in the head, the first heading is it.
  return { title, fromHeading: title === null || title === first?.text }
}

function titleInHead({ nodes }: HtmlPage, headings: ReadonlySet<string>): string | null {
  let title = ''
  let shared = ''
  let site = ''
  for (const [index, node] of nodes.entries()) {
    if (node.text !== null) continue
    const content = node.attributes.get('content') ?? ''
    if (node.name === 'title' && title === '') title = nodes[index + 1]?.text ?? ''
    else if (node.name !== 'meta') continue
    else if (node.attributes.get('property') === 'og:title') shared = content
    else if (node.attributes.get('property') === 'og:site_name') site = content
  }
  const full = plain(shared) || plain(title)
  return withoutSite(full, plain(site), headings) || null
}

const plain = (text: string): string => collapse(normaliseText(text))

const PARTS = /^(.+?)\s+(?:\||::|»|·|•|[-–—])\s+([^|»·•–—]+)$/
const MOST_WORDS = 5

/** "The Sea Wall | Island Chronicle": the last part is the site, when it is short and no date. */
function withoutSite(title: string, site: string, headings: ReadonlySet<string>): string {
  if (headings.has(title)) return title
  const [, head, tail] = PARTS.exec(title) ?? []
  if (head === undefined || tail === undefined) return title
  if (tail === site || headings.has(head)) return head
  const dash = /[-–—]\s+$/.test(title.slice(0, title.length - tail.length))
  if (/\d/.test(tail) || tail.split(' ').length > MOST_WORDS) return title
  return dash && (!/^\p{Lu}/u.test(tail) || head.split(' ').length < 2) ? title : head
}
