import type { Block, DateForms } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { boilerplateIn } from './boilerplate.ts'
import { datedParts, headOf } from './dated-parts.ts'
import { plainInline } from './markdown-inline.ts'
import { closesFence, fenceOf, targetName } from './markdown-lines.ts'
import { type ItemStart, itemStart, MarkdownList } from './markdown-list.ts'
import { beginsTable, cellsOf } from './markdown-table.ts'
import { collapse } from './normalise.ts'
import { joinLines } from './wrapping.ts'

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
  /** Receives what becomes no block. */
  leftOut: LeftOut[]
}

const DEEPEST_QUOTATION = 20
const ALL_QUOTES = /^(?:\s*>)+ ?/

/** Reads lines into blocks; `depth` counts the quotations around them. */
export function readBlocks(lines: SourceLine[], context: MarkdownContext, depth = 0): Block[] {
  return new MarkdownBlocks(lines, context, depth).read()
}

/** One class, because the open paragraph and the open list decide together what a line is. */
class MarkdownBlocks {
  readonly #lines: SourceLine[]
  readonly #context: MarkdownContext
  /** Quotations around these lines. */
  readonly #depth: number
  readonly #blocks: Block[] = []
  readonly #list = new MarkdownList()
  /** The lines of the paragraph that is being read. */
  #paragraph: SourceLine[] = []

  constructor(lines: SourceLine[], context: MarkdownContext, depth: number) {
    this.#lines = lines
    this.#context = context
    this.#depth = depth
  }

  read(): Block[] {
    for (let at = 0; at < this.#lines.length; ) at = this.#readAt(at)
    this.#closeAll()
    return this.#blocks
  }

  #textAt(at: number): string {
    return this.#lines[at]?.text ?? ''
  }

  /** Reads what begins at a line; the index after it. */
  #readAt(at: number): number {
    const { text, line } = this.#lines[at] as SourceLine
    if (text.trim() === '') {
      this.#closeParagraph()
      return at + 1
    }
    const fence = fenceOf(text)
    if (fence !== null) return this.#code(at, fence)
    const setext = SETEXT.exec(text)?.[1]
    if (setext !== undefined && this.#paragraph.length > 0) {
      return this.#setext(setext.startsWith('=') ? 1 : 2, at)
    }
    if (RULE.test(text)) return this.#leave(text, line, 'rule', at)
    const atx = ATX.exec(text)
    if (atx !== null) {
      this.#closeAll()
      const words = text.slice(atx[0].length).trim()
      this.#heading(words.replace(/(?:^|[ \t])#+$/, ''), line, atx[1]?.length ?? 1)
      return at + 1
    }
    if (QUOTE.test(text)) return this.#quotation(at)
    const item = this.#itemAt(at)
    if (item !== null) {
      this.#closeParagraph()
      this.#closeItem()
      this.#list.begin(item, line)
      return at + 1
    }
    if (this.#paragraph.length === 0 && this.#list.continues(text, this.#isBlank(at - 1))) {
      this.#list.add(text)
      return at + 1
    }
    if (this.#paragraph.length === 0 && this.#list.continuesOuter(text)) {
      this.#closeItem()
      this.#list.resume(text, line)
      return at + 1
    }
    return this.#paragraphAt(at)
  }

  #isBlank(at: number): boolean {
    return this.#textAt(at).trim() === ''
  }

  #paragraphAt(at: number): number {
    const { text, line } = this.#lines[at] as SourceLine
    this.#closeList()
    if (beginsTable(text, this.#lines[at + 1]?.text)) return this.#table(at)
    if (targetName(text) !== null) return this.#leave(text, line, 'link target', at)
    if (TAGS_ONLY.test(text) || FOOTNOTE.test(text)) this.#closeParagraph()
    if (!TAGS_ONLY.test(text)) this.#paragraph.push({ text: text.replace(FOOTNOTE, ''), line })
    return at + 1
  }

  #plain(markdown: string): string {
    return collapse(plainInline(markdown, this.#context.targets))
  }

  #leave(text: string, line: number, reason: LeftOut['reason'], at: number): number {
    this.#closeAll()
    this.#context.leftOut.push({ text: collapse(text), line, reason })
    return at + 1
  }

  #heading(markdown: string, line: number, level: number): void {
    const text = this.#plain(markdown)
    if (text !== '') this.#blocks.push({ kind: 'heading', text, line, level, marked: true })
  }

  #setext(level: number, at: number): number {
    const [first] = this.#paragraph
    const text = joinLines(this.#paragraph.map((line) => line.text.trim()))
    this.#paragraph = []
    this.#heading(text, first?.line ?? 1, level)
    return at + 1
  }

  /** Code is text too: somebody may have set a chronicle in it. */
  #code(at: number, fence: string): number {
    this.#closeAll()
    let end = at + 1
    while (end < this.#lines.length && !closesFence(this.#textAt(end), fence)) end++
    const { dates, width } = this.#context
    const lines = this.#lines
      .slice(at + 1, end)
      .map(({ text, line }) => ({ text: collapse(text), line }))
      .filter(({ text }) => text !== '')
    for (const part of datedParts(lines, (text) => text, dates, width)) {
      const own = part.map(({ text }) => text)
      const text = own.join(' ')
      this.#blocks.push({ kind: 'paragraph', text, line: part[0]?.line ?? 1, lines: own })
    }
    return end + 1
  }

  #quotation(at: number): number {
    this.#closeAll()
    let end = at
    while (end < this.#lines.length && (QUOTE.test(this.#textAt(end)) || this.#isLazy(end))) end++
    const mark = this.#depth < DEEPEST_QUOTATION ? QUOTE : ALL_QUOTES
    const inside = this.#lines
      .slice(at, end)
      .map(({ text, line }) => ({ text: text.replace(mark, ''), line }))
    const inner = readBlocks(inside, this.#context, this.#depth + 1)
    const [first] = inner
    if (!inner.every((block) => block.kind === 'paragraph' || block.kind === 'quotation')) {
      this.#blocks.push(...inner)
    } else if (first !== undefined) {
      const text = inner.map((block) => block.text).join(' ')
      const lines = inner.flatMap((block) => block.lines)
      this.#blocks.push({ kind: 'quotation', text, line: first.line, lines })
    }
    return end
  }

  /** A paragraph in a quotation may go on without its mark. */
  #isLazy(at: number): boolean {
    const text = this.#textAt(at)
    const above = this.#textAt(at - 1).replace(QUOTE, '')
    if (text.trim() === '' || above.trim() === '') return false
    return !ATX.test(text) && !RULE.test(text) && fenceOf(text) === null && itemStart(text) === null
  }

  #table(at: number): number {
    this.#closeAll()
    const { text: header, line } = this.#lines[at] as SourceLine
    const names = cellsOf(header).map((cell) => this.#plain(cell))
    if (names.some((name) => name !== '')) {
      this.#context.leftOut.push({ text: names.join(' | '), line, reason: 'table header' })
    }
    let end = at + 2
    for (; this.#textAt(end).includes('|'); end++) {
      const cells = cellsOf(this.#textAt(end)).map((cell) => this.#plain(cell))
      const text = cells.filter((cell) => cell !== '').join(' · ')
      const row = this.#lines[end]?.line ?? 1
      if (text !== '') this.#blocks.push({ kind: 'table row', text, line: row, cells })
    }
    return end
  }

  #itemAt(at: number): ItemStart | null {
    const text = this.#textAt(at)
    const item = itemStart(text)
    if (item === null) return null
    if (item.rest === '' && this.#paragraph.length > 0) return null
    if (this.#list.expects(item)) return item
    // "… until 23 February\n1999) and": a number that no list waits for goes on with its sentence.
    if (!this.#isBlank(at - 1) && this.#list.isWithin(item)) return null
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
      this.#context.leftOut.push({ text, line, reason: 'navigation' })
    } else this.#blocks.push({ kind: 'list item', text, line, head, depth, mark })
  }

  #closeList(): void {
    this.#closeItem()
    this.#list.closeList()
  }

  #closeParagraph(): void {
    const lines = this.#withoutBoilerplate(this.#paragraph)
    this.#paragraph = []
    const { dates, width } = this.#context
    for (const part of datedParts(lines, (text) => this.#plain(text), dates, width)) {
      const line = part[0]?.line ?? 1
      const plain = part.map((own) => this.#plain(own.text)).filter((own) => own !== '')
      const head = headOf(plain, dates)
      const from = head === undefined ? 0 : 1
      const text = this.#plain(joinLines(part.slice(from).map((own) => own.text.trim())))
      if (text === '') continue
      this.#blocks.push({ kind: 'paragraph', text, line, head, lines: plain.slice(from) })
    }
  }

  #withoutBoilerplate(lines: SourceLine[]): SourceLine[] {
    const plain = lines.map(({ text }) => plainInline(text, this.#context.targets))
    const reasons = boilerplateIn(plain)
    const { dates } = this.#context
    return lines.filter(({ line }, at) => {
      const reason = reasons[at] ?? null
      if (reason === null || dates.startsWithDate(collapse(plain[at] ?? ''))) return true
      this.#context.leftOut.push({ text: collapse(plain[at] ?? ''), line, reason })
      return false
    })
  }

  #closeAll(): void {
    this.#closeParagraph()
    this.#closeList()
  }
}
