import { expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE } from '../state.ts'
import { rarest } from './loose-words.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

const random = seeded()

it(`keeps the rarest words, as many as there is room for their entries (SEED=${random.seed})`, () => {
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: random.between(1, 14) }, () => {
      return { entries: random.chance(0.25) ? 0 : random.between(1, 900) }
    })
    const room = random.between(1, 2_000)
    const kept = rarest(words, room, 8)
    const left = words.filter((word) => word.entries > 0 && !kept.includes(word))
    const sum = kept.reduce((all, { entries }) => all + entries, 0)
    const most = Math.max(...kept.map(({ entries }) => entries))
    const next = Math.min(...left.map(({ entries }) => entries))
    expect(most).toBeLessThanOrEqual(next)
    expect(kept.every(({ entries }) => entries > 0)).toBe(true)
    // Nothing is left that there was room for, and there is no more than there is room for.
    if (left.length > 0) expect(kept.length === 8 || sum + next > room).toBe(true)
    expect(sum).toBeLessThanOrEqual(room)
    expect(kept.length).toBeLessThanOrEqual(8)
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
