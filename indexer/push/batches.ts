import type { EnqueuedTask, Meilisearch } from 'meilisearch'
import { stopIfAsked } from '../errors.ts'
import { answer, type OnProgress, settled } from './tasks.ts'

const MAX_BYTES = 10_000_000
/** So many tasks wait at most: the engine joins what waits into one, which costs it less. */
const MAX_UNDER_WAY = 4

export type BatchOptions = {
  signal: AbortSignal
  onProgress: OnProgress
  maxBytes?: number
}

/**
 * Records on their way into an index that nobody reads yet. What stands in memory is one batch; what
 * the engine has been given waits on its disk.
 */
export class RecordBatches {
  readonly #client: Meilisearch
  readonly #uid: string
  readonly #options: BatchOptions
  #lines: string[] = []
  #bytes = 0
  #underWay: Promise<void>[] = []

  constructor(client: Meilisearch, uid: string, options: BatchOptions) {
    this.#client = client
    this.#uid = uid
    this.#options = options
  }

  /** Resolves when there is room for the next; rejects with the failure of an earlier batch. */
  async add(lines: Iterable<string>): Promise<void> {
    const { maxBytes = MAX_BYTES } = this.#options
    for (const line of lines) {
      const bytes = Buffer.byteLength(line) + 1
      if (this.#bytes + bytes > maxBytes) await this.#send()
      this.#lines.push(line)
      this.#bytes += bytes
    }
  }

  /** Resolves when the engine has done everything. */
  async finish(): Promise<void> {
    await this.#send()
    await Promise.all(this.#underWay)
    this.#underWay = []
  }

  /** Resolves when nothing is under way; what became of it does not matter any more. */
  async rest(): Promise<void> {
    await Promise.allSettled(this.#underWay)
  }

  async #send(): Promise<void> {
    if (this.#lines.length === 0) return
    stopIfAsked(this.#options.signal)
    const body = this.#lines.join('\n')
    this.#lines = []
    this.#bytes = 0
    const index = this.#client.index(this.#uid)
    const task = await answer(this.#client, 'adding entries', () =>
      index.addDocumentsFromString(body, 'application/x-ndjson'),
    )
    this.#follow(task)
    if (this.#underWay.length > MAX_UNDER_WAY) await this.#underWay.shift()
  }

  /** One after another, as the engine works. */
  #follow(task: EnqueuedTask): void {
    const before = this.#underWay.at(-1) ?? Promise.resolve()
    const done = before.then(() => settled(this.#client, task, this.#options.onProgress))
    // Whoever awaits it hears of a failure; until then it must not count as unhandled.
    done.catch(() => {})
    this.#underWay.push(done)
  }
}
