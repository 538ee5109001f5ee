import type { Finding } from './parsed.ts'
import { FirstOnes, MOST_LISTED } from './rest.ts'

/** So many are compared with those that come. */
const MOST_SEEN = 10_000

/** Findings, each once, where the same words of a line were read twice. */
export class DistinctFindings {
  readonly found = new FirstOnes<Finding>(MOST_LISTED)
  readonly #seen = new Set<string>()
  #line = 0

  add(finding: Finding): void {
    const { message, line, text } = finding
    if (line !== this.#line && this.#seen.size >= MOST_SEEN) this.#seen.clear()
    this.#line = line
    const key = `${line} ${text} ${message}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.found.add(finding)
  }
}

/** Each finding once, where the same words were read twice. */
export function distinct(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings
  const seen = new Set<string>()
  return findings.filter(({ message, line, text }) => {
    const key = `${line} ${text} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
