import type { Block, DateForms, Heading } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { isMasthead, isNavigationRow, isRule } from './boilerplate.ts'
import { bulletOf } from './list-marker.ts'
import { headingsOf, textOf } from './pdf-headings.ts'
import type { Line } from './pdf-lines.ts'
import { type Group, groupsOf, settingOf } from './pdf-paragraphs.ts'
import type { OutlineItem } from './pdf-source.ts'
import { type Part, partsOf } from './pdf-tables.ts'
import { withLabels } from './unmarked.ts'

/** A line of a table of contents: dots lead to the number of a page. */
const LEADERS = /(?:\.\s?){4,}\s*(?:\d+|[ivxl]+)$/i

/** The lines of a document as blocks; their place is the number of the page. */
export function pdfBlocks(
  lines: Line[],
  outline: OutlineItem[],
  dates: DateForms,
): { blocks: Block[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const kept = lines.filter(({ text, page }) => {
    const reason = isRule(text)
      ? 'rule'
      : isMasthead(text)
        ? 'masthead'
        : LEADERS.test(text) || isNavigationRow(text)
          ? 'navigation'
          : null
    if (reason !== null) leftOut.push({ text, line: page, reason })
    return reason === null
  })
  const setting = settingOf(kept)
  const parts = partsOf(kept, setting, dates).map(
    (part): Grouped => ('rows' in part ? part : { groups: groupsOf(part.lines, setting, dates) }),
  )
  const groups = parts.flatMap((part) => ('groups' in part ? part.groups : []))
  const headings = headingsOf(groups, { outline, setting, dates })
  const blocks = parts.flatMap((part): Block[] =>
    'rows' in part ? part.rows : part.groups.map((group) => blockOf(group, headings, dates)),
  )
  return { blocks: withPages(withLabels(blocks, dates)), leftOut }
}

type Grouped = Extract<Part, { rows: unknown }> | { groups: Group[] }

function blockOf(group: Group, headings: ReadonlyMap<Group, Heading>, dates: DateForms): Block {
  const heading = headings.get(group)
  if (heading !== undefined) return heading
  const text = textOf(group)
  const line = group.lines[0]?.page ?? 1
  const lines = group.lines.map(({ text }) => text)
  if (lines.length === 1 && dates.isDate(text)) {
    return { kind: 'heading', text, line, level: DATE_LEVEL, marked: false }
  }
  const marker = bulletOf(text)
  if (group.kind === 'item') {
    return {
      kind: 'list item',
      text: marker?.rest ?? text,
      line,
      depth: 0,
      mark: marker?.mark ?? '',
    }
  }
  return { kind: 'paragraph', text, line, lines }
}

/** A date that stands alone heads what follows it, below all other headings. */
const DATE_LEVEL = 7

/** Where no heading parts the text, its pages do. */
function withPages(blocks: Block[]): Block[] {
  const [first, ...others] = blocks
  if (first === undefined || others.some(({ kind }) => kind === 'heading')) return blocks
  const titled = first.kind === 'heading'
  const result: Block[] = titled ? [first] : []
  let page = 0
  for (const block of titled ? others : blocks) {
    if (block.line > page) {
      page = block.line
      result.push({ kind: 'heading', text: `Page ${page}`, line: page, level: 2, marked: true })
    }
    result.push(block)
  }
  return result
}
