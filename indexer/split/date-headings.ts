import type { Block } from '../blocks.ts'
import { type DocumentDates, wholeHeadingDate } from './date-of.ts'

/** One such paragraph may tell when a page was written; several tell when things happened. */
const LEAST = 2

/** Any date completes "10 June" here: only the form is asked for. */
const PROBE = { year: 2000, month: 1 }

/** Paragraphs that are a date and nothing else head what follows them. */
export function datesAsHeadings(blocks: Block[], dates: DocumentDates): Block[] {
  const isHeading = blocks.map((block, at) => {
    if (block.kind !== 'paragraph' || block.head !== undefined || block.lines.length > 1)
      return false
    const below = blocks[at + 1]
    return below !== undefined && wholeHeadingDate(block.text, PROBE, dates) !== null
  })
  if (isHeading.filter(Boolean).length < LEAST) return blocks
  return blocks.map((block, at) =>
    isHeading[at] === true
      ? { kind: 'heading', text: block.text, line: block.line, level: 1, marked: false }
      : block,
  )
}
