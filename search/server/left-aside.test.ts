import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_STATE } from '../state.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

/** A collection in which the same words stand in more entries than are read for one search. */

const date = {
  edtf: '1999',
  start: '1999-01-01',
  end: '1999-12-31',
  precision: 'year' as const,
  qualifier: null,
  inferred: false,
  rule: 'test',
  text: '1999',
  offset: null,
}
const WORDS =
  'council harbour treaty ferry winter railway bridge parliament delegation market church governor'
const MANY = 5_100
const SPARSE = 'Council. Harbour: the quagga came.'

let client: Meilisearch

beforeAll(async () => {
  const text = `${WORDS.replace('council harbour', 'Council. Harbour')}.`
  const many = Array.from({ length: MANY }, (_, at) => entryOf(at, { text: `${text} Covid29.` }))
  client = await collectionOf([
    ...many,
    entryOf(MANY, { text: `A quagga. ${text}` }),
    entryOf(MANY + 1, { text: `A quagga. ${text.replace('governor', '')}` }),
    entryOf(MANY + 2, { text: SPARSE }),
  ])
}, 60_000)

const answerTo = async (q: string, exact = true) =>
  (await search(client, { ...EMPTY_STATE, q, exact, meaning: false, names: false })).answer

describe('a phrase whose words too many entries have apart', () => {
  it('is found across signs where few entries have the rest of the query', async () => {
    for (const exact of [true, false]) {
      const { total, ignored } = await answerTo('quagga "council harbour"', exact)
      expect({ total, ignored }).toEqual({ total: 3, ignored: [] })
      const typing = await answerTo('"council harbour" quag', exact)
      expect(typing.total).toBe(exact ? 0 : 3)
    }
  })

  it('is excluded across signs there', async () => {
    const { total, ignored } = await answerTo('quagga -"council harbour"')
    expect({ total, ignored }).toEqual({ total: 0, ignored: [] })
  })

  it('is said to be left aside elsewhere', async () => {
    for (const q of ['"council harbour"', 'treaty -"council harbour"']) {
      const { ignored } = await answerTo(q)
      expect(ignored).toEqual([
        { parameter: 'q', value: '"council harbour"', reason: expect.stringContaining('common') },
      ])
    }
    expect((await answerTo('"treaty ferry"')).ignored).toEqual([])
  })
})

describe('a query of more than ten words', () => {
  it('binds all of them where few entries have any ten', async () => {
    const { total, ignored } = await answerTo(`quagga ${WORDS}`)
    expect({ total, ignored }).toEqual({ total: 1, ignored: [] })
    expect((await answerTo(`${WORDS} quagga`)).total).toBe(1)
  })

  it('is said to be without the later words where too many have each ten', async () => {
    const { total, ignored } = await answerTo(WORDS)
    expect(total).toBe(MANY + 2)
    expect(ignored).toEqual([
      { parameter: 'q', value: '"church" "governor"', reason: expect.stringContaining('ten') },
    ])
  })
})

it('the beginning of a word with digits is said to be left aside where too many are like it', async () => {
  const { ignored } = await answerTo('covid2x', false)
  expect(ignored).toEqual([
    { parameter: 'q', value: 'covid2x', reason: expect.stringContaining('like it') },
  ])
  expect((await answerTo('covid29', false)).ignored).toEqual([])
})

describe.each([
  ['more entries of other dates than are looked at', 1_001, ['1871']],
  ['as many as are looked at', 1_000, []],
])('a typed year beside words that no entry has together, named by %s', (_, naming, aside) => {
  beforeAll(async () => {
    client = await collectionOf([
      ...Array.from({ length: naming }, (_, at) =>
        entryOf(at, { text: 'A treaty of 1871.', date }),
      ),
      entryOf(naming, { text: 'A quagga came.', date }),
    ])
  }, 60_000)

  it('is said to be left aside where that is so', async () => {
    const { relaxed, ignored } = await answerTo('treaty quagga 1871', false)
    expect(relaxed).toBe(true)
    expect(ignored.map(({ value }) => value)).toEqual(aside)
  })
})
