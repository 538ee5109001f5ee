import { SourceError } from '../errors.ts'
import type { Encoding } from './text-pieces.ts'
import { decodeWindows1252, isWindows1252 } from './windows-1252.ts'

const BYTE_ORDER_MARKS: { encoding: Encoding; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** The encoding that the first bytes name; null when they do not. */
export const markedEncoding = (head: Uint8Array): Encoding | null =>
  BYTE_ORDER_MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))?.encoding ?? null

/**
 * Bytes to text: by the byte order mark, the charset that the server named, UTF-8, and where that
 * is none, Windows-1252, in which every byte sequence can be read.
 *
 * @throws SourceError for a binary file, and for one without text
 */
export function decode(bytes: Uint8Array, charset: string | null = null): string {
  const text = decodeAs(bytes, charset)
  const check = new TextCheck()
  check.add(text)
  check.end()
  return text
}

function decodeAs(bytes: Uint8Array, charset: string | null): string {
  const marked = markedEncoding(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  for (const encoding of [charset, 'utf-8']) {
    const text = encoding === null ? null : strictly(encoding, bytes)
    if (text !== null) return text
  }
  return decodeWindows1252(bytes)
}

/** Null when the bytes are not in that encoding, or nobody knows it. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  if (isWindows1252(encoding)) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Above this share of control characters, it is no text. */
const MAX_CONTROL_SHARE = 0.01

/** All but white space and the end-of-file mark of old systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
const CONTROLS = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f-\u0084\u0086-\u009f\ufffd]/g

/** Looks at a text piece by piece: whether it is one, and not empty. */
export class TextCheck {
  #length = 0
  #controls = 0
  #isEmpty = true

  /** @throws SourceError for a binary file */
  add(piece: string): void {
    if (piece.includes('\u0000')) throw new SourceError(BINARY)
    this.#length += piece.length
    for (const _ of piece.matchAll(CONTROLS)) this.#controls++
    if (this.#isEmpty) this.#isEmpty = piece.trim() === ''
  }

  /** @throws SourceError for a binary file, and for one without text */
  end(): void {
    if (this.#controls > this.#length * MAX_CONTROL_SHARE) throw new SourceError(BINARY)
    if (this.#isEmpty) throw new SourceError('is empty: there is nothing to index')
  }
}

const BINARY = 'is a binary file, not text: save its text as .txt'
