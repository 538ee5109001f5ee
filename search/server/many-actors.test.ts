import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { ACTOR_TYPES, type ActorType } from '#schema/entry'
import { ENTRIES_INDEX } from '#schema/indexes'
import { seeded } from '#schema/seeded'
import type { Counts } from '../answer.ts'
import { parametersOf } from '../instant.ts'
import type { PageAnswer } from '../page-answer.ts'
import { EMPTY_STATE } from '../state.ts'
import { calledActors } from './called.ts'
import { facetSearch } from './facet-search.ts'
import { multiSearch } from './gateway.ts'
import { search } from './search.ts'
import { actorOf, collectionOf, entryOf } from './test-collection.ts'

/** More actors than any list shows: 6,000, each with an alias, most of them named once. */

const ACTORS = 6_000
const SHOWN = 200
const random = seeded()
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za']

/** Names without digits, all different. */
const nameOf = (index: number): string => {
  const word = String(index)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '')
  return `${word[0]?.toUpperCase()}${word.slice(1)} Drago`
}
const typeOf = (index: number): ActorType => ACTOR_TYPES[index % ACTOR_TYPES.length] ?? 'unknown'

const naive: Counts = {}
let client: Meilisearch

beforeAll(async () => {
  const actors = Array.from({ length: ACTORS }, (_, index) =>
    actorOf(nameOf(index), { type: typeOf(index), verified: index % 2 === 0 }),
  )
  const entries = actors.map((actor, position) => {
    // Some are everywhere, so that the busiest are not the first in the alphabet.
    const often = actors[5_999 - Math.floor(random.next() ** 5 * 3_000)] ?? actor
    const named = [...new Set([actor, often])]
    for (const { name } of named) naive[name] = (naive[name] ?? 0) + 1
    const text = position % 3 === 0 ? 'The river council met.' : 'An envoy left.'
    return entryOf(position, { text, actors: named })
  })
  const aliases = Object.fromEntries(
    actors.map(({ name }) => [name, [`Grand ${name.split(' ')[0]} of the North`]]),
  )
  client = await collectionOf(entries, aliases)
}, 120_000)

async function page(q = '') {
  const { query, page: _page, facets, ...params } = parametersOf({ ...EMPTY_STATE, q })
  const body = {
    queries: [{ indexUid: ENTRIES_INDEX, q: query, facets, hitsPerPage: params.hitsPerPage }],
  }
  const { results } = (await multiSearch(client, body)) as {
    results: { facetDistribution: { actor: Counts }; metadata: PageAnswer }[]
  }
  const [result] = results
  if (result === undefined) throw new Error('no answer')
  return result
}

const found = async (facetQuery: string, q = '') =>
  (await facetSearch(client, { q, facetName: 'actor', facetQuery })) as {
    facetHits: { value: string; count: number }[]
    traits: PageAnswer['traits']
  }

describe(`${ACTORS} actors (seed ${random.seed})`, () => {
  it('are all counted, rightly', async () => {
    const { answer } = await search(client, EMPTY_STATE)
    expect(answer.facets.actor).toEqual(naive)
  })

  it('send the busiest to a page, with their types', async () => {
    const { facetDistribution, metadata } = await page()
    const busiest = Object.values(naive)
      .sort((a, b) => b - a)
      .slice(0, SHOWN)
    expect(Object.values(facetDistribution.actor).sort((a, b) => b - a)).toEqual(busiest)
    expect(metadata.values.actor).toBe(ACTORS)
    for (const [name, count] of Object.entries(facetDistribution.actor)) {
      expect(count, name).toBe(naive[name])
      expect(metadata.traits[name], name).toBeDefined()
    }
  })

  it('are found by name and alias with count and type, however seldom they are named', async () => {
    const shown = Object.keys((await page()).facetDistribution.actor)
    for (const index of [0, 17, 2_345, 4_998, ACTORS - 1]) {
      const name = nameOf(index)
      for (const words of [name, name.toUpperCase(), `grand ${name.split(' ')[0]} of the north`]) {
        const { facetHits, traits } = await found(words)
        expect(facetHits, words).toContainEqual({ value: name, count: naive[name] })
        expect(traits[name], words).toEqual({ type: typeOf(index), verified: index % 2 === 0 })
      }
    }
    expect(shown.length).toBe(SHOWN)
  })

  it('are found among the results of a search', async () => {
    const { facetHits } = await found(nameOf(3), 'river')
    expect(facetHits).toContainEqual({ value: nameOf(3), count: expect.any(Number) })
    const { answer } = await search(client, { ...EMPTY_STATE, q: 'river' })
    for (const { value, count } of facetHits) expect(answer.facets.actor[value]).toBe(count)
  })

  it('are offered wherever they stand in a query, by an alias too', async () => {
    const name = nameOf(4_998)
    const q = `river grand ${name.split(' ')[0]} of the north council`
    const [called] = await calledActors(client, { ...EMPTY_STATE, q })
    expect(called).toMatchObject({ name, rest: 'river council' })
    expect(called?.traits).toEqual({ type: typeOf(4_998), verified: true })
    const chosen = await search(client, { ...EMPTY_STATE, q: 'river council', actor: [name] })
    expect(called?.total).toBe(chosen.answer.total)
    expect(called?.total).toBeGreaterThan(0)
  })
})
