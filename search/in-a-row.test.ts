import { expect, it } from 'vitest'
import { hasInARow } from './in-a-row.ts'

it.each([
  ['On June 10, 1999, it ended.', ['june', '10', '1999'], true],
  ['Mr. Smith', ['Mr', 'Smith'], true],
  ['the “river” – (Council)', ['RIVER', 'council'], true],
  ['Café; noir', ['cafe', 'NOIR'], true],
  ['sold 12,000', ['sold', '12,000'], true],
  ['river and council', ['river', 'council'], false],
  ['council river', ['river', 'council'], false],
  ['river councils', ['river', 'council'], false],
  ['', ['river', 'council'], false],
])('%s: %j %s', (text, words, expected) => {
  expect(hasInARow(text, words)).toBe(expected)
})
