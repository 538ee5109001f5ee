import type { Broken } from './table.ts'

/** An element of an array as written, with the line on which it begins. */
export type JsonElement = { text: string; line: number }

type Found = { found: JsonElement[]; broken: Broken[] }

const SIGN = /["[\]{},\n]/g
/** In a string: its end, an escape, or a line end, at which a string that nobody closed ends too. */
const SIGN_IN_STRING = /["\n\\]/g

/** No object that anybody wrote is longer; text of V8 ends at some 500 million characters. */
const LONGEST_ELEMENT = 32_000_000

/** The elements of an array that comes in pieces, so that a bad one leaves the others readable. */
export class JsonElements {
  /** Of brackets and braces; 0 behind the array. */
  #depth = 1
  #inString = false
  /** The next character is escaped. */
  #escaped = false
  #line: number
  /** What has been read of the element so far, and the line on which it began. */
  #text = ''
  #from: number
  #isTooLong = false

  /** @param line the one with the bracket that opens the array */
  constructor(line: number) {
    this.#line = line
    this.#from = line
  }

  read(piece: string): Found {
    const read: Found = { found: [], broken: [] }
    let from = 0
    for (let at = 0; this.#depth > 0; ) {
      if (this.#escaped && at < piece.length) {
        this.#escaped = false
        if (piece[at] !== '\n') at++
      }
      const signs = this.#inString ? SIGN_IN_STRING : SIGN
      signs.lastIndex = at
      const match = signs.exec(piece)
      if (match === null) break
      const [sign] = match
      at = match.index + 1
      if (this.#depth === 1 && !this.#inString && (sign === ',' || sign === ']')) {
        this.#add(piece.slice(from, match.index))
        this.#close(read)
        from = at
      }
      this.#take(sign)
    }
    if (this.#depth > 0) this.#add(piece.slice(from))
    return read
  }

  end(): Found {
    if (this.#depth === 0) return { found: [], broken: [] }
    const reason = 'the array is not closed: the rest is left out'
    return { found: [], broken: [{ line: this.#begin, reason }] }
  }

  /** The line on which the element itself begins. */
  get #begin(): number {
    return this.#from + leadOf(this.#text).split('\n').length - 1
  }

  #take(sign: string): void {
    if (sign === '\n') {
      this.#line++
      this.#inString = false
    } else if (sign === '"') this.#inString = !this.#inString
    else if (sign === '\\') this.#escaped = true
    else if (sign === '[' || sign === '{') this.#depth++
    else if (sign === ']' || sign === '}') this.#depth--
  }

  #add(text: string): void {
    if (this.#isTooLong) return
    this.#text += text
    if (this.#text.length <= LONGEST_ELEMENT) return
    this.#from = this.#begin
    this.#isTooLong = true
    this.#text = ''
  }

  #close({ found, broken }: Found): void {
    const lead = leadOf(this.#text)
    const line = this.#begin
    if (this.#isTooLong) {
      const reason = `the element is longer than ${LONGEST_ELEMENT / 1_000_000} million characters: left out`
      broken.push({ line, reason })
    } else if (lead.length < this.#text.length) found.push({ text: this.#text, line })
    this.#text = ''
    this.#from = this.#line
    this.#isTooLong = false
  }
}

/** The white space with which an element begins. */
const leadOf = (text: string): string => /^\s*/.exec(text)?.[0] ?? ''
