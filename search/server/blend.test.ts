import { expect, it } from 'vitest'
import { type MeaningModel, project } from '#schema/meaning/model'
import { countTerms, termsOf } from '#schema/meaning/terms'
import { packed } from '#schema/meaning/vectors'
import { blendedOrder } from './blend.ts'
import type { Candidate } from './candidates.ts'

/** Of four terms; harbour and port mean the same, harbour and vote the opposite. */
const model: MeaningModel = {
  id: 'made',
  dimensions: 2,
  entries: 10_000,
  averageLength: 2,
  terms: new Map(termsOf('harbour port vote treaty').map((term, row) => [term, row])),
  entriesWith: Uint32Array.of(50, 50, 50, 50),
  vectors: Int8Array.of(127, 0, 127, 0, -127, 0, 0, 127),
  scales: Float32Array.of(1, 1, 1, 1),
}

const query = termsOf('harbour')

const candidate = (id: string, text: string, more: Partial<Candidate> = {}): Candidate => {
  const terms = termsOf(text)
  const counts = countTerms(terms)
  return { id, counts, length: terms.length, closeness: null, wordRank: null, ...more }
}

it('compares entries that were not among the nearest by their words', () => {
  const candidates = [candidate('a', 'vote treaty'), candidate('b', 'port treaty')]
  expect(blendedOrder(candidates, query, model)).toEqual(['b', 'a'])
})

it('compares them by their stored vectors where they have them', () => {
  const vector = project(model, countTerms(query), query.length)?.vector as Float32Array
  const away = packed(vector.map((value) => -value))
  const near = packed(vector)
  const text = 'treaty'
  const candidates = [
    candidate('a', text, { meaning: away }),
    candidate('b', text, { meaning: near }),
  ]
  expect(blendedOrder(candidates, query, model)).toEqual(['b', 'a'])
  // A vector of another model says nothing.
  const other = packed(Float32Array.of(1, 0, 0))
  const strange = [
    candidate('a', text, { meaning: other }),
    candidate('b', text, { meaning: near }),
  ]
  expect(blendedOrder(strange, query, model)).toEqual(['b', 'a'])
})
