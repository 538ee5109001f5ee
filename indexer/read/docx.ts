import type { Block, Reading } from '../blocks.ts'
import { statedTitle } from './document-title.ts'
import { type DocxPackage, openDocxPackage } from './docx-package.ts'
import { docxTree } from './docx-tree.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { HtmlPage } from './html-page.ts'
import type { OpenText } from './read.ts'
import { withLabels } from './unmarked.ts'

/**
 * A Word document (Office Open XML, ECMA-376): its headings, paragraphs, lists, tables, notes and
 * text boxes as they read with all changes accepted. Places are counted in paragraphs. Nothing that
 * it links to is fetched, nothing in it is run.
 *
 * @throws SourceError for what is no such document, is protected, damaged, or unpacks to too much
 */
export async function openDocx(bytes: Uint8Array): Promise<OpenText> {
  const document = await openDocxPackage(bytes)
  const { nodes, leftOut, titled } = docxTree(document)
  const page = new HtmlPage(nodes)
  return {
    lines: [...page.lines()],
    read: (dates): Reading => {
      const { blocks, leftOut: others } = readHtmlBlocks(page, dates)
      const { title, blocks: levelled } = withTitle(document, blocks, titled)
      return { title, blocks: withLabels(levelled, dates), leftOut: [...leftOut, ...others] }
    },
  }
}

/**
 * What the document's properties say it is called; else its paragraph in the style for titles, or its
 * only heading of the first level above all others.
 */
function withTitle(
  { title }: DocxPackage,
  blocks: Block[],
  titled: boolean,
): { title: string | null; blocks: Block[] } {
  const stated = statedTitle(title)
  if (titled) return { title: stated, blocks }
  const tops = blocks.filter(
    (block) => block.kind === 'heading' && block.marked && block.level === 1,
  )
  const first = blocks.find((block) => block.kind === 'heading' && block.marked)
  if (tops.length === 1 && tops[0] === first) return { title: stated, blocks }
  return { title: stated, blocks: blocks.map(below) }
}

/** Where no heading is the title, none is left out as such. */
const below = (block: Block): Block =>
  block.kind === 'heading' && block.marked ? { ...block, level: block.level + 1 } : block
