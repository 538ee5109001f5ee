import { describe, expect, it } from 'vitest'
import { barsOf, isInside } from './calendar.ts'

const none = { year: {}, month: {} }

describe('barsOf', () => {
  it('shows months in order, without gaps', () => {
    const whole = { year: { 1998: 2, 1999: 3 }, month: { '1999-02': 3, '1998-11': 2 } }
    const bars = barsOf({ year: { 1999: 1 }, month: { '1999-02': 1 } }, whole)
    expect(bars.map(({ from, results, whole: all }) => [from, results, all])).toEqual([
      ['1998-11', 0, 2],
      ['1998-12', 0, 0],
      ['1999-01', 0, 0],
      ['1999-02', 1, 3],
    ])
  })

  it('stays readable from 1142 to 2026', () => {
    const year = Object.fromEntries(Array.from({ length: 885 }, (_, i) => [String(1142 + i), 1]))
    const bars = barsOf(none, { year, month: { '2026-01': 1 } })
    expect(bars.length).toBeLessThanOrEqual(64)
    expect(Number(bars[0]?.from)).toBeLessThanOrEqual(1142)
    expect(Number(bars.at(-1)?.to)).toBeGreaterThanOrEqual(2026)
    for (const [index, bar] of bars.entries()) {
      if (index > 0) expect(Number(bar.from)).toBe(Number(bars[index - 1]?.to) + 1)
    }
  })

  it('shows years where most dates are no finer', () => {
    const bars = barsOf(none, { year: { 1998: 50, 1999: 60 }, month: { '1999-02': 2 } })
    expect(bars.map((bar) => bar.from)).toEqual(['1998', '1999'])
  })

  it('of nothing is nothing', () => {
    expect(barsOf(none, none)).toEqual([])
  })
})

describe('isInside', () => {
  const bar = { from: '1999-03', to: '1999-03', results: 0, whole: 0 }
  it.each([
    [null, null, true],
    ['1999-03-31', null, true],
    ['1999-04', null, false],
    [null, '1999-03-01', true],
    [null, '1999-02', false],
  ])('%s to %s: %s', (from, to, inside) => {
    expect(isInside(bar, from, to)).toBe(inside)
  })
})
