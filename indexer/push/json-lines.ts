import type { EnqueuedTask, Meilisearch } from 'meilisearch'
import { EngineNetwork } from '#engine/network/network'

const FIRST_ROOM = 1 << 16
const NEWLINE = 0x0a
const JSON_LINES = 'application/x-ndjson'

/** Where lines end, to go back to. */
export type LinesEnd = { count: number; bytes: number }

/**
 * Records as lines of JSON on their way to the engine, as bytes: they are outside of the heap, which is
 * swept late, and take half of what a text takes that has one letter beyond Latin-1.
 */
export class JsonLines implements Iterable<string> {
  #buffer = Buffer.allocUnsafeSlow(FIRST_ROOM)
  #end: LinesEnd = { count: 0, bytes: 0 }

  /** A line without its end. */
  add(line: string): void {
    const needed = this.bytes + Buffer.byteLength(line) + 1
    if (needed > this.#buffer.length) this.#grow(needed)
    this.#buffer.write(line, this.bytes)
    this.#buffer[needed - 1] = NEWLINE
    this.#end = { count: this.count + 1, bytes: needed }
  }

  get count(): number {
    return this.#end.count
  }

  /** With the ends of lines. */
  get bytes(): number {
    return this.#end.bytes
  }

  get end(): LinesEnd {
    return this.#end
  }

  /** Forgets what came after. */
  cutTo(end: LinesEnd): void {
    this.#end = end
  }

  /** Forgets all lines, and gives back their room. */
  clear(): void {
    this.#buffer = Buffer.allocUnsafeSlow(FIRST_ROOM)
    this.#end = { count: 0, bytes: 0 }
  }

  *[Symbol.iterator](): Generator<string> {
    for (let from = 0; from < this.bytes; ) {
      // JSON has no line end inside a line.
      const to = this.#buffer.indexOf(NEWLINE, from)
      yield this.#buffer.toString('utf8', from, to)
      from = to + 1
    }
  }

  /** Gives the records to an index; the lines may be forgotten when it has answered. */
  send(client: Meilisearch, uid: string): Promise<EnqueuedTask> {
    if (client instanceof EngineNetwork) {
      const lines = this.#buffer.toString('utf8', 0, this.bytes)
      return client.index(uid).addDocumentsFromString(lines, JSON_LINES)
    }
    // The library knows texts only, but passes on what it is to ask `fetch` with.
    const init = { body: this.#buffer.subarray(0, this.bytes) } as object
    return client.httpRequest.post<EnqueuedTask>({
      path: `indexes/${uid}/documents`,
      contentType: JSON_LINES,
      extraRequestInit: init,
    })
  }

  /** What no line has been written to takes no memory. */
  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#buffer.length))
    this.#buffer.copy(larger, 0, 0, this.bytes)
    this.#buffer = larger
  }
}
