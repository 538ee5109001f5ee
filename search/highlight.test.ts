import { describe, expect, it } from 'vitest'
import { highlightsOf } from './highlight.ts'

/** Marks the bytes of the first occurrence of each needle, as the engine reports them. */
function marked(text: string, needles: string[]): string[] {
  const matches = needles.map((needle) => {
    const before = text.slice(0, text.indexOf(needle))
    return { start: Buffer.byteLength(before), length: Buffer.byteLength(needle) }
  })
  return highlightsOf(text, matches).map(([start, end]) => text.slice(start, end))
}

describe('highlightsOf', () => {
  it('turns bytes into UTF-16 offsets', () => {
    const text = '😀 “Thaçi” — Milošević’s refugees 🇽🇰 return'
    expect(marked(text, ['return', 'Milošević', '😀', 'Thaçi'])).toEqual([
      '😀',
      'Thaçi',
      'Milošević',
      'return',
    ])
  })

  it('marks whole words where the engine compared a part', () => {
    expect(marked('refugees return to Rambouillet', ['ret', 'Rambouille'])).toEqual([
      'return',
      'Rambouillet',
    ])
  })

  it('joins what overlaps', () => {
    expect(marked('air campaign ends', ['air campaign', 'campaign'])).toEqual(['air campaign'])
  })

  it('does not break on matches outside of the text', () => {
    expect(highlightsOf('short', [{ start: 400, length: 3 }])).toEqual([])
  })
})
