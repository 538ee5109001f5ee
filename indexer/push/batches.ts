import type { Meilisearch } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { stopIfAsked } from '../errors.ts'
import { type OnProgress, run } from './tasks.ts'

/**
 * Measured on a loaded machine with 40,000 entries of 500 characters: 27 s in batches of 5,000, 21 s in
 * batches of 20,000. Between the two, so that less text stands in memory: that of two batches does.
 */
const MAX_BYTES = 20_000_000
const MAX_RECORDS = 10_000
const IDS_PER_TASK = 10_000

export type BatchOptions = {
  signal: AbortSignal
  onProgress: OnProgress
  /** Called once, before the first change reaches the engine. */
  beforeFirst: () => Promise<void>
  maxBytes?: number
  maxRecords?: number
}

/**
 * Entries on their way to the engine, in batches; while it works on one, the next is prepared. A
 * document's vanished entries are deleted once the batch with its last new ones is searchable, so
 * that no reader sees it missing.
 */
export class EntryBatches {
  readonly #client: Meilisearch
  readonly #options: BatchOptions
  #lines: string[] = []
  #bytes = 0
  #vanished: string[] = []
  #begun = false
  #working: Promise<void> = Promise.resolve()

  constructor(client: Meilisearch, options: BatchOptions) {
    this.#client = client
    this.#options = options
  }

  /** Resolves when there is room for the next; rejects with the failure of an earlier batch. */
  async document(upserts: Iterable<EntryRecord>, vanished: string[]): Promise<void> {
    const { maxBytes = MAX_BYTES, maxRecords = MAX_RECORDS } = this.#options
    for (const record of upserts) {
      const line = JSON.stringify(record)
      const bytes = Buffer.byteLength(line) + 1
      const isFull = this.#bytes + bytes > maxBytes || this.#lines.length >= maxRecords
      if (isFull && this.#lines.length > 0) await this.#send()
      this.#lines.push(line)
      this.#bytes += bytes
    }
    for (const id of vanished) this.#vanished.push(id)
    if (this.#vanished.length >= IDS_PER_TASK) await this.#send()
  }

  /** Resolves when the engine has done everything. */
  async finish(): Promise<void> {
    if (this.#lines.length > 0 || this.#vanished.length > 0) await this.#send()
    await this.#working
  }

  /** Resolves when no batch is under way; what became of it does not matter any more. */
  rest(): Promise<void> {
    return this.#working.catch(() => {})
  }

  /** Deletes all entries of documents at once. */
  async removeDocuments(ids: string[]): Promise<void> {
    await this.finish()
    for (let start = 0; start < ids.length; start += 1_000) {
      const some = ids.slice(start, start + 1_000)
      const filter = `document.id IN [${some.map((id) => `"${id}"`).join(', ')}]`
      await this.#begin()
      await this.#run('removing documents', () => this.#index.deleteDocuments({ filter }))
    }
  }

  async #send(): Promise<void> {
    await this.#working
    await this.#begin()
    const lines = this.#lines
    const vanished = this.#vanished
    this.#lines = []
    this.#bytes = 0
    this.#vanished = []
    this.#working = this.#push(lines, vanished)
    // Whoever awaits it next hears of a failure; until then it must not count as unhandled.
    this.#working.catch(() => {})
  }

  async #push(lines: string[], vanished: string[]): Promise<void> {
    if (lines.length > 0) {
      const body = lines.join('\n')
      await this.#run('adding entries', () =>
        this.#index.addDocumentsFromString(body, 'application/x-ndjson'),
      )
    }
    for (let start = 0; start < vanished.length; start += IDS_PER_TASK) {
      const ids = vanished.slice(start, start + IDS_PER_TASK)
      await this.#run('removing entries', () => this.#index.deleteDocuments(ids))
    }
  }

  async #begin(): Promise<void> {
    stopIfAsked(this.#options.signal)
    if (this.#begun) return
    this.#begun = true
    await this.#options.beforeFirst()
  }

  #run(what: string, call: Parameters<typeof run>[2]): Promise<void> {
    return run(this.#client, what, call, this.#options.onProgress)
  }

  get #index() {
    return this.#client.index(ENTRIES_INDEX)
  }
}
