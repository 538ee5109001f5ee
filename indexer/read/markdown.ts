import type { DateForms, PartedReading, Reading } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { allOf, inOnePart, type Parts } from '../stages.ts'
import { readFrontMatter } from './front-matter.ts'
import { readBlocks } from './markdown-blocks.ts'
import { targetName, withoutComments } from './markdown-lines.ts'
import { withLabels } from './unmarked.ts'
import { wrapWidth } from './wrapping.ts'

/**
 * Markdown (CommonMark's blocks, with pipe tables, footnotes and front matter): headings, list
 * items, quotations, table rows and paragraphs, without their markup.
 *
 * @param lines normalised
 */
export async function readMarkdownLines(
  lines: Parts<string>,
  dates: DateForms,
): Promise<PartedReading> {
  const { items } = await allOf(lines)
  const { title, blocks, leftOut } = readMarkdown(items, dates)
  return { title, parts: inOnePart(blocks, leftOut) }
}

export function readMarkdown(all: string[], dates: DateForms): Reading {
  const { title, lines: taken, leftOut: front } = readFrontMatter(all)
  const leftOut: LeftOut[] = [...front]
  const lines = withoutComments(
    [...all.slice(0, taken).map(() => ''), ...all.slice(taken)],
    leftOut,
  )
  const targets = new Set(lines.map(targetName).filter((name) => name !== null))
  const source = lines.map((line, index) => ({ text: line, line: index + 1 }))
  const blocks = readBlocks(source, { dates, targets, width: widthOf(lines, dates), leftOut })
  return { title, blocks: withLabels(blocks, dates), leftOut }
}

const BEGINS_BLOCK = /^\s*(?:[-*+>#|`~]|\d+[.)]\s)/

function widthOf(lines: string[], dates: DateForms): number | null {
  const runs: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') runs.push([])
    else runs.at(-1)?.push(line.trim())
  }
  return wrapWidth(runs, (line) => BEGINS_BLOCK.test(line) || dates.startsWithDate(line))
}
