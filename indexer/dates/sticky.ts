/** Compiles a pattern that matches at one index only (and never searches), ignoring case. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'iy')
}

/** Matches a sticky pattern at an index of the text; null when it does not match just there. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** True when a sticky pattern (mostly one that only looks behind) matches at an index. */
export function testAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(text)
}
