import { expect, test } from 'vitest'
import { cellState, periodsOf } from './grid.ts'
import { EMPTY_STATE } from './state.ts'

const open = { from: null, to: null }
const counts = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, 1]))

test('months while they are few, without gaps', () => {
  const found = periodsOf(
    { year: counts(['1998', '1999']), month: counts(['1998-11', '1999-02']) },
    open,
  )
  expect(found.map(({ from }) => from)).toEqual(['1998-11', '1998-12', '1999-01', '1999-02'])
  expect(found.every(({ from, to }) => from === to)).toBe(true)
})

test('never more than a screen holds, and together they hold every year', () => {
  for (const [first, last] of [
    [1990, 2026],
    [1142, 2026],
    [1, 9999],
    [1999, 1999],
    [999, 1001],
  ] as const) {
    const years = [first, last].map((year) => String(year).padStart(4, '0'))
    const periods = periodsOf({ year: counts(years), month: {} }, open)
    expect(periods.length).toBeLessThanOrEqual(24)
    for (const year of years) {
      expect(periods.filter(({ from, to }) => from <= year && year <= to)).toHaveLength(1)
    }
    for (const [index, { from }] of periods.entries()) {
      if (index > 0) expect(Number(from)).toBe(Number(periods[index - 1]?.to) + 1)
    }
  }
})

test('a range leaves out what lies outside it', () => {
  const all = { year: counts(['1998', '1999', '2000']), month: {} }
  const range = { from: '1999', to: '1999-06-12' }
  expect(periodsOf(all, range)).toEqual([{ from: '1999', to: '1999' }])
})

test('a cell asks for its actor beside the others only when all are asked for', () => {
  const period = { from: '1999', to: '1999' }
  const state = { ...EMPTY_STATE, actor: ['NATO'], q: 'air', page: 3, view: 'grid' as const }
  expect(cellState(state, 'KFOR', period)).toMatchObject({ actor: ['KFOR'], q: 'air', page: 1 })
  const all = { ...state, actorMatch: 'all' as const }
  expect(cellState(all, 'KFOR', period).actor).toEqual(['NATO', 'KFOR'])
  expect(cellState(all, 'NATO', period).actor).toEqual(['NATO'])
})
