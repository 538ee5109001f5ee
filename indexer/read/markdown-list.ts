import { joinLines } from './wrapping.ts'

/** The lists of a Markdown text: items, how deep they lie, and which lines belong to them. */

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(?:\[[ xX]\][ \t]+)?(\S.*)|[ \t]*)$/

export type ItemStart = { column: number; mark: string; gap: number; rest: string }

/** A finished item; its text is still Markdown. */
export type ReadItem = { markdown: string; line: number; depth: number; mark: string }

/** What a line that begins like a list item begins; null when it does not. */
export function itemStart(line: string): ItemStart | null {
  const match = ITEM.exec(line)
  if (match === null) return null
  const [, space = '', mark = '', gap = ' ', rest = ''] = match
  return { column: widthOf(space), mark, gap: widthOf(gap), rest }
}

export class MarkdownList {
  #item: (Omit<ReadItem, 'markdown'> & { lines: string[]; column: number }) | null = null
  /** Columns at which the text of the open lists begins, outermost first. */
  #indents: number[] = []
  /** The number of the last item, in an ordered list. */
  #number: number | null = null

  get isOpen(): boolean {
    return this.#item !== null
  }

  /**
   * Whether a numbered line may be the next item, or the first: "10. June 1999" may be a date, and
   * "1999. The" the wrapped end of a sentence.
   */
  expects({ mark }: ItemStart): boolean {
    const number = Number.parseInt(mark, 10)
    return Number.isNaN(number) || number <= 1 || number > (this.#number ?? number)
  }

  /** Begins an item; the one before it must have been closed. */
  begin({ column, mark, gap, rest }: ItemStart, line: number): void {
    while (this.#indents.length > 0 && column < (this.#indents.at(-1) ?? 0)) this.#indents.pop()
    const depth = this.#indents.length
    this.#indents.push(column + mark.length + Math.min(gap, 4))
    const number = Number.parseInt(mark, 10)
    this.#number = Number.isNaN(number) ? null : number
    this.#item = {
      lines: rest === '' ? [] : [rest],
      line,
      depth,
      column,
      mark: this.#number === null ? mark : '',
    }
  }

  /** Whether a line goes on with the open item: right below it, or indented after a blank line. */
  continues(line: string, blankAbove: boolean): boolean {
    if (this.#item === null) return false
    return !blankAbove || widthOf(/^[ \t]*/.exec(line)?.[0] ?? '') >= this.#item.column + 2
  }

  add(line: string): void {
    this.#item?.lines.push(line.trim())
  }

  /** Ends the open item, not its list. */
  closeItem(): ReadItem | null {
    const item = this.#item
    this.#item = null
    if (item === null) return null
    const { lines, line, depth, mark } = item
    return { markdown: joinLines(lines), line, depth, mark }
  }

  closeList(): void {
    this.#indents = []
    this.#number = null
  }
}

/** Columns of white space, a tab reaching to the next multiple of four. */
function widthOf(space: string): number {
  let width = 0
  for (const character of space) width += character === '\t' ? 4 - (width % 4) : 1
  return width
}
