import { describe, expect, it } from 'vitest'
import { sharedLines, shareOf } from './share.ts'

describe('shareOf', () => {
  it('is the same for ever: entries would lie where nobody looks for them', () => {
    const ids = ['air-campaign-ehumachyy5cp', 'chronicle-1999-lpndna3tmewj', 'entry-00001', 'ä']
    expect(ids.map((id) => shareOf(id, 3))).toEqual([1, 2, 0, 0])
    expect(ids.map((id) => shareOf(id, 7))).toEqual([6, 5, 1, 6])
  })

  it('gives every engine as much as the others', () => {
    for (const engines of [2, 3, 4, 5, 16]) {
      const counts = new Array<number>(engines).fill(0)
      for (let number = 0; number < 20_000; number++) {
        const share = shareOf(`entry-${number}`, engines)
        counts[share] = (counts[share] ?? 0) + 1
      }
      for (const count of counts) {
        expect(Math.abs(count - 20_000 / engines)).toBeLessThan(2_000 / engines)
      }
    }
  })
})

describe('sharedLines', () => {
  it('gives every line to one engine, as it is', () => {
    const lines = Array.from({ length: 50 }, (_, n) => JSON.stringify({ text: '\n', id: `e-${n}` }))
    const shares = sharedLines(`${lines.join('\n')}\n`, 3)
    expect(shares.flatMap((share) => share?.split('\n') ?? []).sort()).toEqual(lines.sort())
    for (const [engine, share] of shares.entries()) {
      for (const line of share?.split('\n') ?? []) {
        expect(shareOf(JSON.parse(line).id, 3)).toBe(engine)
      }
    }
  })

  it('has nothing for an engine that no line is for', () => {
    expect(sharedLines('{"id":"one"}', 2).filter((share) => share === null)).toHaveLength(1)
  })
})
