import { expect, test } from 'vitest'
import { seeded } from '#schema/seeded'
import { folded } from './calendar-file'

const { seed, pick, between } = seeded()

test(`folded lines are short enough, cut between characters, and unfold to the same, seed ${seed}`, () => {
  for (const pieces of [
    ['a', ' ', '\\n'],
    ['a', 'é', '日', '👩‍👩‍👧', ' '],
  ]) {
    for (let round = 0; round < 300; round++) {
      const line = Array.from({ length: between(0, 200) }, () => pick(pieces)).join('')
      const parts = folded(line).split('\r\n')
      expect(parts.pop()).toBe('')
      for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
      expect(parts.every((part, index) => index === 0 || part.startsWith(' '))).toBe(true)
      expect(parts.map((part, index) => part.slice(index === 0 ? 0 : 1)).join('')).toBe(line)
      expect(parts.every((part) => part.isWellFormed())).toBe(true)
    }
  }
})
