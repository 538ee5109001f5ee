import { SourceError } from '../errors.ts'
import { decodeWindows1252, isWindows1252 } from './windows-1252.ts'

/** Above this share of control characters, it is no text. */
const MAX_CONTROL_SHARE = 0.01

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * Bytes to text: by the byte order mark, the charset that the server named, UTF-8, and where that
 * is none, Windows-1252, in which every byte sequence can be read.
 *
 * @throws SourceError for a binary file, and for one without text
 */
export function decode(bytes: Uint8Array, charset: string | null = null): string {
  const text = decodeAs(bytes, charset)
  if (isBinary(text)) throw new SourceError('is a binary file, not text: save its text as .txt')
  if (text.trim() === '') throw new SourceError('is empty: there is nothing to index')
  return text
}

function decodeAs(bytes: Uint8Array, charset: string | null): string {
  const mark = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (mark) return new TextDecoder(mark.encoding).decode(bytes)
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

/** White space, and the end-of-file mark of old systems. */
const HARMLESS = '\t\n\v\f\r\u001a\u0085'

function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true
  let controls = 0
  for (const [character] of text.matchAll(/[\p{Cc}\ufffd]/gu)) {
    if (!HARMLESS.includes(character)) controls++
  }
  return controls > text.length * MAX_CONTROL_SHARE
}
