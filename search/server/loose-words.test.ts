import { expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE } from '../state.ts'
import { rarest } from './loose-words.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

const random = seeded()

it(`keeps the rarest words, as many as few entries have together (SEED=${random.seed})`, () => {
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: random.between(1, 14) }, (_, one) => {
      return { one, entries: random.chance(0.25) ? 0 : random.between(1, 900) }
    })
    const kept = rarest(words).map((one) => words[one] as (typeof words)[number])
    const there = words.filter(({ entries }) => entries > 0)
    if (there.length === 0) {
      expect(kept).toEqual(words.slice(0, 1))
      continue
    }
    const left = there.filter((word) => !kept.includes(word))
    const sum = kept.reduce((all, { entries }) => all + entries, 0)
    const most = Math.max(...kept.map(({ entries }) => entries))
    const next = Math.min(...left.map(({ entries }) => entries))
    expect(most).toBeLessThanOrEqual(next)
    expect(kept.every(({ entries }) => entries > 0)).toBe(true)
    // Nothing is left that there was room for, and there is no more than there is room for.
    if (left.length > 0) expect(kept.length === 8 || sum + next > 1_000).toBe(true)
    if (kept.length > 2) expect(sum).toBeLessThanOrEqual(1_000)
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(2, there.length))
  }
})

it('finds with rare words only, where common ones would find half of a large collection', async () => {
  const common = Array.from({ length: 1_100 }, (_, at) =>
    entryOf(at, { text: at % 2 === 0 ? 'The council met again.' : 'A council of war.' }),
  )
  const client = await collectionOf([
    ...common,
    entryOf(1_100, { text: 'A smelter burnt.' }),
    entryOf(1_101, { text: 'The monks fled.' }),
  ])
  const { answer } = await search(client, {
    ...EMPTY_STATE,
    q: 'council smelter monks',
    meaning: false,
  })
  expect(answer.relaxed).toBe(true)
  expect(answer.hits.map(({ text }) => text).sort()).toEqual([
    'A smelter burnt.',
    'The monks fled.',
  ])
})
