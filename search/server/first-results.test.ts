import { beforeAll, expect, it, vi } from 'vitest'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { firstResults } from './first-results.ts'
import { actorOf, collectionOf, entryOf } from './test-collection.ts'

/** What comes with a page: its results, and the whole collection behind them. */

beforeAll(async () => {
  const client = await collectionOf([
    entryOf(0, { text: 'The river rose.', kind: 'timeline', actors: [actorOf('Ada')] }),
    entryOf(1, { text: 'The river fell.', actors: [actorOf('Ada'), actorOf('Bo')] }),
    entryOf(2, { text: 'A council met.', kind: 'timeline' }),
  ])
  vi.stubEnv('MEILI_HOST', client.config.host)
  vi.stubEnv('MEILI_SEARCH_KEY', client.config.apiKey ?? '')
})

it.each([
  [{}, 3],
  [{ sort: 'newest', page: 7 }, 3],
  [{ q: '!!!' }, 3],
  [{ q: 'river' }, 2],
  [{ q: '-river' }, 1],
  [{ kind: ['paragraph'] }, 1],
  [{ from: '1999', to: '1999' }, 0],
  [{ undated: true, notActor: ['Bo'] }, 2],
] as [Partial<SearchState>, number][])('of %j has the whole behind it', async (given, total) => {
  const { answer, whole, overview } = await firstResults({
    ...EMPTY_STATE,
    meaning: false,
    ...given,
  })
  expect(answer?.total).toBe(total)
  expect(whole).toMatchObject({ empty: false, corpusVersion: 1 })
  expect(overview).toMatchObject({
    entries: 3,
    documents: 1,
    actors: 2,
    busiest: [
      ['Ada', 2],
      ['Bo', 1],
    ],
  })
  expect(overview.latest.map(({ position }) => position)).toEqual([0, 2])
})
