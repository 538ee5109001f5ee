import { ENDS_PARAGRAPH, headingLevel, VOID } from './html-elements.ts'
import { type Dialect, type MarkupNode, markupTree, type OpenElements } from './markup-tree.ts'

/** HTML as a tree: end tags that may be left out, and those that were forgotten or misplaced. */
export const htmlTree = (source: string): MarkupNode[] => markupTree(source, HTML)

/** Within these, nothing outside is closed by what stands inside. */
const BOUNDARIES = ['td', 'th', 'caption', 'table', 'button', 'object']

const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'])

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

const HTML: Dialect = {
  xml: false,
  isVoid: (name) => VOID.has(name),
  isValueRead: (attribute) => attribute !== 'href',
  beforeStart(name, open) {
    for (const [ended, within] of endedBy(name)) {
      const position = open.lastOf(ended)
      if (position > lastOfAny(within, open)) open.closeFrom(position)
    }
    if (name === 'a' && open.top() === 'a') open.closeFrom(open.lastOf('a'))
  },
  closes(name, open) {
    // A heading that was opened as <h2> and closed as </h3> ends all the same.
    const position = headingLevel(name) === null ? open.lastOf(name) : lastOfAny(HEADINGS, open)
    if (name === 'body' || name === 'html') return -1
    const boundary = TABLE_PARTS.has(name)
      ? name === 'table'
        ? -1
        : open.lastOf('table')
      : lastOfAny(
          BOUNDARIES.filter((other) => other !== name),
          open,
        )
    return position > boundary ? position : -1
  },
}

const lastOfAny = (names: readonly string[], open: OpenElements): number =>
  names.reduce((last, name) => Math.max(last, open.lastOf(name)), -1)

const IN_LIST = [...BOUNDARIES, 'ul', 'ol', 'menu', 'dir']
const IN_DEFINITIONS = [...BOUNDARIES, 'dl']
const IN_TABLE = ['table']

/** What the start of an element ends, each with the elements whose inside it cannot leave. */
function endedBy(name: string): [ended: string, within: readonly string[]][] {
  const ended: [string, readonly string[]][] = []
  if (ENDS_PARAGRAPH.has(name)) ended.push(['p', BOUNDARIES])
  if (name === 'li') ended.push(['li', IN_LIST])
  if (name === 'dt' || name === 'dd') ended.push(['dt', IN_DEFINITIONS], ['dd', IN_DEFINITIONS])
  if (name === 'td' || name === 'th' || name === 'tr' || /^t(?:head|body|foot)$/.test(name)) {
    ended.push(['td', IN_TABLE], ['th', IN_TABLE], ['caption', IN_TABLE])
  }
  if (name === 'tr' || /^t(?:head|body|foot)$/.test(name)) ended.push(['tr', IN_TABLE])
  if (/^t(?:head|body|foot)$/.test(name)) {
    ended.push(['thead', IN_TABLE], ['tbody', IN_TABLE], ['tfoot', IN_TABLE])
  }
  if (name === 'option') ended.push(['option', ['select']])
  return ended
}
