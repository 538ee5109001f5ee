import { expect, it } from 'vitest'
import { type Alternative, countQuery, searchUnions } from './alternatives.ts'
import type { EngineClient } from './engine.ts'

const QUESTIONS = 372
const words = (q: string): Alternative => ({ q, matchingStrategy: 'all', filter: [] })

/** Answers every question with the number in its filter, and tells how many requests it had at a time. */
function countingEngine() {
  const engine = { open: 0, most: 0 }
  const numberOf = ({ filter }: { filter: string[] }) => Number(filter.find((one) => +one >= 0))
  const multiSearch = async (body: { federation?: unknown; queries: { filter: string[] }[] }) => {
    engine.open++
    engine.most = Math.max(engine.most, engine.open)
    await new Promise(setImmediate)
    engine.open--
    const totals = body.queries.map(numberOf)
    return body.federation === undefined
      ? { results: totals.map((totalHits) => ({ hits: [], totalHits })) }
      : { hits: [], estimatedTotalHits: totals[0] }
  }
  return { engine, client: { multiSearch } as unknown as EngineClient }
}

it.each([
  ['one', [words('river')]],
  ['two', [words('river'), words('stream')]],
])(
  'asks hundreds of questions about a union of %s a few at a time, and keeps their order',
  async (_, alternatives) => {
    const { engine, client } = countingEngine()
    const questions = Array.from({ length: QUESTIONS }, (_, at) => countQuery([String(at)]))
    const results = await searchUnions(client, alternatives, questions)
    expect(results.map(({ totalHits }) => totalHits)).toEqual([...questions.keys()])
    expect(engine.most).toBeLessThanOrEqual(8)
    expect(await searchUnions(client, alternatives, [])).toEqual([])
  },
)
