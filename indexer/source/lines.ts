/** Lines of a text that comes in pieces. */

/** Longer lines are no lines that anybody wrote; text of V8 ends at some 500 million characters. */
const LONGEST_LINE = 32_000_000

/** Lines that follow each other. */
export type LineBatch = {
  /** The number of the first one, from 1. */
  first: number
  /** Without their ends. */
  lines: string[]
}

export type LineOptions = {
  /** Told of a line that is left out for its length; an empty one stands in its place. */
  onTooLong: (line: number, reason: string) => void
  /** For tests. */
  longest?: number
}

/** Splits a text at its line ends (CR, LF or both), a batch for each piece. */
export async function* lineBatches(
  pieces: AsyncIterable<string>,
  { onTooLong, longest = LONGEST_LINE }: LineOptions,
): AsyncGenerator<LineBatch> {
  let first = 1
  /** The beginning of the line that the next piece goes on with. */
  let open = ''
  let isTooLong = false
  const batch = (lines: string[]): LineBatch => {
    const numbered = { first, lines }
    for (const [index, line] of lines.entries()) {
      if (line.length <= longest && !(index === 0 && isTooLong)) continue
      onTooLong(first + index, `the line is longer than ${inMillions(longest)}: left out`)
      lines[index] = ''
    }
    first += lines.length
    isTooLong = false
    return numbered
  }
  for await (const piece of pieces) {
    const text = open + piece
    // A CR at the end may be the half of a line end.
    const whole = text.endsWith('\r') ? text.length - 1 : text.length
    const lines = text.slice(0, whole).split(LINE_END)
    open = (lines.pop() ?? '') + text.slice(whole)
    if (lines.length > 0) yield batch(lines)
    if (open.length > longest) {
      isTooLong = true
      open = open.endsWith('\r') ? '\r' : ''
    }
  }
  yield batch(open.split(LINE_END))
}

const LINE_END = /\r\n?|\n/

const inMillions = (characters: number): string => `${characters / 1_000_000} million characters`
