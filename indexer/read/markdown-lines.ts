import type { LeftOut } from '../parsed.ts'
import type { Part, Stage } from '../stages.ts'
import { collapse } from './normalise.ts'

/** What is cleared away before the lines of a Markdown text are read, their count unchanged. */

const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The marks of a code fence that a line opens or closes; null when it does not. */
export const fenceOf = (line: string): string | null => FENCE.exec(line)?.[1] ?? null

export const closesFence = (line: string, fence: string): boolean => {
  const own = fenceOf(line)
  return own?.charAt(0) === fence.charAt(0) && own.length >= fence.length && line.trim() === own
}

/** A longer comment is listed in several parts. */
const LONG_COMMENT = 1_000_000

/** Comments become nothing, outside code; a comment without its end reaches to the text's end. */
export class WithoutComments implements Stage<string, string> {
  #fence: string | null = null
  #comment: { text: string; line: number } | null = null
  #count = 0

  part(lines: string[], isLast: boolean): Part<string> {
    const leftOut: LeftOut[] = []
    const items = lines.map((line) => this.#clear(line, ++this.#count, leftOut))
    if (isLast) this.#close(leftOut)
    return { items, leftOut }
  }

  #close(leftOut: LeftOut[]): void {
    const comment = this.#comment
    if (comment !== null) {
      leftOut.push({ text: collapse(comment.text), line: comment.line, reason: 'comment' })
    }
    this.#comment = null
  }

  #clear(line: string, number: number, leftOut: LeftOut[]): string {
    if (this.#comment === null) {
      const mark = fenceOf(line)
      const fence = this.#fence
      if (fence !== null && closesFence(line, fence)) this.#fence = null
      else if (fence === null && mark !== null) this.#fence = mark
      if (this.#fence !== null || mark !== null) return line
    }
    let kept = ''
    let rest = line
    while (rest !== '') {
      if (this.#comment === null) {
        const start = rest.indexOf('<!--')
        kept += start === -1 ? rest : rest.slice(0, start)
        if (start === -1) break
        this.#comment = { text: '', line: number }
        rest = rest.slice(start + 4)
      }
      const end = rest.indexOf('-->')
      this.#comment.text += `${end === -1 ? rest : rest.slice(0, end)} `
      if (end === -1) {
        if (this.#comment.text.length > LONG_COMMENT) {
          this.#close(leftOut)
          this.#comment = { text: '', line: number + 1 }
        }
        break
      }
      rest = rest.slice(end + 3)
      this.#close(leftOut)
    }
    return kept
  }
}

const TARGET =
  /^ {0,3}\[([^\]^][^\]]*)\]:\s*(?:<[^>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/

/** The name that a line gives to a link's address, folded to lower case; null when it is none. */
export const targetName = (line: string): string | null =>
  TARGET.exec(line)?.[1]?.toLowerCase().trim() ?? null
