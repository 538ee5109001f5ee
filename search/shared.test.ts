import { expect, test } from 'vitest'
import { formatShared, parseShared, sinceOf } from './shared.ts'

test('what a link says of its collection survives the way through it', () => {
  for (const shared of [
    { version: 1, total: 0 },
    { version: 4_000_000, total: 123_456_789 },
  ]) {
    expect(parseShared(formatShared(shared))).toEqual(shared)
  }
})

test('anything else is nothing', () => {
  for (const text of ['', '12', '12.', '.3', '0.3', '-1.3', '1.2.3', '1e3.2', '١.٢', 'x.y']) {
    expect(parseShared(text)).toBeNull()
  }
})

test('what has gone is counted from what was there and what came', () => {
  const shared = { version: 3, total: 14 }
  expect(sinceOf(shared, 16, 3, 0)).toMatchObject({ added: 3, changed: 0, gone: 1 })
  expect(sinceOf(shared, 14, 0, 2)).toMatchObject({ gone: 0 })
  expect(sinceOf(shared, 20, 0, 6)).toMatchObject({ gone: 0 })
})
