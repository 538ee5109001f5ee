/**
 * Which of several engines has a record: FNV-1a of its id (Fowler, Noll and Vo; 32 bits), so that an entry lies where its id says
 * and nobody has to remember it.
 *
 * @returns 0 to `engines` - 1
 */
export function shareOf(id: string, engines: number): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  // The low bits of FNV-1a alone follow those of the last letters too closely.
  return ((hash ^ (hash >>> 16)) >>> 0) % engines
}

/** Lines of JSON records by the engine that has them; null for an engine that has none of them. */
export function sharedLines(lines: string, engines: number): (string | null)[] {
  const shares: string[][] = Array.from({ length: engines }, () => [])
  for (const line of lines.split('\n')) {
    if (line === '') continue
    const { id } = JSON.parse(line) as { id: string }
    shares[shareOf(id, engines)]?.push(line)
  }
  return shares.map((share) => (share.length === 0 ? null : share.join('\n')))
}
