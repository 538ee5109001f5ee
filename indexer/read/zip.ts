import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { SourceError } from '../errors.ts'

/** More than any document unpacks to: what is above was made to fill the memory. */
export const MAX_UNPACKED_BYTES = 100_000_000
const MAX_ENTRIES = 20_000

/**
 * A zip archive in memory, of which only the parts that are asked for are unpacked, one after another.
 * What unpacks is counted as it comes, over all parts: what the archive says of itself is not believed.
 */
export class ZipArchive {
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #maxBytes: number
  #unpacked = 0

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, maxBytes: number) {
    this.#file = file
    this.#entries = entries
    this.#maxBytes = maxBytes
  }

  /** @throws SourceError for what is no archive, or one that is damaged */
  static async open(bytes: Uint8Array, maxBytes = MAX_UNPACKED_BYTES): Promise<ZipArchive> {
    try {
      const file = await fromBufferPromise(
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      )
      if (file.entryCount > MAX_ENTRIES) throw damaged(`it lists ${file.entryCount} parts`)
      const entries: Entry[] = []
      for await (const entry of file.eachEntry()) entries.push(entry)
      return new ZipArchive(file, byName(entries), maxBytes)
    } catch (error) {
      throw error instanceof SourceError ? error : damaged((error as Error).message)
    }
  }

  /**
   * The bytes of a part; null when there is none of that name.
   *
   * @throws SourceError when it is encrypted, damaged, or unpacks to more than the limit
   */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name.toLowerCase())
    if (entry === undefined) return null
    if (entry.isEncrypted()) throw new SourceError('is protected with a password: save it without')
    try {
      const part = await this.#unpack(entry)
      if (crc32(part) === entry.crc32) return part
    } catch (error) {
      throw error instanceof SourceError ? error : damaged(`${name}: ${(error as Error).message}`)
    }
    throw damaged(`${name} is not what its checksum says`)
  }

  async #unpack(entry: Entry): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    const stream = await this.#file.openReadStreamPromise(entry)
    // Leaving the loop ends the stream.
    for await (const chunk of stream) {
      this.#unpacked += (chunk as Uint8Array).length
      if (this.#unpacked > this.#maxBytes) {
        const limit = `${Math.floor(this.#maxBytes / 1_000_000)} MB`
        throw new SourceError(`unpacks to more than ${limit}: it is broken, or made to fill memory`)
      }
      chunks.push(chunk as Uint8Array)
    }
    return Buffer.concat(chunks)
  }
}

/** Two parts of one name, or two in the same bytes: no program writes that, and readers disagree. */
function byName(entries: Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const places = [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of places) {
    const name = entry.fileName.toLowerCase()
    if (found.has(name)) throw damaged(`it holds ${entry.fileName} twice`)
    if (entry.relativeOffsetOfLocalHeader < end)
      throw damaged(`${entry.fileName} overlaps another part`)
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize
    found.set(name, entry)
  }
  return found
}

const LOCAL_HEADER_BYTES = 30

const damaged = (problem: string): SourceError =>
  new SourceError(`is damaged or cut off (${problem.replace(/\.$/, '')}): get a sound copy`)
