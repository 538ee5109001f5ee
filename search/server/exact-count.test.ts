import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_STATE } from '../state.ts'
import { exactCount } from './exact-count.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

const WORDS =
  'envoys council harbour treaty ferry winter railway bridge parliament delegation market church governor refugees'.split(
    ' ',
  )
const TEXTS = [
  WORDS.join(' '),
  // A typing error in the first word, in the last, and in none but with a word less.
  WORDS.join(' ').replace('envoys', 'envoyz'),
  WORDS.join(' ').replace('refugees', 'refugess'),
  WORDS.slice(0, -1).join(' '),
]

let client: Meilisearch

beforeAll(async () => {
  client = await collectionOf(TEXTS.map((text, position) => entryOf(position, { text })))
})

describe('exactCount', () => {
  it.each([1, 5, 10, 11, 14])('is the total of the exact search for %d words', async (count) => {
    const q = [...WORDS.slice(0, count - 1), WORDS.at(-1)].join(' ')
    const state = { ...EMPTY_STATE, q, meaning: false, names: false }
    const { answer } = await search(client, state)
    const exact = await search(client, { ...state, exact: true })
    expect(await exactCount(client, state)).toBe(exact.answer.total)
    expect(exact.answer.total).toBeLessThan(answer.total)
    expect(exact.answer.total).toBeGreaterThan(0)
  })

  it('is not told where only exact entries are listed, or nothing was typed', async () => {
    expect(await exactCount(client, { ...EMPTY_STATE, q: 'ferry', exact: true })).toBeNull()
    expect(await exactCount(client, { ...EMPTY_STATE, q: ' ' })).toBeNull()
  })
})
