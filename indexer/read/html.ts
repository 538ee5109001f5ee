import type { Block, DateForms, Reading } from '../blocks.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { HtmlPage } from './html-page.ts'
import { titleOf } from './html-title.ts'
import { htmlTree } from './html-tree.ts'
import type { OpenText } from './read.ts'
import { withLabels } from './unmarked.ts'

/**
 * HTML, from hand-set pages of the 1990s to articles of today: the text without what a page carries
 * around it. Nothing is fetched or run.
 */
export function openHtml(source: string): OpenText {
  const page = new HtmlPage(htmlTree(lines(source)))
  let unread: HtmlPage | null = page
  const read = (dates: DateForms): Reading => {
    if (unread === null) throw new Error('A page is read once')
    const reading = readHtml(unread, dates)
    // Of a large page the tree takes most of the memory: what comes after reading does without it.
    unread = null
    return reading
  }
  return { lines: [...page.lines()], read }
}

const EMPTY_TAG = /<(script|style|title|textarea|iframe|a|p|div|span|li|td|th)\b([^<>]{0,999})\/>/gi

/** With line feeds at its lines' ends; in XML's syntax, `<title/>` has an end of its own. */
function lines(source: string): string {
  const text = source.replace(/\r\n?/g, '\n')
  return /^\s*<\?xml\s/.test(text) ? text.replace(EMPTY_TAG, '<$1$2></$1>') : text
}

function readHtml(page: HtmlPage, dates: DateForms): Reading {
  const { blocks, leftOut } = readHtmlBlocks(page, dates)
  const { title, fromHeading } = titleOf(page, blocks)
  const levelled = fromHeading ? blocks : blocks.map(below)
  return { title, blocks: withLabels(levelled, dates), leftOut }
}

/** Where no heading is the title, none is left out as such. */
const below = (block: Block): Block =>
  block.kind === 'heading' && block.marked ? { ...block, level: block.level + 1 } : block
