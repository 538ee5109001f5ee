import type { Piece } from './split.ts'

/**
 * The engine does not find what stands after some 65,000 words of one field: a longer text becomes
 * several pieces, cut between sentences.
 */
const LONGEST = 200_000

const SENTENCE_END = /[.!?…]["”’»)\]]*\s/g

export function withinField(piece: Piece): Piece[] {
  if (piece.text.length <= LONGEST) return [piece]
  const pieces: Piece[] = []
  for (let from = 0; from < piece.text.length; ) {
    const to = from + LONGEST >= piece.text.length ? piece.text.length : cutBefore(piece.text, from)
    pieces.push({ ...piece, text: piece.text.slice(from, to).trim() })
    from = to
  }
  return pieces.filter(({ text }) => text !== '')
}

/** The last sentence end within reach, else the last space, else the last whole character. */
function cutBefore(text: string, from: number): number {
  const head = text.slice(from, from + LONGEST)
  let cut = 0
  for (const match of head.matchAll(SENTENCE_END)) cut = match.index + match[0].length
  if (cut === 0) cut = head.lastIndexOf(' ') + 1
  if (cut === 0) cut = /[\ud800-\udbff]$/.test(head) ? LONGEST - 1 : LONGEST
  return from + cut
}
