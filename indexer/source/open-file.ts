import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { fileReason, SourceError } from '../errors.ts'
import { markedEncoding, TextCheck } from './decode.ts'
import { type Encoding, pieceDecoder } from './text-pieces.ts'

/** Bytes that are read at once: what comes of so few is soon garbage, and cheap. */
const PIECE = 1 << 16

/**
 * A file that is read from its beginning to its end as often as one likes, in pieces. It stays open,
 * so that a file of the same name that takes its place is not mixed into it.
 */
export class OpenFile {
  readonly size: number
  readonly #file: FileHandle
  readonly #modified: bigint
  #closed = false

  private constructor(file: FileHandle, size: number, modified: bigint) {
    this.#file = file
    this.size = size
    this.#modified = modified
  }

  /** @throws SourceError */
  static async open(path: string): Promise<OpenFile> {
    const file = await open(path).catch((error) => {
      throw new SourceError(fileReason(error))
    })
    const { size, mtimeNs } = await file.stat({ bigint: true })
    return new OpenFile(file, Number(size), mtimeNs)
  }

  async close(): Promise<void> {
    if (!this.#closed) await this.#file.close()
    this.#closed = true
  }

  /** The whole file, which must be small. @throws SourceError also when it changed meanwhile */
  async whole(): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafe(this.size)
    let end = 0
    for await (const piece of this.#bytes()) {
      bytes.set(piece, end)
      end += piece.length
    }
    return bytes
  }

  /**
   * Reads it once: the encoding by the byte order mark, UTF-8, or Windows-1252, and a digest.
   *
   * @throws SourceError for a binary file, one without text, and one that changed meanwhile
   */
  async inspect(onDigest: (digest: string) => void): Promise<Encoding> {
    const head = new Uint8Array(3)
    await this.#file.read(head, 0, 3, 0)
    const marked = markedEncoding(head)
    const hash = createHash('sha256')
    const first = marked ?? 'utf-8'
    let problem: unknown = null
    let check: TextCheck | null = new TextCheck()
    const decoder = pieceDecoder(first, marked === null)
    for await (const [bytes, isLast] of this.#withLast()) {
      hash.update(bytes)
      if (check === null) continue
      try {
        const text = decoder.piece(bytes, isLast)
        if (text === null) check = null
        else check.add(text)
      } catch (error) {
        problem ??= error
        check = null
      }
    }
    onDigest(hash.digest('hex'))
    if (problem !== null) throw problem
    if (check === null) return this.#inspectAsWindows1252()
    check.end()
    return first
  }

  async #inspectAsWindows1252(): Promise<Encoding> {
    const check = new TextCheck()
    for await (const text of this.text('windows-1252')) check.add(text)
    check.end()
    return 'windows-1252'
  }

  /** Its text, in pieces. @throws SourceError when it changed since it was opened */
  async *text(encoding: Encoding): AsyncGenerator<string> {
    const decoder = pieceDecoder(encoding, false)
    for await (const [bytes, isLast] of this.#withLast()) {
      yield decoder.piece(bytes, isLast) ?? ''
    }
  }

  async *#withLast(): AsyncGenerator<[bytes: Uint8Array, isLast: boolean]> {
    let read = 0
    for await (const bytes of this.#bytes()) {
      read += bytes.length
      yield [bytes, read === this.size]
    }
  }

  /** The yielded piece is only good until the next. */
  async *#bytes(): AsyncGenerator<Uint8Array> {
    await this.#unchanged()
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, this.size)))
    for (let at = 0; at < this.size; ) {
      const { bytesRead } = await this.#file
        .read(buffer, 0, Math.min(buffer.length, this.size - at), at)
        .catch((error) => {
          throw new SourceError(fileReason(error))
        })
      if (bytesRead === 0) throw new SourceError(CHANGED)
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
    await this.#unchanged()
  }

  async #unchanged(): Promise<void> {
    const { size, mtimeNs } = await this.#file.stat({ bigint: true })
    if (Number(size) !== this.size || mtimeNs !== this.#modified) throw new SourceError(CHANGED)
  }
}

const CHANGED = 'changed while it was read: try again'
