/**
 * Markdown inside a paragraph as plain text, in one pass: emphasis, code, links, images, footnote
 * marks, tags, entities and escapes leave the words that a reader sees.
 */

/** What may be more than itself; a text without any is plain. */
const SPECIAL = /[\\`*_~![<&]/
const NEXT_SPECIAL = /[\\`*_~![<]/g
const ESCAPABLE = /[!-/:-@[-`{-~]/
const WORD = /[\p{L}\p{N}]/u
const SPACE = /\s/

/** @param targets the names, folded to lower case, of links whose addresses stand elsewhere */
export function plainInline(markdown: string, targets: ReadonlySet<string>): string {
  if (!SPECIAL.test(markdown)) return markdown
  return decodeEntities(new Inline(markdown, targets).read())
}

type Run = { mark: string; length: number; opens: boolean; closes: boolean }

class Inline {
  readonly #text: string
  readonly #targets: ReadonlySet<string>
  /** Plain text and runs of `*`, `_` or `~` that may be emphasis. */
  #parts: (string | Run)[] = []
  #at = 0

  constructor(text: string, targets: ReadonlySet<string>) {
    this.#text = text
    this.#targets = targets
  }

  read(): string {
    while (this.#at < this.#text.length) this.#step()
    return withoutEmphasis(this.#parts)
  }

  #step(): void {
    const text = this.#text
    const at = this.#at
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (character === '\\' && ESCAPABLE.test(next)) this.#take(2, next === '&' ? '&amp;' : next)
    else if (character === '`') this.#code()
    else if (character === '*' || character === '_' || (character === '~' && next === '~')) {
      this.#run(character)
    } else if (character === '!' && next === '[' && this.#link(at + 1)) return
    else if (character === '[' && this.#link(at)) return
    else if (character === '<' && this.#tag()) return
    else {
      NEXT_SPECIAL.lastIndex = at + 1
      const end = NEXT_SPECIAL.exec(text)?.index ?? text.length
      this.#take(end - at, text.slice(at, end))
    }
  }

  #take(length: number, plain: string): void {
    this.#at += length
    const last = this.#parts.at(-1)
    if (typeof last === 'string') this.#parts[this.#parts.length - 1] = last + plain
    else this.#parts.push(plain)
  }

  #code(): void {
    const fence = /^`+/.exec(this.#text.slice(this.#at, this.#at + 20))?.[0] ?? '`'
    const from = this.#at + fence.length
    const close = this.#text.indexOf(fence, from)
    if (close === -1) this.#take(fence.length, fence)
    else {
      const code = this.#text.slice(from, close)
      this.#take(close + fence.length - this.#at, code.trim() || code)
    }
  }

  #run(mark: string): void {
    let length = 1
    while (this.#text.charAt(this.#at + length) === mark) length++
    const before = this.#text.charAt(this.#at - 1)
    const after = this.#text.charAt(this.#at + length)
    const opens = after !== '' && !SPACE.test(after) && (mark !== '_' || !WORD.test(before))
    const closes = before !== '' && !SPACE.test(before) && (mark !== '_' || !WORD.test(after))
    this.#parts.push({ mark, length, opens, closes })
    this.#at += length
  }

  /** `[text](address)`, `[text][name]`, `[name]`, `[^note]`; true when it was one. */
  #link(bracket: number): boolean {
    const end = this.#closingBracket(bracket)
    if (end === -1) return false
    const inner = this.#text.slice(bracket + 1, end)
    if (inner.startsWith('^')) return this.#replace(end + 1, '')
    const tail = this.#text.slice(end + 1, end + 2001)
    const target = /^\((?:[^()\\\n]|\\.|\([^()]*\))*\)/.exec(tail)
    if (target !== null) return this.#replace(end + 1 + target[0].length, inner)
    const reference = /^\[([^[\]]{0,200})\]/.exec(tail)
    const name = (reference?.[1] || inner).toLowerCase().trim()
    if (!this.#targets.has(name)) return false
    return this.#replace(end + 1 + (reference?.[0].length ?? 0), inner)
  }

  #closingBracket(open: number): number {
    let depth = 0
    for (let at = open; at < this.#text.length && at < open + 2000; at++) {
      const character = this.#text.charAt(at)
      if (character === '\\') at++
      else if (character === '[') depth++
      else if (character === ']' && --depth === 0) return at
    }
    return -1
  }

  /** Goes on after a link; its text may hold markup of its own. */
  #replace(end: number, markdown: string): true {
    const plain = markdown === '' ? '' : new Inline(markdown, this.#targets).read()
    this.#take(end - this.#at, plain)
    return true
  }

  #tag(): boolean {
    const near = this.#text.slice(this.#at, this.#at + 1000)
    const address = /^<((?:https?|mailto|ftp):[^<>\s]+)>/i.exec(near)
    if (address !== null) {
      this.#take(address[0].length, address[1] ?? '')
      return true
    }
    const tag = /^<\/?([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/i.exec(near)
    if (tag === null) return false
    this.#take(tag[0].length, /^(?:br|hr|p|div|li|td)$/i.test(tag[1] ?? '') ? ' ' : '')
    return true
  }
}

/** Drops runs that open and close emphasis; a run without its counterpart is text. */
function withoutEmphasis(parts: (string | Run)[]): string {
  const left = parts.map((part) => (typeof part === 'string' ? 0 : part.length))
  const open: Record<string, number[]> = { '*': [], _: [], '~': [] }
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') continue
    const openers = open[part.mark] ?? []
    while (part.closes && (left[index] ?? 0) > 0) {
      const opener = openers.at(-1)
      if (opener === undefined) break
      const shared = Math.min(left[opener] ?? 0, left[index] ?? 0)
      left[opener] = (left[opener] ?? 0) - shared
      left[index] = (left[index] ?? 0) - shared
      if (left[opener] === 0) openers.pop()
    }
    if (part.opens && (left[index] ?? 0) > 0) openers.push(index)
  }
  return parts
    .map((part, index) => (typeof part === 'string' ? part : part.mark.repeat(left[index] ?? 0)))
    .join('')
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  middot: '·',
  bull: '•',
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec)
    const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return real ? String.fromCodePoint(code) : '\ufffd'
  })
