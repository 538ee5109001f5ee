import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_STATE, type SearchState } from '../state.ts'
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

/** With meaning, its best entries are known when they are counted; filters keep them unknown. */
const WAYS: Pick<SearchState, 'meaning' | 'kind'>[] = [
  { meaning: false, kind: [] },
  { meaning: true, kind: [] },
  { meaning: true, kind: ['paragraph'] },
]

const exactlyOf = async (state: Partial<SearchState>): Promise<number | null> =>
  (await search(client, { ...EMPTY_STATE, ...state }, [], 'page')).exactly

describe('the number of exact results', () => {
  it.each([1, 5, 10, 11, 14])('is the total of the exact search for %d words', async (count) => {
    const q = [...WORDS.slice(0, count - 1), WORDS.at(-1)].join(' ')
    for (const way of WAYS) {
      const state = { ...EMPTY_STATE, q, names: false, ...way }
      const { answer } = await search(client, state)
      const exact = await search(client, { ...state, exact: true })
      expect(await exactlyOf(state)).toBe(exact.answer.total)
      expect(exact.answer.total).toBeLessThan(answer.total)
      expect(exact.answer.total).toBeGreaterThan(0)
    }
  })

  it('is none where no entry has all the words', async () => {
    for (const way of WAYS) {
      expect(await exactlyOf({ q: 'envoys who left the winter harbour zeppelin', ...way })).toBe(0)
    }
  })

  it('is not told where only exact entries are listed, or nothing was typed', async () => {
    expect(await exactlyOf({ q: 'ferry', exact: true })).toBeNull()
    expect(await exactlyOf({ q: ' ' })).toBeNull()
  })
})
