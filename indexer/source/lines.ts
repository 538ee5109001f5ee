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
  /** In characters; 32 million if not given. */
  longest?: number
}

/** Splits a text at its line ends (CR, LF or both), a batch for each piece. */
export async function* lineBatches(
  pieces: AsyncIterable<string>,
  { onTooLong, longest = LONGEST_LINE }: LineOptions,
): AsyncGenerator<LineBatch> {
  let first = 1
  /** The beginning of the line that the next piece goes on with; nothing of one that is too long. */
  let open = ''
  let isTooLong = false
  /** A CR at the end of a piece, which may be the half of a line end. */
  let half = ''
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
    const text = half + piece
    half = text.endsWith('\r') ? '\r' : ''
    const lines = linesOf(text.slice(0, text.length - half.length))
    const last = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = open + lines[0]
      open = ''
      yield batch(lines)
    }
    if (isTooLong) continue
    open += last
    if (open.length <= longest) continue
    isTooLong = true
    open = ''
  }
  yield batch(linesOf(open + half))
}

const linesOf = (text: string): string[] => text.split(text.includes('\r') ? /\r\n?|\n/ : '\n')

const inMillions = (characters: number): string => `${characters / 1_000_000} million characters`
