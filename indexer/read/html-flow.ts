import type { StatedDate } from '../blocks.ts'
import { collapse, normaliseText } from './normalise.ts'

/** A line of running text, as the page shows it. */
export type FlowLine = {
  text: string
  /** Of the source. */
  line: number
  /** All of it is bold or set large. */
  strong: boolean
  links: number
  /** Share of its letters that stand in links, 0 to 1. */
  linked: number
  /** The date that the markup states of its first words. */
  stated: StatedDate | undefined
}

/** How a piece of text is set. */
export type Style = { strong: boolean; link: boolean }

/** Collects inline text into lines: white space is collapsed, only a break begins a new line. */
export class TextFlow {
  #groups: FlowLine[][] = []
  /** The lines since the last blank one. */
  #lines: FlowLine[] = []
  #parts: string[] = []
  #line = 0
  #length = 0
  #strong = 0
  #linked = 0
  #links = 0
  #stated: StatedDate | undefined

  add(text: string, line: number, { strong, link }: Style): void {
    this.#parts.push(text)
    const length = lettersIn(text)
    if (length === 0) return
    if (this.#length === 0) this.#line = line + lineFeedsBefore(text)
    this.#length += length
    if (strong) this.#strong += length
    if (link) this.#linked += length
  }

  link(): void {
    this.#links++
  }

  /** A date that is stated of what comes next: it counts at the beginning of a line. */
  state(date: StatedDate): void {
    const isFirst = this.#stated === undefined || this.#stated.text === ''
    if (this.#length === 0 && isFirst) this.#stated = date
  }

  /** Ends the line; the second break in a row leaves a blank line. */
  break(): void {
    if (!this.#endLine()) this.#endGroup()
  }

  /** The lines so far, apart where a blank one stands; afterwards there are none. */
  take(): FlowLine[][] {
    this.#endLine()
    this.#endGroup()
    const groups = this.#groups
    this.#groups = []
    this.#stated = undefined
    return groups
  }

  #endLine(): boolean {
    const text = collapse(normaliseText(this.#parts.join('')))
    const line: FlowLine = {
      text,
      line: this.#line,
      strong: this.#length > 0 && this.#strong === this.#length,
      links: this.#links,
      linked: this.#length === 0 ? 0 : this.#linked / this.#length,
      stated: this.#stated,
    }
    this.#parts = []
    this.#length = this.#strong = this.#linked = this.#links = 0
    if (text === '') return false
    this.#stated = undefined
    this.#lines.push(line)
    return true
  }

  #endGroup(): void {
    if (this.#lines.length > 0) this.#groups.push(this.#lines)
    this.#lines = []
  }
}

/** Letters and digits: bars between links belong to neither. */
export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function lineFeedsBefore(text: string): number {
  const before = /^\s*/.exec(text)?.[0] ?? ''
  return before.split('\n').length - 1
}
