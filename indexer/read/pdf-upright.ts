import type { PdfPage } from './pdf-source.ts'

/** A page whose text mostly runs up, down or upside down, turned so that it can be read. */
export function upright(page: PdfPage): PdfPage {
  const letters = [0, 0, 0, 0]
  for (const { turn, text } of page.pieces) letters[turn] = (letters[turn] ?? 0) + text.length
  const main = letters.indexOf(Math.max(...letters))
  if (main === 0) return page
  const { width, height } = page
  const pieces = page.pieces.map((piece) => {
    const { x, y } = piece
    const turn = ((piece.turn - main + 4) % 4) as typeof piece.turn
    if (main === 1) return { ...piece, turn, x: y, y: width - x }
    if (main === 2) return { ...piece, turn, x: width - x, y: height - y }
    return { ...piece, turn, x: height - y, y: x }
  })
  return main === 2 ? { ...page, pieces } : { ...page, width: height, height: width, pieces }
}
