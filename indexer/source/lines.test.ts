import { describe, expect, it } from 'vitest'
import { lineBatches } from './lines.ts'

const LONGEST = 50

async function read(text: string, size: number) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }
  const lines: string[] = []
  const tooLong: number[] = []
  const onTooLong = (line: number) => tooLong.push(line)
  let held = 0
  for await (const batch of lineBatches(pieces(), { onTooLong, longest: LONGEST })) {
    expect(batch.first).toBe(lines.length + 1)
    held = Math.max(held, batch.lines.join('').length)
    lines.push(...batch.lines)
  }
  return { lines, tooLong, held }
}

describe.each([1, 7, 64, 10_000])('in pieces of %i', (size) => {
  it('splits at every kind of line end', async () => {
    const { lines, tooLong } = await read('a\nb\r\nc\rd\r\r\n\ne', size)
    expect(lines).toEqual(['a', 'b', 'c', 'd', '', '', 'e'])
    expect(tooLong).toEqual([])
  })

  it('leaves out a line that is too long, tells its number once, and keeps the others', async () => {
    const long = 'x'.repeat(LONGEST + 1)
    const endless = 'y'.repeat(LONGEST * 300)
    const { lines, tooLong, held } = await read(`a\n${long}\r\nb\n${endless}\rc\n${endless}`, size)
    expect(lines).toEqual(['a', '', 'b', '', 'c', ''])
    expect(tooLong).toEqual([2, 4, 6])
    expect(held).toBeLessThanOrEqual(LONGEST)
  })

  it('keeps a line of just that length', async () => {
    const { lines, tooLong } = await read(`${'x'.repeat(LONGEST)}\nb`, size)
    expect(lines.map(({ length }) => length)).toEqual([LONGEST, 1])
    expect(tooLong).toEqual([])
  })
})
