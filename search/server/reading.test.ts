import type { Meilisearch } from 'meilisearch'
import { beforeAll, expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { read, WINDOW } from './reading.ts'
import { actorOf, collectionOf, entryOf } from './test-collection.ts'

/** The reader against the list that was put in: which hits stand in a window, before and after a place. */

const { seed, pick, between, chance, some } = seeded()
const WORDS = 'river council treaty bridge envoy harbour'.split(' ')
const SIZE = 400
const INFO = { id: 'made', title: 'Made', source: 'made.txt', entries: SIZE }

const entries = Array.from({ length: SIZE }, (_, position) =>
  entryOf(position, {
    text: Array.from({ length: between(1, 4) }, () => pick(WORDS)).join(' '),
    kind: chance(0.5) ? 'timeline' : 'paragraph',
    actors: some(['Ana Vell', 'Bor Tesh'], 0.1).map((name) => actorOf(name)),
  }),
)
const elsewhere = [0, 3, 399].map((position) =>
  entryOf(position, {
    id: `other-${position}`,
    text: 'river council',
    document: { id: 'other', title: 'Other', source: 'other.txt' },
  }),
)

const has = (text: string, word: string): boolean => text.split(' ').includes(word)
type Entry = (typeof entries)[number]
const SEARCHES: { state: Partial<SearchState>; finds: (entry: Entry) => boolean }[] = [
  { state: { q: 'river' }, finds: ({ text }) => has(text, 'river') },
  {
    state: { q: 'river -council' },
    finds: ({ text }) => has(text, 'river') && !has(text, 'council'),
  },
  { state: { kind: ['timeline'] }, finds: ({ kind }) => kind === 'timeline' },
  {
    // An alias and a page of a list say nothing of which entries are meant.
    state: { q: 'treaty', actor: ['annie'], page: 4, size: 1, sort: 'newest' },
    finds: ({ text, actors }) =>
      has(text, 'treaty') && actors.some(({ name }) => name === 'Ana Vell'),
  },
  {
    // A name is read as the actor's other names: words, or the actor without them.
    state: { q: 'annie' },
    finds: ({ actors }) => actors.some(({ name }) => name === 'Ana Vell'),
  },
  { state: { q: 'nowhere' }, finds: () => false },
]

let client: Meilisearch
beforeAll(async () => {
  client = await collectionOf([...entries, ...elsewhere], { 'Ana Vell': ['Annie'] })
})

it(`shows the hits of a search in their places (SEED=${seed})`, async () => {
  for (const { state, finds } of SEARCHES) {
    for (let round = 0; round < 6; round++) {
      const first = between(0, SIZE - 1)
      const position = round === 0 ? -1 : between(0, SIZE - 1)
      const shown = await read(client, INFO, { ...EMPTY_STATE, ...state }, first, position)
      const inWindow = entries.slice(first, first + WINDOW)
      expect(
        shown.window.entries.map(({ id, hit }) => [id, hit]),
        JSON.stringify({ state, first }),
      ).toEqual(inWindow.map((entry) => [entry.id, finds(entry)]))
      const hits = entries.filter(finds)
      const placeOf = (entry: Entry | undefined) =>
        entry === undefined ? null : { entry: entry.id, position: entry.position }
      expect(shown.hits, JSON.stringify({ state, position })).toEqual({
        total: hits.length,
        rank: hits.filter((entry) => entry.position <= position).length,
        previous: placeOf(hits.findLast((entry) => entry.position < position)),
        next: placeOf(hits.find((entry) => entry.position > position)),
      })
    }
  }
})

it('marks the words that were found, and knows of no hits where nothing was asked', async () => {
  const { window } = await read(client, INFO, { ...EMPTY_STATE, q: 'bridge' }, 0, null)
  for (const { text, highlights } of window.entries) {
    const marked = highlights.text.map(([start, end]) => text.slice(start, end))
    expect(marked).toEqual(text.split(' ').filter((word) => word === 'bridge'))
  }
  const plain = await read(client, INFO, { ...EMPTY_STATE, sort: 'newest', page: 3 }, 10, 10)
  expect(plain.hits).toBeNull()
  expect(plain.window.entries.some(({ hit }) => hit)).toBe(false)
})
