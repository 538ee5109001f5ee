import { describe, expect, it } from 'vitest'
import { decodeModel, encodeModel } from '#schema/meaning/encoding'
import { type MeaningModel, project } from '#schema/meaning/model'
import { countTerms, termsOf } from '#schema/meaning/terms'
import { seeded } from '#schema/seeded'
import { isOutgrown } from './outgrown.ts'
import { trainModel } from './train.ts'

const TEXTS = [
  'The aircraft bombed the bridge at night.',
  'Planes and aircraft flew over the bridge; pilots bombed at night.',
  'Pilots of the planes were trained in Italy.',
  'Pilots flew planes from bases in Italy.',
  'Voters elected the town council.',
  'The council was elected by voters in October.',
  'A ballot was held in October; the turnout of voters was high.',
  'The turnout at the ballot surprised the town.',
]

const model = trainModel(TEXTS.map(termsOf)) as MeaningModel

function vectorOf(text: string): Float32Array | null {
  const terms = termsOf(text)
  return project(model, countTerms(terms), terms.length)?.vector ?? null
}

const cosine = (x: Float32Array = NOWHERE, y: Float32Array = NOWHERE): number =>
  x.reduce((sum, value, j) => sum + value * (y[j] ?? 0), 0)

const NOWHERE: Float32Array = new Float32Array()

const random = seeded()

describe('trainModel', () => {
  it(`brings together what is spoken of together (SEED=${random.seed})`, () => {
    const war = ['bomb', 'pilot', 'bridg', 'jet', 'missil', 'sorti', 'target']
    const vote = ['ballot', 'poll', 'turnout', 'elect', 'council', 'parti', 'seat']
    const texts = Array.from({ length: 120 }, (_, i) => {
      const [first = '', ...others] = i % 2 === 0 ? war : vote
      return [first, ...random.some(others, 0.5)]
    })
    const learned = trainModel(texts) as MeaningModel
    const [a, b, c] = [['bomb'], ['pilot'], ['ballot']].map(
      (terms) => project(learned, countTerms(terms), 1)?.vector ?? new Float32Array(),
    )
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) + 0.1)
  })

  it('knows nothing of words that it never saw, and says so', () => {
    expect(vectorOf('quantum chromodynamics')).toBeNull()
    const terms = termsOf('quantum chromodynamics of pilots')
    expect(project(model, countTerms(terms), terms.length)?.known).toBeLessThan(0.6)
  })

  it('learns the same from the same', () => {
    expect(trainModel(TEXTS.map(termsOf))).toEqual(model)
  })

  it('makes no model of nothing, or of words without connection', () => {
    expect(trainModel([])).toBeNull()
    expect(trainModel([['one'], ['other']])).toBeNull()
  })
})

describe('encodeModel', () => {
  it('survives the way through the engine', () => {
    const parts = encodeModel(model)
    expect(decodeModel({ model: model.id, parts: parts.length }, parts.toReversed())).toEqual(model)
  })

  it('is no model while parts are missing or of another', () => {
    const parts = encodeModel(model)
    expect(decodeModel({ model: model.id, parts: parts.length + 1 }, parts)).toBeNull()
    expect(decodeModel({ model: 'other', parts: parts.length }, parts)).toBeNull()
  })
})

describe('isOutgrown', () => {
  const known = TEXTS.map(termsOf)
  it('asks for a first model, and for another when the collection has doubled', () => {
    expect(isOutgrown(null, known, 0)).toBe(true)
    expect(isOutgrown(null, [], 0)).toBe(false)
    expect(isOutgrown(model, [], 8)).toBe(false)
    expect(isOutgrown(model, known.slice(0, 2), 8)).toBe(false)
    expect(isOutgrown(model, known, 8)).toBe(true)
  })

  it('asks for another when much that is new is unknown', () => {
    const strange = Array.from({ length: 4 }, () => ['lattice', 'gauge', 'theory'])
    expect(isOutgrown({ ...model, entries: 6_000 }, strange, 8)).toBe(true)
    expect(isOutgrown({ ...model, entries: 6_000 }, known.slice(0, 4), 8)).toBe(false)
    expect(isOutgrown({ ...model, entries: 6_000 }, strange.slice(0, 1), 800)).toBe(false)
  })
})
