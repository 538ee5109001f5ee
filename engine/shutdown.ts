const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Longer than every guard leaves its command; what is left then, the guards end. */
const DEADLINE_MS = 12_000
/** A terminal's Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_WISH_MS = 400

/**
 * How a program of several processes ends: the last that was begun is ended first.
 *
 * Asked by a signal, the exit status is 0. A second signal waits for nothing and exits with 130: the
 * guards then end their commands.
 */
export class Shutdown {
  readonly #stops: (() => Promise<void>)[] = []
  readonly #controller = new AbortController()
  #askedAt: number | null = null

  /** Fires when the end has begun. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** From now on the program ends on signals, and not by itself. */
  listen(): void {
    for (const name of SIGNALS) process.on(name, () => this.#onSignal())
    setInterval(() => {}, 2 ** 30)
  }

  /** Registers how to end what was just begun; resolves when it is gone. */
  add(stop: () => Promise<void>): void {
    if (this.signal.aborted) void stop().catch(() => {})
    else this.#stops.push(stop)
  }

  /** Ends everything and then this process; the first call decides the status. */
  async end(status: number): Promise<void> {
    if (this.signal.aborted) return
    this.#controller.abort()
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    for (const stop of this.#stops.reverse()) await stop().catch(() => {})
    process.exit(status)
  }

  #onSignal(): void {
    const now = Date.now()
    this.#askedAt ??= now
    if (now - this.#askedAt > SAME_WISH_MS) process.exit(130)
    void this.end(0)
  }
}
