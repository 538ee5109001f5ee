import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { type ApiAnswer, expect, test } from './kronika.ts'
import { expected, type OracleAnswer, type OracleEntry } from './oracle.ts'
import { type Asked, paramsOf, stateMaker } from './random-states.ts'
import { type Shown, shownOn } from './shown.ts'

/**
 * Random searches against their naive recomputation: ids, order, total and every count. SEED repeats a
 * run; it stands in the titles of the tests.
 */

const seed = Number(process.env.SEED ?? 1)
const STATES = 500
const PAGES = 60

let entries: OracleEntry[]

test.beforeAll(() => {
  const root = path.resolve(import.meta.dirname, '..')
  const folder = mkdtempSync(path.join(tmpdir(), 'kronika-oracle-'))
  const file = path.join(folder, 'entries.jsonl')
  const args = ['--import', 'tsx', 'indexer/cli.ts', '--dry-run', '--out', file]
  execFileSync(process.execPath, args, { cwd: root, timeout: 60_000, stdio: 'ignore' })
  entries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleEntry)
  rmSync(folder, { recursive: true })
})

type Answer = ApiAnswer & { matched: { words: number; meaning: number } }

async function ask(request: APIRequestContext, params: URLSearchParams): Promise<Answer> {
  const response = await request.get(`/api/entries?${params}`)
  expect(response.status(), params.toString()).toBe(200)
  return (await response.json()) as Answer
}

/** All ids of a search, page by page, and its first answer. */
async function askForAll(request: APIRequestContext, asked: URLSearchParams) {
  const ids: string[] = []
  const params = new URLSearchParams(asked)
  let first: Answer | null = null
  for (let page = 1; ; page++) {
    params.set('page', String(page))
    const answer = await ask(request, params)
    first ??= answer
    ids.push(...answer.hits.map((hit) => hit.id))
    if (page >= answer.pages) return { ids, answer: first }
  }
}

/** Which entries match, and which of them by their words, is asked once for each query, unfiltered. */
function matcher(request: APIRequestContext) {
  const known = new Map<string, Promise<{ all: Set<string>; byWords: Set<string> }>>()
  const matching = async (q: string) => {
    const all = await askForAll(request, new URLSearchParams({ q, size: '100' }))
    const words = await askForAll(request, new URLSearchParams({ q, size: '100', meaning: '0' }))
    return { all: new Set(all.ids), byWords: new Set(words.ids) }
  }
  return (q: string) => {
    if (q === '') return null
    if (!known.has(q)) known.set(q, matching(q))
    return known.get(q) ?? null
  }
}

/** Which of two matching entries is more relevant is the engine's to say. */
const isOrdered = ({ q, state }: Asked): boolean => q === '' || state.sort !== 'relevance'

/** What the API and the oracle say of one search, in one form. */
async function bothAnswers(
  request: APIRequestContext,
  asked: Asked,
  params: URLSearchParams,
  matching: ReturnType<typeof matcher>,
) {
  const match = await matching(asked.q)
  const oracle = expected(entries, asked.state, match?.all ?? null)
  const { ids, answer } = await askForAll(request, params)
  const words = oracle.ids.filter((id) => match?.byWords.has(id) ?? true).length
  const inForm = (list: string[]): string[] => (isOrdered(asked) ? list : [...list].sort())
  const { total, matched, facets, undated } = answer
  return {
    told: { ids: inForm(ids), total, matched, facets, undated },
    wanted: {
      ...oracle,
      ids: inForm(oracle.ids),
      total: oracle.ids.length,
      matched: { words, meaning: oracle.ids.length - words },
    },
    ids,
    oracle,
  }
}

test(`the API agrees with the oracle, seed ${seed}`, async ({ request }) => {
  test.setTimeout(300_000)
  const matching = matcher(request)
  const make = stateMaker(entries, seed)
  for (let round = 0; round < STATES; round++) {
    const asked = make()
    const params = paramsOf(asked)
    const { told, wanted } = await bothAnswers(request, asked, params, matching)
    expect(told, params.toString()).toEqual(wanted)
  }
})

/** What stands in place of a parameter, as if its filter did not work. */
const BROKEN: Record<string, (params: URLSearchParams, name: string) => void> = {
  actor: (params, name) => params.delete(name),
  notActor: (params, name) => params.delete(name),
  kind: (params, name) => params.delete(name),
  document: (params, name) => params.delete(name),
  section: (params, name) => params.delete(name),
  from: (params, name) => params.delete(name),
  to: (params, name) => params.delete(name),
  undated: (params, name) => params.delete(name),
  actorMatch: (params, name) => params.set(name, params.get(name) === 'all' ? 'any' : 'all'),
  sort: (params, name) => params.set(name, params.get(name) === 'newest' ? 'oldest' : 'newest'),
}

for (const [name, breakIt] of Object.entries(BROKEN)) {
  test(`the oracle tells when ${name} does not work, seed ${seed}`, async ({ request }) => {
    const matching = matcher(request)
    const make = stateMaker(entries, seed)
    let told = 0
    for (let tried = 0; tried < 400 && told < 3; ) {
      const asked = make()
      const params = paramsOf(asked)
      if (!params.has(name)) continue
      breakIt(params, name)
      tried++
      const both = await bothAnswers(request, asked, params, matching)
      if (JSON.stringify(sorted(both.told)) !== JSON.stringify(sorted(both.wanted))) told++
    }
    expect(told).toBe(3)
  })
}

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value)
    .map(([key, inner]): [string, unknown] => [key, sorted(inner)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What a page must show of a search: its order by relevance is the API's to say. */
function shownOf(oracle: OracleAnswer, ids: string[], size: number): Shown {
  const titles = new Map(entries.map(({ document }) => [document.id, document.title]))
  const kinds = new Map([
    ['timeline', 'Timeline entry'],
    ['paragraph', 'Paragraph'],
  ])
  const labels = (counts: Record<string, number> = {}, names?: Map<string, string>): string[] =>
    Object.entries(counts)
      .map(([value, count]) => `${names?.get(value) ?? value}, ${entriesInWords(count)}`)
      .sort()
  const { actor, kind, document, section } = oracle.facets
  const total = oracle.ids.length
  return {
    total: `${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`,
    ids: ids.slice(0, size),
    values: {
      Actors: labels(actor),
      Dates: oracle.undated === 0 ? [] : [`Undated, ${entriesInWords(oracle.undated)}`],
      Kind: labels(kind, kinds),
      Document: labels(document, titles),
      Section: labels(section),
    },
  }
}

const entriesInWords = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`

/** Random searches with what a page must show of each. */
async function pagesToSee(request: APIRequestContext, count: number) {
  const matching = matcher(request)
  const make = stateMaker(entries, seed + 1)
  const pages: { search: string; shown: Shown }[] = []
  for (let round = 0; round < count; round++) {
    const asked = make()
    const size = [20, 5, 100][round % 3] ?? 20
    const all = await bothAnswers(request, asked, paramsOf(asked), matching)
    const ids = isOrdered(asked) ? all.oracle.ids : all.ids
    const shown = shownOf(all.oracle, ids, size)
    pages.push({ search: `?${paramsOf(asked, size)}`, shown })
  }
  return pages
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test(`the page agrees with the oracle, seed ${seed}`, async ({ page, request }) => {
    test.setTimeout(180_000)
    for (const { search, shown } of await pagesToSee(request, PAGES)) {
      await page.goto(`/${search}`)
      expect(await shownOn(page), search).toEqual(shown)
    }
  })
})

test(`the live page agrees with the oracle, seed ${seed}`, async ({ kronika, page, request }) => {
  test.setTimeout(180_000)
  await kronika.open()
  for (const { search, shown } of await pagesToSee(request, PAGES)) {
    // As Back and Forward would bring it.
    await page.evaluate((to) => {
      window.history.pushState(null, '', to)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }, search)
    await expect(async () => expect(await shownOn(page), search).toEqual(shown)).toPass({
      timeout: 10_000,
    })
  }
})
