import type { Finding } from './parsed.ts'

/** Each finding once, where the same words were read twice. */
export function distinct(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings
  const seen = new Set<string>()
  return findings.filter(({ message, line, text }) => {
    const key = `${line} ${text} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
