import type { PartialDate } from '#schema/entry'
import type { Authority } from '../actors/authority.ts'
import { EntryContext } from '../actors/context-rule.ts'
import { isTitle } from '../actors/titles.ts'
import { tokensOf } from '../actors/tokens.ts'
import { findVerified } from '../actors/verified.ts'
import type { Block } from '../blocks.ts'
import { wholeDate } from '../dates/whole.ts'
import { bulletOf } from '../read/list-marker.ts'
import { joinLines } from '../read/wrapping.ts'
import type { Part, Stage } from '../stages.ts'
import type { DocumentDates } from './date-of.ts'
import { endOfQuotation, MOST_PARAGRAPHS, trailingSource } from './quotation.ts'

/** Who said it, where and when: the lines under a quotation. */
export type Attribution = {
  /** As written. */
  lines: string[]
  date: PartialDate | null
  place: string | null
}

export type AttributedQuotation = {
  text: string
  line: number
  attribution: Attribution
  /** Index of the block after the attribution. */
  next: number
}

const MOST_LINES = 4
const LONGEST_LINE = 80
const LONGEST_SINGLE_LINE = 120

/** A block, and the attribution that stands under it. */
export type AttributedBlock = Block & { attribution?: Attribution }

/** Reads who, where and when; null when the lines are something else. */
export type ReadAttribution = (lines: string[]) => Attribution | null

/** How many blocks a quotation and its attribution reach over at most. */
const REACH = MOST_PARAGRAPHS + MOST_LINES + 2

/** Puts each quotation and the lines under it together. */
export class Attributing implements Stage<Block, AttributedBlock> {
  readonly #read: ReadAttribution
  #waiting: Block[] = []

  constructor(read: ReadAttribution) {
    this.#read = read
  }

  part(more: Block[], isLast: boolean): Part<AttributedBlock> {
    const blocks = this.#waiting.length === 0 ? more : [...this.#waiting, ...more]
    const items: AttributedBlock[] = []
    let at = 0
    while (at < blocks.length && (isLast || at + REACH <= blocks.length)) {
      const quotation = attributedQuotation(blocks, at, this.#read)
      if (quotation === null) {
        items.push(blocks[at] as Block)
        at++
        continue
      }
      const { text, line, attribution, next } = quotation
      items.push({ kind: 'quotation', text, line, lines: [text], attribution })
      at = next
    }
    this.#waiting = blocks.slice(at)
    return { items, leftOut: [] }
  }
}

/** The quotation that begins at a block, with its attribution; null when there is none. */
export function attributedQuotation(
  blocks: Block[],
  at: number,
  read: ReadAttribution,
): AttributedQuotation | null {
  const end = endOfQuotation(blocks, at)
  const inside = blocks[at]
  if (inside === undefined) return null
  if (end === at) return inline(blocks[at] as Block, at, read)
  const quoted = blocks.slice(at, end)
  const text = quoted.map((block) => block.text).join(' ')
  const own = end === at + 1 ? ownLastLine(inside, at, read) : null
  if (own !== null) return own
  const found = below(blocks, end, read)
  return found === null ? null : { text, line: inside.line, ...found }
}

/**
 * The attribution below a quotation: the lines up to a blank one, or, when these have no date, with
 * the short lines that follow up to one that has.
 */
function below(
  blocks: Block[],
  from: number,
  read: ReadAttribution,
): Pick<AttributedQuotation, 'attribution' | 'next'> | null {
  const lines: string[] = []
  let undated: Pick<AttributedQuotation, 'attribution' | 'next'> | null = null
  for (let index = from; index < blocks.length; ) {
    const group = linesTogether(blocks, index)
    lines.push(...group.lines)
    if (group.lines.length === 0 || lines.length > MOST_LINES) break
    const attribution = read([...lines])
    const after = blocks[group.next]?.kind
    // A date alone heads what follows it when that is a list.
    const heads = group.lines.length === 1 && (after === 'list item' || after === 'table row')
    if (attribution !== null && attribution.date !== null) {
      return heads ? undated : { attribution, next: group.next }
    }
    if (index === from && attribution !== null) undated = { attribution, next: group.next }
    index = group.next
  }
  return undated
}

/** Short lines without a blank line between, from one block or several; no more than are too many. */
function linesTogether(blocks: Block[], from: number): { lines: string[]; next: number } {
  const lines: string[] = []
  let next = from
  for (let below: number | null = null; lines.length <= MOST_LINES; next++) {
    const block = blocks[next]
    const own = block === undefined ? null : shortLines(block)
    if (block === undefined || own === null || (below !== null && block.line !== below)) break
    lines.push(...own)
    below = block.line + own.length
  }
  return { lines, next }
}

/** A last line behind a dash, within the quotation's own block. */
function ownLastLine(block: Block, at: number, read: ReadAttribution): AttributedQuotation | null {
  if (block.kind !== 'quotation' || block.lines.length < 2) return null
  const mark = bulletOf(block.lines.at(-1) ?? '')
  if (mark === null) return null
  const attribution = read([block.lines.at(-1) ?? ''])
  if (attribution === null) return null
  return { text: joinLines(block.lines.slice(0, -1)), line: block.line, attribution, next: at + 1 }
}

function inline(block: Block, at: number, read: ReadAttribution): AttributedQuotation | null {
  const parts =
    block.kind === 'paragraph' && block.head === undefined ? trailingSource(block.text) : null
  const attribution = parts === null ? null : read([parts.source])
  if (parts === null || attribution === null) return null
  return { text: parts.quotation, line: block.line, attribution, next: at + 1 }
}

const DASHES = /^[—–-]+$/
function shortLines(block: Block): string[] | null {
  if (block.kind === 'heading') return block.marked ? null : [block.text]
  if (block.kind === 'list item') return DASHES.test(block.mark) ? [block.text] : null
  if (block.kind !== 'paragraph' || block.head !== undefined) return null
  const longest = block.lines.length === 1 ? LONGEST_SINGLE_LINE : LONGEST_LINE
  return block.lines.every((line) => line.length <= longest) ? block.lines : null
}

/** Reads attributions with a document's dates and the known actors. */
export function attributionReader(dates: DocumentDates, authority: Authority): ReadAttribution {
  const dateOf = (text: string): PartialDate | null => wholeDate(text, { ...dates, anchor: null })
  return (lines) => {
    const parts = lines.flatMap((line) => partsOf(withoutDash(line), lines.length === 1, dateOf))
    const dated = parts.find(({ date }) => date !== null)
    const undated = parts.filter((part) => part !== dated)
    if (undated.some(({ text }) => isSentence(text))) return null
    const who = undated.find(({ text }) => namesPerson(text, authority)) ?? null
    if (dated === undefined && who === null) return null
    const speaker = who ?? undated[0]
    const place = undated.filter((part) => part !== speaker && isPlace(part.text)).at(-1)
    return {
      lines,
      date:
        dated?.date === undefined || dated.date === null ? null : { ...dated.date, offset: null },
      place: place?.text ?? null,
    }
  }
}

type Words = { text: string; date: PartialDate | null }

/** A line as one part, or a single line as its parts between commas; a date at the end apart. */
function partsOf(
  line: string,
  single: boolean,
  dateOf: (text: string) => PartialDate | null,
): Words[] {
  const whole = dateOf(line)
  if (whole !== null) return [{ text: line, date: whole }]
  const pieces = line.split(/\s*,\s*/)
  for (let from = 1; from < pieces.length; from++) {
    const end = pieces.slice(from).join(', ')
    const date = dateOf(end)
    if (date !== null) return [...undatedParts(pieces.slice(0, from), single), { text: end, date }]
  }
  return undatedParts(pieces, single)
}

/** "President Clinton, The White House": who first, the rest is one place. */
function undatedParts(pieces: string[], single: boolean): Words[] {
  const [first = '', ...rest] = pieces
  if (!single) return [{ text: pieces.join(', '), date: null }]
  const where = rest.join(', ')
  return [first, where].filter((text) => text !== '').map((text) => ({ text, date: null }))
}

/** "Secretary of Works", "mayor of Westport": an office is no place. */
function isPlace(text: string): boolean {
  const [first, second] = tokensOf(text)
  if (first === undefined || /^\p{Ll}/u.test(first.word)) return false
  return !isTitle(first.folded) && (second === undefined || !isTitle(second.folded))
}

const withoutDash = (line: string): string => line.replace(/^(?:[—–]|-+)\s*/, '')

const isSentence = (text: string): boolean =>
  text.split(' ').length > 12 || (/[.!?]["”]?$/.test(text) && text.split(' ').length > 5)

/** A known person, or a title and a name, and nothing but titles or a role beside it. */
function namesPerson(text: string, authority: Authority): boolean {
  const tokens = tokensOf(text)
  const [find] = findVerified(tokens, authority, new EntryContext([tokens]))
  if (find !== undefined && find.entry.actor.type === 'person') {
    const end = tokens[find.to - 1]?.end ?? 0
    return (
      tokens.slice(0, find.from).every(({ folded }) => isTitle(folded)) &&
      /^\s*(?:$|[,(])/.test(text.slice(end))
    )
  }
  const [first, ...rest] = tokensOf(text)
  if (first === undefined || !isTitle(first.folded) || rest.length === 0 || rest.length > 5) {
    return false
  }
  return [first, ...rest].every(({ word }) => /^\p{Lu}/u.test(word))
}
