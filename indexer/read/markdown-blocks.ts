import type { Block, DateForms } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import type { Part, Stage } from '../stages.ts'
import { boilerplateIn } from './boilerplate.ts'
import { datedParts, headOf, isTimeline } from './dated-parts.ts'
import { plainInline } from './markdown-inline.ts'
import { closesFence, fenceOf, targetName } from './markdown-lines.ts'
import { type ItemStart, itemStart, MarkdownList } from './markdown-list.ts'
import { beginsTable, cellsOf } from './markdown-table.ts'
import { collapse } from './normalise.ts'
import { endsSentence, joinLines } from './wrapping.ts'

export type SourceLine = { text: string; line: number }

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+|$)/
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const QUOTE = /^ {0,3}> ?/
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:[ \t]*/
const TAGS_ONLY = /^\s*(?:<\/?[a-z][^<>]*>\s*)+$/i
/** An entry of a table of contents: nothing but a link within the page. */
const LINK_WITHIN = /^\[[^[\]]*\]\(#[^()]*\)$/

/** What the lines of a text are read with. */
export type MarkdownContext = {
  dates: DateForms
  /** The names of links whose addresses stand elsewhere, in lower case. */
  targets: ReadonlySet<string>
  /** The width to which the text is wrapped; null when it is not. */
  width: number | null
}

const DEEPEST_QUOTATION = 20
const ALL_QUOTES = /^(?:\s*>)+ ?/

/** So many lines of code, or of a quotation, are read at once. */
const MOST_LINES = 10_000
/** A paragraph is no longer than this where it can be cut between two lines. */
const LONG_PARAGRAPH = 100_000
const LONGEST_PARAGRAPH = 190_000

/** One class, because the open paragraph and the open list decide together what a line is. */
export class MarkdownBlocks implements Stage<string, Block> {
  readonly #context: MarkdownContext
  /** Quotations around these lines. */
  readonly #depth: number
  readonly #list = new MarkdownList()
  #out: Part<Block> = { items: [], leftOut: [] }
  #count = 0
  /** A line that waits for the one below, and the text of the one above. */
  #waiting: SourceLine | null = null
  #above = ''
  /** The lines of the paragraph that is being read. */
  #paragraph: SourceLine[] = []
  #length = 0
  /** Those of a quotation. */
  #quotation: SourceLine[] = []
  /** Code, with the fence that is to close it. */
  #code: { fence: string; lines: SourceLine[] } | null = null
  /** The rows of a table follow, after so many other lines. */
  #table: number | null = null

  constructor(context: MarkdownContext, depth = 0) {
    this.#context = context
    this.#depth = depth
  }

  part(lines: string[], isLast: boolean): Part<Block> {
    return this.#read(
      lines.map((text) => ({ text, line: ++this.#count })),
      isLast,
    )
  }

  #read(lines: SourceLine[], isLast: boolean): Part<Block> {
    for (const line of lines) {
      if (this.#waiting !== null) this.#take(this.#waiting, line.text)
      this.#waiting = line
    }
    if (isLast) {
      if (this.#waiting !== null) this.#take(this.#waiting, undefined)
      this.#waiting = null
      this.#closeCode()
      this.#closeQuotation()
      this.#closeAll()
    }
    const out = this.#out
    this.#out = { items: [], leftOut: [] }
    return out
  }

  #take(line: SourceLine, below: string | undefined): void {
    if (!this.#isWithin(line)) this.#begin(line, below)
    this.#above = line.text
  }

  /** Whether a line belongs to the code, the quotation or the table above; then it is read. */
  #isWithin({ text, line }: SourceLine): boolean {
    if (this.#code !== null) {
      if (closesFence(text, this.#code.fence)) this.#closeCode()
      else if (this.#code.lines.push({ text: collapse(text), line }) === MOST_LINES) {
        this.#readCode(this.#code.lines)
        this.#code.lines = []
      }
      return true
    }
    if (this.#quotation.length > 0) {
      if (QUOTE.test(text) || this.#isLazy(text)) {
        if (this.#quotation.push({ text, line }) === MOST_LINES) this.#closeQuotation()
        return true
      }
      this.#closeQuotation()
    }
    if (this.#table === null) return false
    if (this.#table > 0) this.#table--
    else if (text.includes('|')) this.#row(text, line)
    else this.#table = null
    return this.#table !== null
  }

  /** Reads a line that goes on with none of these. */
  #begin({ text, line }: SourceLine, below: string | undefined): void {
    const fence = fenceOf(text)
    const setext = SETEXT.exec(text)?.[1]
    const atx = ATX.exec(text)
    if (text.trim() === '') this.#closeParagraph()
    else if (fence !== null) {
      this.#closeAll()
      this.#code = { fence, lines: [] }
    } else if (setext !== undefined && this.#paragraph.length > 0) {
      this.#setext(setext.startsWith('=') ? 1 : 2)
    } else if (RULE.test(text)) this.#leave(text, line, 'rule')
    else if (atx !== null) {
      this.#closeAll()
      const words = text.slice(atx[0].length).trim()
      this.#heading(words.replace(/(?:^|[ \t])#+$/, ''), line, atx[1]?.length ?? 1)
    } else if (QUOTE.test(text)) {
      this.#closeAll()
      this.#quotation = [{ text, line }]
    } else this.#inList({ text, line }, below)
  }

  /** Reads a line that may belong to a list. */
  #inList({ text, line }: SourceLine, below: string | undefined): void {
    const item = this.#itemIn(text)
    if (item !== null) {
      this.#closeParagraph()
      this.#closeItem()
      this.#list.begin(item, line)
    } else if (this.#paragraph.length > 0) this.#goOn({ text, line }, below)
    else if (this.#list.continues(text, this.#isBlankAbove())) {
      if (this.#list.isFull) {
        this.#closeItem()
        this.#list.reopen(line)
      }
      this.#list.add(text)
    } else if (this.#list.continuesOuter(text)) {
      this.#closeItem()
      this.#list.resume(text, line)
    } else this.#goOn({ text, line }, below)
  }

  #isBlankAbove(): boolean {
    return this.#above.trim() === ''
  }

  /** A line of a paragraph, or of what only stands where no list does. */
  #goOn({ text, line }: SourceLine, below: string | undefined): void {
    this.#closeList()
    const isTags = TAGS_ONLY.test(text)
    const most = endsSentence(this.#above.trimEnd()) ? LONG_PARAGRAPH : LONGEST_PARAGRAPH
    if (beginsTable(text, below)) this.#header(text, line)
    else if (targetName(text) !== null) this.#leave(text, line, 'link target')
    else {
      if (isTags || FOOTNOTE.test(text) || this.#length > most) this.#closeParagraph()
      if (!isTags) this.#add({ text: text.replace(FOOTNOTE, ''), line })
    }
  }

  #add(line: SourceLine): void {
    this.#paragraph.push(line)
    this.#length += line.text.length + 1
  }

  #plain(markdown: string): string {
    return collapse(plainInline(markdown, this.#context.targets))
  }

  #leave(text: string, line: number, reason: LeftOut['reason']): void {
    this.#closeAll()
    this.#out.leftOut.push({ text: collapse(text), line, reason })
  }

  #heading(markdown: string, line: number, level: number): void {
    const text = this.#plain(markdown)
    if (text !== '') this.#out.items.push({ kind: 'heading', text, line, level, marked: true })
  }

  #setext(level: number): void {
    const [first] = this.#paragraph
    const text = joinLines(this.#paragraph.map((line) => line.text.trim()))
    this.#paragraph = []
    this.#length = 0
    this.#heading(text, first?.line ?? 1, level)
  }

  #closeCode(): void {
    if (this.#code !== null) this.#readCode(this.#code.lines)
    this.#code = null
  }

  /** Code is text too: somebody may have set a chronicle in it. */
  #readCode(code: SourceLine[]): void {
    const { dates, width } = this.#context
    const lines = code.filter(({ text }) => text !== '')
    for (const part of datedParts(lines, (text) => text, dates, width)) {
      const own = part.map(({ text }) => text)
      const text = own.join(' ')
      this.#out.items.push({ kind: 'paragraph', text, line: part[0]?.line ?? 1, lines: own })
    }
  }

  #closeQuotation(): void {
    const mark = this.#depth < DEEPEST_QUOTATION ? QUOTE : ALL_QUOTES
    const inside = this.#quotation.map(({ text, line }) => ({ text: text.replace(mark, ''), line }))
    this.#quotation = []
    if (inside.length === 0) return
    const { items, leftOut } = new MarkdownBlocks(this.#context, this.#depth + 1).#read(
      inside,
      true,
    )
    this.#out.leftOut.push(...leftOut)
    const [first] = items
    const { dates } = this.#context
    if (
      !items.every((block) => block.kind === 'paragraph' || block.kind === 'quotation') ||
      isTimeline(items, dates)
    ) {
      this.#out.items.push(...items)
    } else if (first !== undefined) {
      const text = items.map((block) => block.text).join(' ')
      const lines = items.flatMap((block) => block.lines)
      this.#out.items.push({ kind: 'quotation', text, line: first.line, lines })
    }
  }

  /** A paragraph in a quotation may go on without its mark. */
  #isLazy(text: string): boolean {
    const above = this.#above.replace(QUOTE, '')
    if (text.trim() === '' || above.trim() === '') return false
    return !ATX.test(text) && !RULE.test(text) && fenceOf(text) === null && itemStart(text) === null
  }

  #header(header: string, line: number): void {
    this.#closeAll()
    const names = cellsOf(header).map((cell) => this.#plain(cell))
    if (names.some((name) => name !== '')) {
      this.#out.leftOut.push({ text: names.join(' | '), line, reason: 'table header' })
    }
    this.#table = 1
  }

  #row(row: string, line: number): void {
    const cells = cellsOf(row).map((cell) => this.#plain(cell))
    const text = cells.filter((cell) => cell !== '').join(' · ')
    if (text !== '') this.#out.items.push({ kind: 'table row', text, line, cells })
  }

  #itemIn(text: string): ItemStart | null {
    const item = itemStart(text)
    if (item === null) return null
    if (item.rest === '' && this.#paragraph.length > 0) return null
    if (this.#list.expects(item)) return item
    // "… until 23 February\n1999) and": a number that no list waits for goes on with its sentence.
    if (!this.#isBlankAbove() && this.#list.isWithin(item)) return null
    return this.#paragraph.length > 0 || this.#isDated(text, item) ? null : item
  }

  /** "10. June 1999": the number is a day when what follows is the rest of a date. */
  #isDated(text: string, { rest }: ItemStart): boolean {
    const { startsWithDate } = this.#context.dates
    return startsWithDate(text.trim()) && (/^\d/.test(rest) || startsWithDate(rest))
  }

  #closeItem(): void {
    const item = this.#list.closeItem()
    if (item === null) return
    const { lines, line, depth, mark } = item
    const head = headOf(
      lines.map((own) => this.#plain(own)),
      this.#context.dates,
    )
    const markdown = joinLines(head === undefined ? lines : lines.slice(1))
    const text = this.#plain(markdown)
    if (text === '') return
    if (LINK_WITHIN.test(markdown)) {
      this.#out.leftOut.push({ text, line, reason: 'navigation' })
    } else this.#out.items.push({ kind: 'list item', text, line, head, depth, mark })
  }

  #closeList(): void {
    this.#closeItem()
    this.#list.closeList()
  }

  #closeParagraph(): void {
    const lines = this.#withoutBoilerplate(this.#paragraph)
    this.#paragraph = []
    this.#length = 0
    const { dates, width } = this.#context
    for (const part of datedParts(lines, (text) => this.#plain(text), dates, width)) {
      const line = part[0]?.line ?? 1
      const plain = part.map((own) => this.#plain(own.text)).filter((own) => own !== '')
      const head = headOf(plain, dates)
      const from = head === undefined ? 0 : 1
      const text = this.#plain(joinLines(part.slice(from).map((own) => own.text.trim())))
      if (text === '') continue
      this.#out.items.push({ kind: 'paragraph', text, line, head, lines: plain.slice(from) })
    }
  }

  #withoutBoilerplate(lines: SourceLine[]): SourceLine[] {
    const plain = lines.map(({ text }) => plainInline(text, this.#context.targets))
    const reasons = boilerplateIn(plain)
    const { dates } = this.#context
    return lines.filter(({ line }, at) => {
      const reason = reasons[at] ?? null
      if (reason === null || dates.startsWithDate(collapse(plain[at] ?? ''))) return true
      this.#out.leftOut.push({ text: collapse(plain[at] ?? ''), line, reason })
      return false
    })
  }

  #closeAll(): void {
    this.#closeParagraph()
    this.#closeList()
  }
}
