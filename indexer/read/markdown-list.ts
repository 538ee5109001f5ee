/** The lists of a Markdown text: items, how deep they lie, and which lines belong to them. */

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(?:\[[ xX]\][ \t]+)?(\S.*)|[ \t]*)$/

export type ItemStart = { column: number; mark: string; gap: number; rest: string }

/** A finished item; its lines are still Markdown. */
export type ReadItem = { lines: string[]; line: number; depth: number; mark: string }

/** What a line that begins like a list item begins; null when it does not. */
export function itemStart(line: string): ItemStart | null {
  const match = ITEM.exec(line)
  if (match === null) return null
  const [, space = '', mark = '', gap = ' ', rest = ''] = match
  return { column: widthOf(space), mark, gap: widthOf(gap), rest }
}

type OpenItem = ReadItem & { column: number; length: number }

/** An item is no longer than this. */
const LONGEST_ITEM = 190_000

export class MarkdownList {
  #item: OpenItem | null = null
  /** The item that was opened last. */
  #last: OpenItem | null = null
  /** The open lists, outermost first: where their text begins, and the last item's number. */
  #lists: { text: number; number: number | null }[] = []

  /**
   * Whether a numbered line may be the next item, or the first: "10. June 1999" may be a date, and
   * "1999. The" the wrapped end of a sentence.
   */
  expects({ mark, column }: ItemStart): boolean {
    const number = Number.parseInt(mark, 10)
    if (Number.isNaN(number) || number <= 1) return true
    const last = this.#lists[this.#depthOf(column)]?.number ?? null
    return last !== null && number > last
  }

  /** Whether a line stands where the text of the open item does, or begins with a year. */
  isWithin({ mark, column }: ItemStart): boolean {
    const text = this.#lists.at(-1)?.text
    return this.#item !== null && text !== undefined && (column >= text || /^\d{4}/.test(mark))
  }

  /** Begins an item; the one before it must have been closed. */
  begin({ column, mark, gap, rest }: ItemStart, line: number): void {
    const depth = this.#depthOf(column)
    const value = Number.parseInt(mark, 10)
    const number = Number.isNaN(value) ? null : value
    this.#lists.length = depth
    this.#lists.push({ text: column + mark.length + Math.min(gap, 4), number })
    const lines = rest === '' ? [] : [rest]
    const own = { lines, line, depth, mark: number === null ? mark : '' }
    this.#item = { ...own, column, length: rest.length }
    this.#last = this.#item
  }

  /** How many open lists a line at this column lies within. */
  #depthOf(column: number): number {
    const outside = this.#lists.findIndex(({ text }) => column < text)
    return outside === -1 ? this.#lists.length : outside
  }

  /** Whether a line goes on with the open item: right below it, or indented after a blank line. */
  continues(line: string, blankAbove: boolean): boolean {
    return this.#item !== null && (!blankAbove || indentOf(line) >= this.#item.column + 2)
  }

  /** Whether a line goes on with an outer item, below the lists in it. */
  continuesOuter(line: string): boolean {
    return this.#lists.length > 1 && indentOf(line) >= 2
  }

  /** Begins what an outer item goes on with; the item before must have been closed. */
  resume(line: string, number: number): void {
    const depth = Math.max(0, this.#depthOf(indentOf(line)) - 1)
    this.#lists.length = depth + 1
    const own = { lines: [line.trim()], line: number, depth, mark: '' }
    this.#item = { ...own, column: indentOf(line), length: line.length }
    this.#last = this.#item
  }

  add(line: string): void {
    if (this.#item === null) return
    this.#item.lines.push(line.trim())
    this.#item.length += line.length + 1
  }

  /** Whether the open item is to be closed, and reopened, before a line is added. */
  get isFull(): boolean {
    return this.#item !== null && this.#item.length > LONGEST_ITEM
  }

  /** Goes on with the item that was closed last. */
  reopen(line: number): void {
    if (this.#last !== null) this.#item = { ...this.#last, lines: [], line, length: 0 }
  }

  /** Ends the open item, not its list. */
  closeItem(): ReadItem | null {
    const item = this.#item
    this.#item = null
    if (item === null) return null
    const { lines, line, depth, mark } = item
    return { lines, line, depth, mark }
  }

  closeList(): void {
    this.#lists = []
  }
}

const indentOf = (line: string): number => widthOf(/^[ \t]*/.exec(line)?.[0] ?? '')

/** Columns of white space, a tab reaching to the next multiple of four. */
function widthOf(space: string): number {
  let width = 0
  for (const character of space) width += character === '\t' ? 4 - (width % 4) : 1
  return width
}
