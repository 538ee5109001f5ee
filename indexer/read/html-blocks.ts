import type { Block, DateForms, StatedDate } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { headOf, isTimeline } from './dated-parts.ts'
import { BLOCK, headingLevel, LISTS } from './html-elements.ts'
import { type FlowLine, TextFlow } from './html-flow.ts'
import { isFootnoteMark, isStrong } from './html-inline.ts'
import { isLink } from './html-measures.ts'
import { Navigation } from './html-navigation.ts'
import type { HtmlPage } from './html-page.ts'
import { paragraphsOf } from './html-paragraphs.ts'
import { readPreformatted } from './html-preformatted.ts'
import { quotationOf } from './html-quotation.ts'
import { tableBlocks, tableRows } from './html-table.ts'
import type { MarkupElement } from './markup-tree.ts'
import { collapse } from './normalise.ts'
import { statedIn } from './stated-date.ts'

/** The elements that make the text in them a block of a kind. */
type Frame =
  | { kind: 'flow' }
  | { kind: 'heading'; level: number }
  | { kind: 'item'; depth: number; mark: string }
  | { kind: 'term' }
  | { kind: 'definition' }

/** A quotation that is being read. */
type Quote = { blocks: Block[]; source: number }

/** Reads the elements of a page into blocks, in order. */
export function readHtmlBlocks(
  page: HtmlPage,
  dates: DateForms,
): { blocks: Block[]; leftOut: LeftOut[] } {
  return new HtmlBlocks(page, dates).read()
}

class HtmlBlocks {
  readonly #page: HtmlPage
  readonly #dates: DateForms
  readonly #navigation: Navigation
  readonly #flow = new TextFlow()
  readonly #blocks: Block[] = []
  readonly #leftOut: LeftOut[] = []
  /** What is done at the end of the elements that are open, outermost first. */
  readonly #ends: { last: number; leave: () => void }[] = []
  readonly #frames: Frame[] = [{ kind: 'flow' }]
  readonly #quotes: Quote[] = []
  /** The last node of a <time>: one within it says nothing. */
  #timeUntil = -1
  #strong = 0
  #links = 0
  #listDepth = 0
  /** Level of the last marked heading. */
  #level = 0
  /** A <dt> that waits for its <dd>. */
  #term: { text: string; line: number; stated: StatedDate | undefined; used: boolean } | null = null

  constructor(page: HtmlPage, dates: DateForms) {
    this.#page = page
    this.#dates = dates
    this.#navigation = new Navigation(page, dates)
  }

  read(): { blocks: Block[]; leftOut: LeftOut[] } {
    const { nodes } = this.#page
    for (let at = 0; at < nodes.length; at++) {
      this.#leaveBefore(at)
      const node = nodes[at]
      if (node === undefined) break
      if (node.text !== null) {
        this.#flow.add(node.text, node.line, { strong: this.#strong > 0, link: this.#links > 0 })
      } else if (this.#skips(node, at)) at = node.last
      else this.#enter(node, at)
    }
    this.#leaveBefore(nodes.length)
    this.#flush()
    this.#endTerm()
    return { blocks: this.#blocks, leftOut: this.#leftOut }
  }

  #leaveBefore(at: number): void {
    for (let end = this.#ends.at(-1); end !== undefined && end.last < at; end = this.#ends.at(-1)) {
      this.#ends.pop()
      end.leave()
    }
  }

  /** Whether an element is dealt with as a whole. */
  #skips(element: MarkupElement, at: number): boolean {
    if (this.#page.of(at).hidden) return true
    if (isFootnoteMark(element, this.#page, at)) return true
    if (this.#navigation.is(at)) {
      this.#flush()
      this.#leave(at)
      return true
    }
    if (element.name === 'pre' || element.name === 'listing' || element.name === 'xmp') {
      this.#flush()
      this.#endTerm()
      const { blocks, leftOut } = readPreformatted(this.#page, at, this.#dates)
      this.#push(blocks)
      for (const one of leftOut) this.#leftOut.push(one)
      return true
    }
    return element.name === 'table' && this.#table(at)
  }

  #leave(at: number): void {
    const lines = this.#page.linesOf(at)
    const text = lines.map((line) => line.text).join(' | ')
    if (text !== '') {
      this.#leftOut.push({ text, line: lines[0]?.line ?? 1, reason: 'navigation' })
    }
  }

  #enter(element: MarkupElement, at: number): void {
    const { name, attributes, last } = element
    if (name === 'br') this.#flow.break()
    if (BLOCK.has(name)) this.#enterBlock(element, at)
    else if (isStrong(element)) {
      this.#strong++
      this.#ends.push({ last, leave: () => this.#strong-- })
    } else if (isLink(element)) {
      this.#links++
      this.#flow.link()
      this.#ends.push({ last, leave: () => this.#links-- })
    } else if (name === 'q') {
      this.#flow.add('“', element.line, NO_STYLE)
      this.#ends.push({ last, leave: () => this.#flow.add('”', element.line, NO_STYLE) })
    } else if (name === 'time' && at > this.#timeUntil) {
      this.#timeUntil = last
      const stated = this.#page.statedAt(at)
      if (stated !== undefined) this.#flow.state(stated)
    } else if (name === 'cite' && attributes.size === 0) this.#source(at)
  }

  #enterBlock(element: MarkupElement, at: number): void {
    const { name, last } = element
    const top = this.#frames.at(-1)
    // Paragraphs within an item are its lines.
    if (SOFT.has(name) && top?.kind !== 'flow') {
      this.#flow.break()
      this.#ends.push({ last, leave: () => this.#flow.break() })
      return
    }
    this.#flush()
    const steps = this.#open(element, at)
    const leave = (): void => {
      this.#flush()
      for (const step of steps) step()
    }
    this.#ends.push({ last, leave })
  }

  /** Opens what a block element means; what is done at its end. */
  #open(element: MarkupElement, at: number): (() => void)[] {
    const { name } = element
    const level = headingLevel(name)
    if (level !== null) {
      return this.#frame({ kind: 'heading', level })
    }
    if (LISTS.has(name)) {
      this.#listDepth++
      return [() => this.#listDepth--]
    }
    if (name === 'li') {
      const stated = statedIn(element.attributes)
      if (stated !== null) this.#flow.state({ ...stated, text: '' })
      return this.#frame(this.#itemOf(element))
    }
    if (name === 'p') {
      const stated = statedIn(element.attributes)
      if (stated !== null) this.#flow.state({ ...stated, text: this.#page.textOf(at) })
    }
    if (name === 'dt') return this.#frame({ kind: 'term' })
    if (name === 'dd') return this.#frame({ kind: 'definition' })
    if (name === 'dl') return [() => this.#endTerm()]
    if (name === 'blockquote') return this.#quote(at)
    if (name === 'footer') this.#source(at)
    if (name === 'summary' || name === 'legend') {
      this.#strong++
      return [() => this.#strong--]
    }
    return name === 'td' || name === 'th' ? this.#frame({ kind: 'flow' }) : []
  }

  #frame(frame: Frame): (() => void)[] {
    this.#frames.push(frame)
    return [() => this.#frames.pop()]
  }

  #itemOf({ parent }: MarkupElement): Frame {
    const list = this.#page.nodes[parent]?.name
    const mark = list === 'ol' ? '' : '•'
    return { kind: 'item', depth: Math.max(0, this.#listDepth - 1), mark }
  }

  /** A page that is merely indented is no quotation; one within another is a part of it. */
  #quote(at: number): (() => void)[] {
    if (this.#quotes.length > 0) return []
    const { letters, mains, blocks, tables } = this.#page.of(at)
    if (mains > 0 || tables > 0) return []
    if (letters > this.#page.letters / 2 && (letters > LONG || blocks > 1)) return []
    const quote: Quote = { blocks: [], source: Number.POSITIVE_INFINITY }
    this.#quotes.push(quote)
    const frame = this.#frame({ kind: 'flow' })
    const end = (): void => {
      this.#endTerm()
      this.#quotes.pop()
      const { blocks, source } = quote
      this.#push(isTimeline(blocks, this.#dates) ? blocks : quotationOf(blocks, source))
    }
    return [...frame, end]
  }

  /** A source named in a quotation, after its text. */
  #source(_at: number): void {
    const quote = this.#quotes.at(-1)
    if (quote === undefined || quote.source < Number.POSITIVE_INFINITY) return
    this.#flush()
    if (quote.blocks.length > 0) quote.source = quote.blocks.length
  }

  #table(at: number): boolean {
    const rows = tableRows(this.#page, at, this.#dates)
    if (rows === null) return false
    this.#flush()
    this.#endTerm()
    const { last } = this.#page.nodes[at] ?? { last: at }
    for (let inner = at + 1; inner <= last; inner++) {
      const node = this.#page.nodes[inner]
      if (node?.name !== 'caption') continue
      for (const { text, line } of this.#page.linesOf(inner)) {
        this.#push([{ kind: 'paragraph', text, line, lines: [text] }])
      }
      inner = node.last
    }
    const { blocks, leftOut } = tableBlocks(rows, this.#dates, this.#level + 1)
    this.#push(blocks)
    for (const one of leftOut) this.#leftOut.push(one)
    return true
  }

  /** Makes blocks of the text that was collected. */
  #flush(): void {
    const groups = this.#flow.take()
    if (groups.length === 0) return
    const frame = this.#frames.at(-1) ?? { kind: 'flow' }
    const lines = groups.flat()
    const { line = 1, stated } = lines[0] ?? {}
    const head =
      frame.kind === 'item'
        ? headOf(
            lines.map((own) => own.text),
            this.#dates,
          )
        : undefined
    const shown = head === undefined ? lines : lines.slice(1)
    const text = collapse(shown.map((own) => own.text).join(' '))
    if (frame.kind === 'term') {
      if (this.#term?.used === false) this.#term.text += `, ${text}`
      else this.#term = { text, line, stated, used: false }
      return
    }
    if (frame.kind === 'definition' && this.#term !== null) {
      this.#define(text, line)
      return
    }
    this.#endTerm()
    if (frame.kind === 'heading') {
      this.#level = frame.level
      this.#push([{ kind: 'heading', text, line, stated, level: frame.level, marked: true }])
    } else if (frame.kind === 'item') {
      const { depth, mark } = frame
      this.#push([{ kind: 'list item', text, line, stated, head, depth, mark }])
    } else this.#paragraphs(groups)
  }

  #define(text: string, line: number): void {
    const term = this.#term ?? { text: '', line, stated: undefined, used: false }
    const from = term.used ? line : term.line
    if (this.#dates.isDate(term.text)) {
      // A date is the date of all that stands beside it.
      const { text: head, stated } = term
      this.#push([{ kind: 'list item', text, line: from, stated, head, depth: 0, mark: '' }])
      this.#term = { ...term, used: true }
      return
    }
    const colon = /[:.,;–—-]$/.test(term.text) ? '' : ':'
    const item = `${term.text}${colon} ${text}`
    const { stated } = term
    this.#push([{ kind: 'list item', text: item, line: from, stated, depth: 0, mark: '' }])
    this.#term = null
  }

  #paragraphs(groups: FlowLine[][]): void {
    const context = { dates: this.#dates, level: this.#level + 1, leftOut: this.#leftOut }
    for (const group of groups) this.#push(paragraphsOf(group, context))
  }

  /** A term that nothing defines: a date heads what follows it. */
  #endTerm(): void {
    if (this.#term === null) return
    const { text, line, used } = this.#term
    this.#term = null
    if (used) return
    const level = this.#level + 1
    if (this.#dates.isDate(text))
      this.#push([{ kind: 'heading', text, line, level, marked: false }])
    else this.#push([{ kind: 'paragraph', text, line, lines: [text] }])
  }

  #push(blocks: Block[]): void {
    const quote = this.#quotes.at(-1)
    for (const block of blocks) (quote?.blocks ?? this.#blocks).push(block)
  }
}

const NO_STYLE = { strong: false, link: false }

/** Letters of an indented page. */
const LONG = 1500

/** Blocks that are lines of the item in which they stand. */
const SOFT = new Set('p div center address span section article figure figcaption'.split(' '))
