import { describe, expect, it } from 'vitest'
import type { Entry } from '#schema/entry'
import { ENTRIES_INDEX } from '#schema/indexes'
import { SAMPLE } from '#schema/meaning/model'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE } from '../state.ts'
import type { Alternative } from './alternatives.ts'
import { rarest, someOfTheWords } from './loose-words.ts'
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

describe('in a large collection', () => {
  const WORDS = ['harbour', 'treaty', 'governor', 'railway']
  /** Each word in some 200 of the entries; few have two. */
  const texts = Array.from({ length: 800 }, (_, at) => {
    const others = at % 40 === 0 ? WORDS.filter(() => random.chance(0.5)) : []
    return [...new Set([WORDS[at % 4] as string, ...others])].join(' and a ')
  })
  const large = { entries: SAMPLE, averageLength: 2, entriesWith: () => 1 }
  const q = `${WORDS.join(' ')} zeppelin`

  it(`looks for pairs of words of which each has many entries (SEED=${random.seed})`, async () => {
    const client = await collectionOf(texts.map((text, at) => entryOf(at, { text })))
    const { alternatives, entries } = await someOfTheWords(client, q, large)
    const textsOf = async (one: Alternative): Promise<string[]> =>
      (await client.index<Entry>(ENTRIES_INDEX).search(one.q, { ...one, limit: 1_000 })).hits.map(
        ({ text }) => text,
      )
    const found = (await Promise.all(alternatives.map(textsOf))).flat()
    const withTwo = texts.filter((text) => text.includes(' '))
    expect(new Set(found)).toEqual(new Set(withTwo))
    expect(found.length).toBe(entries)
    expect(entries).toBeLessThanOrEqual(100)
    // Where there is room for them, the words themselves are looked for.
    const small = await someOfTheWords(client, q, { ...large, entries: 800 })
    expect(small.entries).toBeGreaterThan(700)
  })
})
