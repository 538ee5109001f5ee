import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { connectEngine } from '#engine/connect'
import { PROJECT, readEngineEnvironment } from '#engine/environment'
import { type Context, LOCK_FILE } from './context.ts'
import { main } from './main.ts'
import { createProgress } from './report/progress.ts'

/** A terminal's Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_WISH_MS = 400

/** Left alone, V8 lets what is no longer needed grow to several times what is before it sweeps. */
setFlagsFromString('--heap-growing-percent=50')

const interruption = new AbortController()
const { signal } = interruption
let askedAt = Number.POSITIVE_INFINITY
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (Date.now() - askedAt > SAME_WISH_MS) process.exit(130)
    askedAt = Math.min(askedAt, Date.now())
    interruption.abort()
  })
}
// Whoever reads our output may stop reading: `--list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const progress = createProgress(process.stderr)
const context: Context = {
  cwd: whereTheUserIs(),
  project: PROJECT,
  get lockFile() {
    return join(readEngineEnvironment().directory, LOCK_FILE)
  },
  connect: () => connectEngine({ log: progress.line, signal }),
  progress,
  signal,
}
process.exitCode = await main(process.argv.slice(2), context, process.stdout)

/** npm runs a script in the project's folder and says where it was called. */
function whereTheUserIs(): string {
  const { npm_lifecycle_event: script, INIT_CWD } = process.env
  return script === 'index' && INIT_CWD ? INIT_CWD : process.cwd()
}
