/**
 * Where the words found stand in a text. The engine counts in bytes of UTF-8 and marks only the part
 * of a word that it compared; readers get UTF-16 offsets of whole words.
 */

export type ByteMatch = { start: number; length: number }
export type Highlight = [start: number, end: number]

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u

/** UTF-16 offsets of the engine's byte matches: sorted, whole words, never overlapping. */
export function highlightsOf(text: string, matches: readonly ByteMatch[]): Highlight[] {
  const sorted = matches
    .map(({ start, length }) => ({ start, end: start + length }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const offsets = utf16Offsets(
    text,
    sorted.flatMap(({ start, end }) => [start, end]),
  )
  const highlights: Highlight[] = []
  for (const match of sorted) {
    const start = offsets.get(match.start)
    const end = wordEnd(text, offsets.get(match.end) ?? 0)
    if (start !== undefined && end > start) highlights.push([start, end])
  }
  return mergedHighlights(highlights)
}

/** All of them in one list: sorted, never overlapping. */
export function mergedHighlights(highlights: readonly Highlight[]): Highlight[] {
  const merged: Highlight[] = []
  for (const [start, end] of highlights.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** One pass over the text for all byte positions asked for. */
function utf16Offsets(text: string, positions: number[]): Map<number, number> {
  const wanted = new Set(positions)
  const offsets = new Map<number, number>()
  let bytes = 0
  let units = 0
  for (const character of text) {
    if (wanted.has(bytes)) offsets.set(bytes, units)
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    units += character.length
  }
  if (wanted.has(bytes)) offsets.set(bytes, units)
  return offsets
}

function wordEnd(text: string, offset: number): number {
  let end = offset
  if (end === 0 || !WORD_CHARACTER.test(text[end - 1] ?? '')) return end
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0)
    if (!WORD_CHARACTER.test(character)) break
    end += character.length
  }
  return end
}
