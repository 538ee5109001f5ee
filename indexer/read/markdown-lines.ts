import type { LeftOut } from '../parsed.ts'
import { collapse } from './normalise.ts'

/** What is cleared away before the lines of a Markdown text are read, their count unchanged. */

const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The marks of a code fence that a line opens or closes; null when it does not. */
export const fenceOf = (line: string): string | null => FENCE.exec(line)?.[1] ?? null

export const closesFence = (line: string, fence: string): boolean => {
  const own = fenceOf(line)
  return own?.charAt(0) === fence.charAt(0) && own.length >= fence.length && line.trim() === own
}

/** Comments become nothing, outside code; a comment without its end reaches to the text's end. */
export function withoutComments(lines: string[], leftOut: LeftOut[]): string[] {
  let fence: string | null = null
  let comment: { text: string; line: number } | null = null
  const close = (): void => {
    if (comment !== null) {
      leftOut.push({ text: collapse(comment.text), line: comment.line, reason: 'comment' })
    }
    comment = null
  }
  const cleared = lines.map((line, index) => {
    if (comment === null) {
      const mark = fenceOf(line)
      if (fence !== null && closesFence(line, fence)) fence = null
      else if (fence === null && mark !== null) fence = mark
      if (fence !== null || mark !== null) return line
    }
    let kept = ''
    let rest = line
    while (rest !== '') {
      if (comment === null) {
        const start = rest.indexOf('<!--')
        kept += start === -1 ? rest : rest.slice(0, start)
        if (start === -1) break
        comment = { text: '', line: index + 1 }
        rest = rest.slice(start + 4)
      }
      const end = rest.indexOf('-->')
      comment.text += `${end === -1 ? rest : rest.slice(0, end)} `
      if (end === -1) break
      rest = rest.slice(end + 3)
      close()
    }
    return kept
  })
  close()
  return cleared
}

const TARGET =
  /^ {0,3}\[([^\]^][^\]]*)\]:\s*(?:<[^>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/

/** The name that a line gives to a link's address, folded to lower case; null when it is none. */
export const targetName = (line: string): string | null =>
  TARGET.exec(line)?.[1]?.toLowerCase().trim() ?? null
