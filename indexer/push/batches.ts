import type { EnqueuedTask, Meilisearch } from 'meilisearch'
import { stopIfAsked } from '../errors.ts'
import { JsonLines } from './json-lines.ts'
import { answer, type OnProgress, settled } from './tasks.ts'

/**
 * Of 20,000 entries (`bench/batches.mjs`) the engine has 26 s of work in batches of 2 MB, 17 in those of 10,
 * 15.5 of 20 and 14 of 40, with 380 to 510 MB whatever the size; the indexer has each twice while it is sent.
 */
const MAX_BYTES = 20_000_000
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
  readonly #lines = new JsonLines()
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
      if (this.#lines.bytes + bytes > maxBytes) await this.#send()
      this.#lines.add(line)
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
    if (this.#lines.count === 0) return
    stopIfAsked(this.#options.signal)
    const task = await answer(this.#client, 'adding entries', () =>
      this.#lines.send(this.#client, this.#uid),
    )
    this.#lines.clear()
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
