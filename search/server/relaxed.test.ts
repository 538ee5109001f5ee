import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PartialDate } from '#schema/entry'
import { EMPTY_STATE } from '../state.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

/** What is found when no entry has all the words. */

const inYear = (year: string): PartialDate => ({
  edtf: year,
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  precision: 'year',
  qualifier: null,
  inferred: false,
  rule: 'test',
  text: year,
  offset: null,
})

let client: Meilisearch
const found = async (q: string): Promise<string[]> => {
  const { answer } = await search(client, { ...EMPTY_STATE, q, meaning: false, names: false })
  expect(answer.relaxed).toBe(true)
  return answer.hits.map(({ text }) => text).sort()
}

describe('a typed year', () => {
  const PROSE = 'Exports grew after 1985, the minister said.'
  const NAMING = 'Exports of 1985 were behind those of 1986.'
  const UNDATED = 'Exports are what the country lives on.'

  beforeAll(async () => {
    client = await collectionOf([
      entryOf(0, { text: PROSE, mentions: [inYear('1985')] }),
      entryOf(1, { text: 'Exports stop.', kind: 'timeline', date: inYear('1985') }),
      entryOf(2, { text: 'Exports begin.', kind: 'timeline', date: inYear('1986') }),
      entryOf(3, { text: NAMING, kind: 'timeline', date: inYear('1985') }),
      entryOf(4, { text: UNDATED }),
    ])
  })

  it('finds no other year', async () => {
    expect(await found('exports quagga 1986')).toEqual(['Exports begin.', NAMING, UNDATED].sort())
  })

  it('of a sentence leaves in prose that mentions others, and leaves out entries of others', async () => {
    const sentence = 'the exports of the quagga may have risen again in 1986'
    expect(await found(sentence)).toEqual(['Exports begin.', NAMING, UNDATED, PROSE].sort())
  })
})

describe('many words that are hardly anywhere', () => {
  it('are looked up before some are left out, so that no short one is lost', async () => {
    client = await collectionOf([
      entryOf(0, { text: 'A gnu.' }),
      entryOf(1, { text: 'Nothing of it.' }),
    ])
    const nowhere =
      'incomprehensible extraordinarily notwithstanding quadragesimal photosynthetic thermodynamically electromagnetic circumnavigation'
    expect(await found(`${nowhere} gnu`)).toEqual(['A gnu.'])
  })
})
