import { describe, expect, it } from 'vitest'
import { KINDS } from '#schema/entry'
import { seeded } from '#schema/seeded'
import { createSearchClient } from './client.ts'
import { parametersOf, QueryError, stateOfQuery } from './instant.ts'
import { EMPTY_STATE, type SearchState, SORTS, VIEWS } from './state.ts'
import { hrefOf, paramsFromState, sameSearch, stateFromParams } from './url.ts'

const random = seeded()
const NAMES = [
  'NATO',
  'Slobodan Milošević',
  'A & B',
  'a:b',
  'q="x\\y"',
  '1999',
  "l'été",
  '日本',
  '-x',
  'a,b=c',
]
/** Letters of every kind that a link must carry: signs of its own syntax, spaces, halves of none. */
const SIGNS = [...'aZ9 &=+#%?/\\"\'“”„‘’«»:;,.-_~|<>{}[]()*@!$^`\u00a0\u200d\u0301é日👩🏽𝔘ﬁ']
const randomText = (): string =>
  Array.from({ length: random.between(1, 12) }, () => random.pick(SIGNS)).join('')
const randomValue = (): string => randomText().trim() || 'x'
const BOUNDS = [null, '0001', '1999', '1999-03', '2000-02-29', '9999-12-31']

function randomState(): SearchState {
  return {
    q: random.pick([
      '',
      'refugees',
      '"air campaign" -nato',
      ' 1999 ',
      'é%&=+#',
      ` ${randomText()}x`,
      randomText() + randomValue(),
    ]),
    actor: [...new Set([...random.some(NAMES, 0.2), ...random.some([randomValue()], 0.3)])],
    actorMatch: random.pick(['any', 'all']),
    notActor: random.some(NAMES, 0.1),
    kind: random.some(KINDS, 0.3),
    document: random.some(['whitehouse-kosovo', 'x'], 0.3),
    section: [...new Set([...random.some(NAMES, 0.1), ...random.some([randomValue()], 0.3)])],
    from: random.pick(BOUNDS),
    to: random.pick(BOUNDS),
    undated: random.chance(0.3),
    exact: random.chance(0.3),
    meaning: random.chance(0.7),
    names: random.chance(0.7),
    sort: random.pick(SORTS),
    page: random.pick([1, 2, 77]),
    size: random.pick([1, 20, 100]),
    view: random.pick(VIEWS),
  }
}

describe(`state ⇄ URL (seed ${random.seed})`, () => {
  it('is the identity for random states', () => {
    for (let round = 0; round < 3000; round++) {
      const state = randomState()
      const read = stateFromParams(new URL(hrefOf(state), 'http://localhost').searchParams)
      expect(read, hrefOf(state)).toEqual({ state, ignored: [] })
    }
  })

  it('survives the way through instant-meilisearch and the gateway', async () => {
    let sent: { queries: Record<string, unknown>[] } | null = null
    const client = createSearchClient(async (_path, body) => {
      sent = JSON.parse(body)
      return { results: [{ indexUid: 'kronika', hits: [], totalHits: 0, totalPages: 0 }] }
    })
    for (let round = 0; round < 300; round++) {
      // The view is the page's own; the engine never hears of it.
      const state: SearchState = { ...randomState(), view: 'list' }
      const { index, ...params } = parametersOf(state)
      sent = null
      await client.search([{ indexName: index, query: params.query, params }] as never)
      const query = (sent as { queries: Record<string, unknown>[] } | null)?.queries[0]
      // An answer that was asked for before may come from the client's own cache.
      if (query !== undefined) expect(stateOfQuery(query)).toEqual(state)
    }
  })

  it('leaves defaults out and keeps one order', () => {
    expect(hrefOf(EMPTY_STATE)).toBe('/')
    const shuffled = new URLSearchParams(
      'to=1999-06&from=1999-03&page=1&actor=NATO&q=refugees&size=20',
    )
    expect(hrefOf(stateFromParams(shuffled).state)).toBe(
      '/?q=refugees&actor=NATO&from=1999-03&to=1999-06',
    )
  })

  it('never throws on garbage, and lists what it ignored', () => {
    const texts = [
      '',
      ' ',
      '\0',
      '\ud800',
      '%',
      '-1',
      '1e9',
      'null',
      '1999-13',
      '9'.repeat(400),
      '<b>',
      '2',
    ]
    for (let round = 0; round < 3000; round++) {
      const params = new URLSearchParams()
      for (const name of Object.keys(EMPTY_STATE)) {
        for (const text of random.some(texts, 0.15)) params.append(name, text)
      }
      const { state, ignored } = stateFromParams(params)
      // What was understood is a state like any other.
      expect(stateFromParams(paramsFromState(state))).toEqual({ state, ignored: [] })
      for (const { parameter, reason } of ignored) expect(parameter && reason).toBeTruthy()
    }
  })

  it.each([
    ['kind=banana', 'kind', 'banana'],
    ['from=1999-13', 'from', '1999-13'],
    ['to=yesterday', 'to', 'yesterday'],
    ['sort=best', 'sort', 'best'],
    ['page=0', 'page', '0'],
    ['page=two', 'page', 'two'],
    ['size=1.5', 'size', '1.5'],
    ['view=map', 'view', 'map'],
    ['page=2&page=3', 'page', '3'],
    ['q=river&q=council', 'q', 'council'],
    ['undated=yes', 'undated', 'yes'],
  ])('%s is ignored with a reason', (search, parameter, value) => {
    const { state, ignored } = stateFromParams(new URLSearchParams(search))
    const first = stateFromParams(new URLSearchParams(search.split('&')[1] && search.split('&')[0]))
    expect(state).toEqual(first.state)
    expect(ignored).toMatchObject([{ parameter, value }])
  })

  it('clamps the size without complaint', () => {
    expect(stateFromParams(new URLSearchParams('size=500')).state.size).toBe(100)
    expect(stateFromParams(new URLSearchParams('size=-3'))).toMatchObject({ ignored: [] })
    expect(stateFromParams(new URLSearchParams('size=0')).state.size).toBe(1)
    const huge = `size=${'9'.repeat(400)}&page=${'9'.repeat(400)}`
    const { state, ignored } = stateFromParams(new URLSearchParams(huge))
    expect({ size: state.size, ignored }).toEqual({ size: 100, ignored: [] })
    expect(stateFromParams(paramsFromState(state)).state).toEqual(state)
  })

  it('takes the empty fields of a form for absent', () => {
    const read = stateFromParams(new URLSearchParams('q=&from=&to=&actor=&kind=&page='))
    expect(read).toEqual({ state: EMPTY_STATE, ignored: [] })
  })

  it('tells searches apart by their links', () => {
    expect(sameSearch(EMPTY_STATE, { ...EMPTY_STATE, page: 1 })).toBe(true)
    expect(sameSearch(EMPTY_STATE, { ...EMPTY_STATE, page: 2 })).toBe(false)
  })
})

describe('the gateway’s reading of a query', () => {
  it.each([
    [{ filter: 'facet.actor = x' }],
    [{ filter: 'actor = x OR kind = y' }],
    [{ filter: ['actor > 3'] }],
    [{ filter: [['actor = x', 'kind = timeline']] }],
    [{ filter: ['"page"="3"'] }],
    [{ filter: ['"kind"="banana"'] }],
    [{ filter: ['__proto__ = x'] }],
    [{ sort: ['text:asc'] }],
    [{ q: 7 }],
    [{ hitsPerPage: -1 }],
    [{ page: 'x' }],
  ])('refuses %j', (query) => {
    expect(() => stateOfQuery(query)).toThrow(QueryError)
  })
})
