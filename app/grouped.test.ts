import { expect, test } from 'vitest'
import { grouped } from './grouped.ts'

test.each([0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 123_456_789])(
  '%d as the browser',
  (count) => {
    expect(grouped(count)).toBe(new Intl.NumberFormat('en').format(count))
  },
)
