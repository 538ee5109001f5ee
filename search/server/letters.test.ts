import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { facetSearch } from './facet-search.ts'
import { search } from './search.ts'
import { actorOf, collectionOf, entryOf } from './test-collection.ts'

/** Letters that are not on every keyboard, in texts and in queries. */

/** A word as it stands in a text, and how others write it: each finds it, and it finds each. */
const SPELLINGS: [word: string, ...others: string[]][] = [
  ['Łódź', 'lodz', 'Lódz', 'łodz'],
  ['Straße', 'strasse', 'STRASSE', 'STRAẞE'],
  ['Ørsted', 'orsted', 'oersted'],
  ['Đinđić', 'Djindjic', 'dindic'],
  ['Göring', 'Goering', 'goring'],
  ['Mu\u0308ller', 'Müller', 'Mueller', 'muller'],
  ['Äußerung', 'Aeusserung', 'äusserung'],
  ['Århus', 'Aarhus', 'arhus'],
  ['Ægir', 'aegir'],
  ['Œuvres', 'oeuvres'],
  ['Þingvellir', 'thingvellir'],
  ['Guðmundur', 'gudmundur'],
  ['Diyarbakır', 'diyarbakir'],
  ['Maġġur Ħamrun', 'hamrun'],
  ['Sápmi Ŋurra', 'nurra', 'ngurra'],
  ['Əliyev', 'aliyev', 'eliyev'],
  ['Ƙofar', 'kofar'],
  ['Горбачёв', 'горбачев'],
  ['Muʿāwiya', 'muawiya', "mu'awiya"],
  ['Saʼdi', 'sadi', "sa'di"],
  ['Hawaiʻi', 'hawaii', "hawai'i"],
]

const letters = SPELLINGS.flatMap(([word], at) => [
  entryOf(at * 2, { text: `The road to ${word} was closed (${word}), in 1994.` }),
  entryOf(at * 2 + 1, { text: 'The road to nowhere was closed, in 1994.' }),
])
const plain = [
  entryOf(1000, { text: 'Zoran Djindjic spoke in Lodz.' }),
  entryOf(1001, { text: 'Zoran Đinđić mówił w Łódź, potem w Gdańsk.' }),
  entryOf(1003, { text: 'Dos, tru, arial.' }),
  entryOf(1002, {
    text: 'He spoke.',
    actors: [actorOf('Zoran Đinđić'), actorOf('Łódź City Council', { type: 'organization' })],
  }),
]

let client: Meilisearch

beforeAll(async () => {
  client = await collectionOf([...letters, ...plain], { 'Łódź City Council': ['Rada Łódź'] })
})

const positions = async (q: string, given: Partial<SearchState> = {}): Promise<number[]> => {
  const state = { ...EMPTY_STATE, q, meaning: false, names: false, size: 100, ...given }
  const { answer } = await search(client, state)
  return answer.hits.map(({ position }) => position).sort((a, b) => a - b)
}

async function marked(q: string, position: number): Promise<string[]> {
  const state = { ...EMPTY_STATE, q, exact: true, meaning: false, names: false }
  const { answer } = await search(client, state)
  const hit = answer.hits.find((one) => one.position === position)
  return (hit?.highlights.text ?? []).map(([start, end]) => hit?.text.slice(start, end) ?? '')
}

describe('a word with letters that others write otherwise', () => {
  it('is found as it stands and as others write it, in every mode, and marked', async () => {
    for (const [at, [words, ...others]] of SPELLINGS.entries()) {
      const word = words.split(' ').at(-1) ?? ''
      for (const q of [word, word.toUpperCase(), ...others]) {
        expect(await positions(q, { exact: true }), q).toContain(at * 2)
        expect(await positions(`"${q}" road`), q).toContain(at * 2)
        expect(await positions(`road -${q}`), q).not.toContain(at * 2)
        expect(await marked(q, at * 2), q).toEqual([word, word])
      }
    }
  })

  it('is no other word with the same letters', async () => {
    for (const q of ['does', 'true', 'aerial'])
      expect(await positions(q, { exact: true })).toEqual([])
    expect(await positions('dös', { exact: true })).toEqual([1003])
  })

  it('is found by its beginning while it is typed', async () => {
    expect(await positions('lod')).toEqual([0, 1000, 1001])
    expect(await positions('djindj')).toEqual([6, 1000, 1001])
  })

  it('finds the word with plain letters', async () => {
    for (const exact of [true, false]) {
      expect(await positions('Łódź', { exact })).toEqual([0, 1000, 1001])
      expect(await positions('Đinđić', { exact })).toEqual([6, 1000, 1001])
    }
    expect(await marked('Đinđić', 1000)).toEqual(['Djindjic'])
  })

  it('stands in phrases like any other', async () => {
    for (const q of ['"w lodz potem"', '"w Łódź potem"', '"Đinđić mówił"', '"djindjic mowil"']) {
      expect(await positions(q), q).toEqual([1001])
    }
    for (const q of ['"Zoran Djindjic"', '"Zoran Đinđić"']) {
      expect(await positions(q), q).toEqual([1000, 1001])
    }
    expect(await positions('"djindjic lodz"')).toEqual([])
    expect(await marked('"w lodz"', 1001)).toEqual(['w Łódź'])
  })

  it('is excluded in every spelling', async () => {
    for (const q of ['spoke -Djindjic', 'spoke -Đinđić']) {
      expect(await positions(q), q).toEqual([1002])
    }
    expect(await positions('"Zoran Đinđić" -lodz')).toEqual([])
  })

  it('counts as exact', async () => {
    for (const q of ['thingvellir', 'Đinđić', 'djindjic', 'lodz']) {
      const state = { ...EMPTY_STATE, q, names: false }
      const { answer, exactly } = await search(client, state, [], 'page')
      expect(exactly, q).toBe(answer.total)
    }
  })
})

describe('an actor with such letters', () => {
  const facetNames = async (facetQuery: string): Promise<string[]> => {
    const answer = await facetSearch(client, { q: '', facetName: 'actor', facetQuery })
    return (answer as { facetHits: { value: string }[] }).facetHits.map(({ value }) => value)
  }

  it('is found among the values by any spelling, also of an alias', async () => {
    for (const q of ['djindjic', 'Đinđić', 'dindic']) {
      expect(await facetNames(q), q).toEqual(['Zoran Đinđić'])
    }
    for (const q of ['rada lodz', 'Łódź', 'lodz']) {
      expect(await facetNames(q), q).toEqual(['Łódź City Council'])
    }
  })

  it('is understood in a link', async () => {
    for (const name of ['zoran djindjic', 'rada lodz']) {
      expect(await positions('', { actor: [name] }), name).toEqual([1002])
    }
  })
})
