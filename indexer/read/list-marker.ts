/** Marks at the beginning of a list item in plain text. */

const BULLET = /^(?:[-*•·‣▪◦○●–—]\s+|--+\s*)(?=\S)/
const NUMBER = /^(?:\(\d{1,2}\)|\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s+(?=\S)/

export type ListMarker = {
  /** The mark itself. */
  mark: string
  rest: string
}

/** A bullet or dashes; null when the line has none. */
export function bulletOf(line: string): ListMarker | null {
  const match = BULLET.exec(line)
  return match === null ? null : { mark: match[0].trim(), rest: line.slice(match[0].length) }
}

/** Numbers stay in the text: in plain text they may belong to it. */
export const isNumbered = (line: string): boolean => NUMBER.test(line)
