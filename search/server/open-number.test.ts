import type { Meilisearch } from 'meilisearch'
import { beforeAll, expect, it } from 'vitest'
import { EMPTY_STATE } from '../state.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

/** Words of letters and digits while they are typed, and once they are: no number is ever another. */

const TEXTS = [
  'The covid19 ward opened.',
  'The covid29 ward opened.',
  'The covidien ward opened.',
  'Flight MH17 was lost.',
  'Flight MH370 was lost.',
  'A Boeing747 landed.',
  'A Boeing757 landed.',
  'An F-117 flew.',
  'In the 1990s.',
  'In the 1980s.',
  'In 1998 and 1999.',
  'Plan f17b was dropped, and plan f18.',
]

let client: Meilisearch

beforeAll(async () => {
  client = await collectionOf(TEXTS.map((text, position) => entryOf(position, { text })))
})

async function found(q: string, exact = false): Promise<string[]> {
  const state = { ...EMPTY_STATE, q, exact, meaning: false, names: false }
  const { answer } = await search(client, state)
  expect(answer.total, q).toBe(answer.hits.length)
  return answer.hits
    .map(({ text, highlights }) =>
      highlights.text.map(([start, end]) => text.slice(start, end)).join(' '),
    )
    .sort()
}

it('is found by its beginning, and marked', async () => {
  for (const [q, ...words] of [
    ['covid1', 'covid19'],
    ['covid2', 'covid29'],
    ['ward covid1', 'covid19 ward'],
    ['mh1', 'MH17'],
    ['mh37', 'MH370'],
    ['boeing7', 'Boeing747', 'Boeing757'],
    ['boeing74', 'Boeing747'],
    ['f-11', 'F 117'],
    ['199', '1990s', '1998 1999'],
    ['f17', 'f17b'],
  ] as const) {
    expect(await found(q), q).toEqual(words)
  }
})

it('is never another number', async () => {
  for (const [q, ...words] of [
    ['covid19', 'covid19'],
    ['covid18'],
    ['mh371'],
    ['mh18'],
    ['boeing767'],
    ['1990s', '1990s'],
    ['1970s'],
    ['1997'],
  ] as const) {
    expect(await found(q), q).toEqual(words)
  }
})

it('is no beginning where it is excluded, in a phrase, or is searched exactly', async () => {
  expect(await found('"covid1"')).toEqual([])
  expect(await found('covid1', true)).toEqual([])
  expect(await found('mh1', true)).toEqual([])
  expect(await found('ward -covid1')).toHaveLength(3)
})
