import type { Block, DateForms, Paragraph } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { closesQuotation, opensQuotation } from '../split/quotation.ts'
import { boilerplateIn, isRule } from './boilerplate.ts'
import { headOf } from './dated-parts.ts'
import type { FlowLine } from './html-flow.ts'
import { isLabel } from './label.ts'

/** Share of the letters of a line in links above which it is one of links. */
const DENSE = 0.8

export type ParagraphContext = {
  dates: DateForms
  /** For a line that looks like a heading: below the marked headings around it. */
  level: number
  leftOut: LeftOut[]
}

/**
 * Lines between blank ones as paragraphs: apart where a line begins with a date or a quotation ends;
 * without rows of links; a line set like a heading becomes an unmarked one.
 */
export function paragraphsOf(group: FlowLine[], context: ParagraphContext): Block[] {
  return partsOf(withoutBoilerplate(group, context), context.dates).map((part) =>
    looksLikeHeading(part, context.dates)
      ? { ...headingOf(part), level: context.level, marked: false }
      : paragraphOf(part, context.dates),
  )
}

const textOf = (lines: FlowLine[]): string => lines.map(({ text }) => text).join(' ')

function headingOf(part: FlowLine[]) {
  return { kind: 'heading', text: textOf(part), line: part[0]?.line ?? 1 } as const
}

function paragraphOf(part: FlowLine[], dates: DateForms): Paragraph {
  const [first] = part
  const head = headOf(
    part.map(({ text }) => text),
    dates,
  )
  const below = head === undefined ? part : part.slice(1)
  return {
    kind: 'paragraph',
    text: textOf(below),
    line: first?.line ?? 1,
    lines: below.map(({ text }) => text),
    head,
    stated: first?.stated,
  }
}

function withoutBoilerplate(group: FlowLine[], { dates, leftOut }: ParagraphContext): FlowLine[] {
  const reasons = boilerplateIn(group.map(({ text }) => text))
  return group.filter((line, at) => {
    const rule = isRule(line.text)
    const reason = rule ? 'rule' : (reasons[at] ?? (isLinks(line, dates) ? 'navigation' : null))
    if (reason === null || (reason === 'navigation' && dates.startsWithDate(line.text))) return true
    leftOut.push({ text: line.text, line: line.line, reason })
    return false
  })
}

const isLinks = ({ text, links, linked }: FlowLine, dates: DateForms): boolean =>
  links > 1 && linked >= DENSE && text.length / links <= 60 && !dates.startsWithDate(text)

/** A line that is all bold or all a link, and short: a heading, a label, or a link. */
function looksLikeHeading(part: FlowLine[], dates: DateForms): boolean {
  const [line] = part
  if (line === undefined || part.length > 1) return false
  if (!line.strong && !(line.links > 0 && line.linked === 1)) return false
  if (dates.isDate(line.text)) return true
  return isLabel(line.text) && !dates.startsWithDate(line.text)
}

function partsOf(lines: FlowLine[], dates: DateForms): FlowLine[][] {
  const parts: FlowLine[][] = []
  let closed = false
  for (const [at, line] of lines.entries()) {
    const current = parts.at(-1)
    if (current === undefined || closed || begins(line, at, lines, dates)) parts.push([line])
    else current.push(line)
    const [first] = parts.at(-1) ?? []
    closed = first !== undefined && opensQuotation(first.text) && closesQuotation(line.text)
  }
  return parts
}

/** A date alone heads the lines below it; at the end it is the last line of what stands above. */
function begins(line: FlowLine, at: number, lines: FlowLine[], dates: DateForms): boolean {
  if (dates.isDate(line.text)) return at < lines.length - 1
  // Below a day stands what happened, also "April Jones arrives".
  const above = lines[at - 1]?.text ?? ''
  if (dates.isDay(above) && !dates.beginsEntry(line.text)) return false
  if (dates.beginsWithName(line.text, above)) return false
  return dates.startsWithDate(line.text) || line.stated !== undefined
}
