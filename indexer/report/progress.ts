/** What a run shows of itself while it works. */
export type Progress = {
  /** Documents done of all, and the one at work. */
  documents(done: number, total: number, label: string): void
  /** The engine's progress on its present task, 0 to 100. */
  engine(percentage: number): void
  /** A line that stays. */
  line(text: string): void
  /** Removes the bar. */
  end(): void
}

type Stream = { isTTY?: boolean; columns?: number; write(text: string): unknown }

const WIDTH = 24
const EVERY_MS = 80
const CLEAR = '\r\u001b[K'

/** A bar on a terminal; on anything else only the lines that stay. */
export function createProgress(stream: Stream, now: () => number = Date.now): Progress {
  const state = { done: 0, total: 0, label: '', engine: 0 }
  let shownAt = Number.NEGATIVE_INFINITY
  let isShown = false

  const draw = () => {
    if (!stream.isTTY || now() - shownAt < EVERY_MS) return
    shownAt = now()
    isShown = true
    stream.write(`${CLEAR}${bar(state, stream.columns || 80)}`)
  }
  const clear = () => {
    if (isShown) stream.write(CLEAR)
    isShown = false
    shownAt = Number.NEGATIVE_INFINITY
  }
  return {
    documents(done, total, label) {
      Object.assign(state, { done, total, label })
      draw()
    },
    engine(percentage) {
      state.engine = percentage
      draw()
    },
    line(text) {
      clear()
      stream.write(`${text}\n`)
    },
    end: clear,
  }
}

type State = { done: number; total: number; label: string; engine: number }

function bar({ done, total, label, engine }: State, columns: number): string {
  const share = total === 0 ? 0 : done / total
  const full = Math.round(share * WIDTH)
  const counts = `${done} of ${total} documents`
  const working = done < total ? label : `the engine works, ${Math.round(engine)} %`
  const text = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${counts}  ${working}`
  return text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`
}
