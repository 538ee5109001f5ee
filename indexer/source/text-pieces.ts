import { isAscii, isUtf8 } from 'node:buffer'
import { decodeWindows1252 } from './windows-1252.ts'

/** An encoding that a file is read in; which one, `encodingOf` finds out. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Turns the bytes of a file into text, piece by piece. */
export type PieceDecoder = {
  /** The text up to the last whole character; null where the bytes are not in the encoding. */
  piece: (bytes: Uint8Array, isLast: boolean) => string | null
}

/**
 * @param strict whether wrong bytes end the reading, or become U+FFFD
 */
export function pieceDecoder(encoding: Encoding, strict: boolean): PieceDecoder {
  if (encoding === 'windows-1252') return { piece: decodeWindows1252 }
  if (encoding === 'utf-8') return utf8Decoder(strict)
  const decoder = new TextDecoder(encoding)
  return { piece: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) }
}

/** Not TextDecoder: what that streams has two bytes a character even where all of it is ASCII. */
function utf8Decoder(strict: boolean): PieceDecoder {
  let rest = Buffer.alloc(0)
  let isFirst = true
  return {
    piece(bytes, isLast) {
      const all = rest.length === 0 ? asBuffer(bytes) : Buffer.concat([rest, bytes])
      const end = isLast ? all.length : wholeCharacters(all)
      // What is left over must outlive the reader's buffer.
      rest = Buffer.from(all.subarray(end))
      const start = isFirst && all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf ? 3 : 0
      if (end > 0) isFirst = false
      const whole = all.subarray(start, end)
      if (isAscii(whole)) return whole.toString('latin1')
      return strict && !isUtf8(whole) ? null : whole.toString('utf8')
    },
  }
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** The length without a character at the end of which bytes are missing. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}
