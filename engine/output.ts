import type { Guarded } from './guard.ts'

export type Recorded = {
  text: () => string
  /** From now on shown as it comes, on standard error. */
  passOn: () => void
}

/** Keeps what a command writes to its pipes, for the case that it fails. */
export function recorded({ stdout, stderr }: Guarded): Recorded {
  let kept = ''
  let shown = false
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (shown) process.stderr.write(text)
      kept = (kept + text).slice(-100_000)
    })
  }
  return {
    text: () => kept,
    passOn: () => {
      shown = true
    },
  }
}

/** The line of an output that says what went wrong: the first error, else the first line. */
export function firstError(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  const error = lines.find((line) => /\bError: /.test(line)) ?? lines.find((line) => line !== '')
  return error ?? 'it said nothing'
}
