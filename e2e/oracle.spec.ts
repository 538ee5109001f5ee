import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { expected, type OracleEntry, type OracleState } from './oracle.ts'

/**
 * Random searches against their naive recomputation: ids, order, total and every count. SEED repeats a
 * run; it stands in the title of the test.
 */

const seed = Number(process.env.SEED ?? 1)
const STATES = 500

let entries: OracleEntry[]

test.beforeAll(() => {
  const root = path.resolve(import.meta.dirname, '..')
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kronika-oracle-')), 'entries.jsonl')
  const args = ['--import', 'tsx', 'indexer/cli.ts', '--dry-run', '--out', file]
  execFileSync(process.execPath, args, { cwd: root, timeout: 60_000, stdio: 'ignore' })
  entries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleEntry)
})

/** A small linear congruential generator (Numerical Recipes), so that this file stands alone. */
function randomly() {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T
  const few = <T>(values: readonly T[], chance: number): T[] =>
    next() < chance ? [...new Set([pick(values), pick(values)].slice(next() < 0.6 ? 1 : 0))] : []
  return { next, pick, few }
}

function stateMaker() {
  const { next, pick, few } = randomly()
  const actors = [...new Set(entries.flatMap((entry) => entry.actors.map((actor) => actor.name)))]
  const sections = [...new Set(entries.map((entry) => entry.section).filter((s) => s !== null))]
  const documents = [...new Set(entries.map((entry) => entry.document.id))]
  const words = [
    '',
    '',
    'refugees',
    'kosovo',
    'nato air',
    '"air campaign"',
    'elections -october',
    'talks',
    'FRY',
    'Secretary Albright Helsinki',
    'refugees camps Macedonia',
    'who bombed the chinese embassy',
    'people driven from their homes across the border -bus',
    'which agreement did the Serb side refuse to sign in 1999',
  ]
  const bounds = [
    null,
    null,
    '1998',
    '1999',
    '1999-03',
    '1999-06',
    '1999-06-10',
    '1999-05-20',
    '2000-10-28',
    '2001',
  ]
  return (): { q: string; state: OracleState } => ({
    q: pick(words),
    state: {
      actor: few(actors, 0.4),
      actorMatch: pick(['any', 'any', 'all']),
      notActor: few(actors, 0.25),
      kind: few(['timeline', 'paragraph'], 0.3),
      document: few(documents, 0.25),
      section: few(sections, 0.2),
      from: pick(bounds),
      to: pick(bounds),
      undated: next() < 0.2,
      sort: pick(['relevance', 'oldest', 'newest', 'document']),
    },
  })
}

function searchOf(q: string, state: OracleState): URLSearchParams {
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const [name, value] of Object.entries(state)) {
    if (Array.isArray(value)) for (const text of value) params.append(name, text)
    else if (typeof value === 'string') params.set(name, value)
  }
  if (state.undated) params.set('undated', '1')
  params.set('size', '100')
  return params
}

type ApiAnswer = {
  total: number
  matched: { words: number; meaning: number }
  pages: number
  hits: { id: string }[]
  facets: Record<string, Record<string, number>>
  undated: number
}

async function ask(request: APIRequestContext, params: URLSearchParams): Promise<ApiAnswer> {
  const response = await request.get(`/api/entries?${params}`)
  expect(response.status(), params.toString()).toBe(200)
  return (await response.json()) as ApiAnswer
}

/** All ids of a search, page by page. */
async function allIds(request: APIRequestContext, params: URLSearchParams): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    params.set('page', String(page))
    const { hits, pages } = await ask(request, params)
    ids.push(...hits.map((hit) => hit.id))
    if (page >= pages) return ids
  }
}

test(`the API agrees with the oracle, seed ${seed}`, async ({ request }) => {
  test.setTimeout(300_000)
  // Which entries match, and which of them by their words, is asked once for each query, unfiltered.
  const matching = new Map<string, Set<string>>()
  const byWords = new Map<string, Set<string>>()
  const make = stateMaker()
  for (let round = 0; round < STATES; round++) {
    const { q, state } = make()
    if (q !== '' && !matching.has(q)) {
      matching.set(q, new Set(await allIds(request, new URLSearchParams({ q, size: '100' }))))
      const words = new URLSearchParams({ q, size: '100', meaning: '0' })
      byWords.set(q, new Set(await allIds(request, words)))
    }
    const params = searchOf(q, state)
    const ids = await allIds(request, params)
    const answer = await ask(request, params)
    const oracle = expected(entries, state, q === '' ? null : (matching.get(q) ?? null))
    const message = params.toString()
    // Which of two matching entries is more relevant is the engine's to say.
    const ordered = q === '' || state.sort !== 'relevance'
    expect(ordered ? ids : [...ids].sort(), message).toEqual(
      ordered ? oracle.ids : [...oracle.ids].sort(),
    )
    expect(answer.total, message).toBe(oracle.ids.length)
    const words = oracle.ids.filter((id) => byWords.get(q)?.has(id) ?? true).length
    expect(answer.matched, message).toEqual({ words, meaning: answer.total - words })
    expect(answer.facets, message).toEqual(oracle.facets)
    expect(answer.undated, message).toBe(oracle.undated)
  }
})
