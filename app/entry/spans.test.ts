import { expect, test } from 'vitest'
import { seeded } from '#schema/seeded'
import { type Span, segmentsOf } from './spans.ts'

test('segments join to the text, and each lies whole inside every span that it names', () => {
  const { next } = seeded(Number(process.env.SEED ?? 7))
  const text = 'On 24 March 1999 NATO began its air campaign; it ended on 10 June.'
  const random = (below: number) => Math.floor(next() * below)
  for (let round = 0; round < 500; round++) {
    const spans: Span[] = Array.from({ length: random(5) }, () => {
      const start = random(text.length)
      const end = start + random(text.length - start + 5)
      return { start, end, kind: 'actor', says: '' }
    })
    const segments = segmentsOf(text, spans)
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
    let at = 0
    for (const segment of segments) {
      const middle = at + segment.text.length / 2
      const covering = spans.filter(({ start, end }) => start < middle && middle < end)
      expect(segment.spans).toEqual(covering)
      at += segment.text.length
    }
  }
})
