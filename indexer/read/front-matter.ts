import { parse } from 'yaml'
import type { LeftOut } from '../parsed.ts'
import type { Part, Stage } from '../stages.ts'
import { collapse } from './normalise.ts'

/** YAML between two lines of hyphens at the very top: what a text says about itself. */
export type FrontMatter = {
  title: string | null
  /** Lines that it takes; 0 when there is none. */
  lines: number
  leftOut: LeftOut[]
}

const NONE: FrontMatter = { title: null, lines: 0, leftOut: [] }
/** A rule at the top of a text is no front matter without its end close by. */
const MAX_LINES = 500

/** The lines of a text without its front matter, their count unchanged. */
export class WithoutFrontMatter implements Stage<string, string> {
  #title: string | null = null
  /** The first lines; null once they are read. */
  #head: string[] | null = []

  get title(): string | null {
    return this.#title
  }

  part(lines: string[], isLast: boolean): Part<string> {
    if (this.#head === null) return { items: lines, leftOut: [] }
    const head = this.#head.concat(lines)
    if (!isLast && head.length <= MAX_LINES) {
      this.#head = head
      return { items: [], leftOut: [] }
    }
    this.#head = null
    const { title, lines: taken, leftOut } = readFrontMatter(head)
    this.#title = title
    return { items: [...head.slice(0, taken).map(() => ''), ...head.slice(taken)], leftOut }
  }
}

function readFrontMatter(lines: string[]): FrontMatter {
  if (lines[0]?.trimEnd() !== '---') return NONE
  const end = lines.findIndex(
    (line, index) => index > 0 && index <= MAX_LINES && /^(?:---|\.\.\.)\s*$/.test(line),
  )
  if (end === -1) return NONE
  const body = lines.slice(1, end).join('\n')
  if (!/^[^\s#:][^:\n]*:(?:\s|$)/m.test(body)) return NONE
  return {
    title: titleIn(body),
    lines: end + 1,
    leftOut: [{ text: collapse(body), line: 1, reason: 'front matter' }],
  }
}

/** A faulty block still says its title, on a line of its own. */
function titleIn(body: string): string | null {
  let title: unknown
  try {
    title = (parse(body, { logLevel: 'error' }) as { title?: unknown } | null)?.title
  } catch {
    title = /^title:\s*(.+)$/im.exec(body)?.[1]
  }
  const text = typeof title === 'string' || typeof title === 'number' ? collapse(`${title}`) : ''
  return text === '' ? null : text
}
