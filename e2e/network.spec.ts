import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { APIRequestContext } from '@playwright/test'
import { type OwnEngine, ownEngine } from './engines.ts'
import { expect, Kronika, test } from './kronika.ts'
import type { OracleEntry } from './oracle.ts'
import { paramsOf, stateMaker } from './random-states.ts'

/** The bundled collection once more, shared out among three engines: whatever is asked, the answer is the same. */

const root = path.resolve(import.meta.dirname, '..')
const base = Number(process.env.E2E_PORT ?? 3990)
const site = `http://127.0.0.1:${base + 6}`
const MASTER_KEY = 'one-key-for-all-engines-of-this-network-0123456789'
const ENGINES = 3
const STATES = 60

let folder: string
let engines: OwnEngine[]
let web: ChildProcess

test.describe.configure({ mode: 'serial' })
test.use({ expectedErrors: /status of 503|does not answer/ })

const startEngine = (number: number): Promise<OwnEngine> =>
  ownEngine(path.join(folder, String(number)), base + 10 + number, MASTER_KEY)

test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = await mkdtemp(path.join(tmpdir(), 'kronika-network-'))
  engines = await Promise.all(Array.from({ length: ENGINES }, (_, number) => startEngine(number)))
  const MEILI_HOST = engines.map(({ host }) => host).join(',')
  const env = { ...process.env, KRONIKA_DIR: folder, MEILI_HOST, MEILI_MASTER_KEY: MASTER_KEY }
  const args = ['--import', 'tsx', 'indexer/cli.ts', 'data']
  await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 60_000, env })
  web = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'serve.ts')], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(base + 6),
      HOST: '127.0.0.1',
      MEILI_HOST,
      MEILI_SEARCH_KEY: await keyOf(engines[0]),
    },
  })
  await expect(async () => {
    expect((await fetch(`${site}/api/health`)).status).toBe(200)
  }).toPass({ timeout: 30_000 })
})

test.afterAll(async () => {
  web?.kill('SIGTERM')
  await Promise.all((engines ?? []).map((engine) => engine.stop()))
  await rm(folder, { recursive: true, force: true })
})

/** What the app may hold, and no more. */
async function keyOf(engine: OwnEngine | undefined): Promise<string> {
  const file = path.join(folder, 'search.key')
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'engine/write-key.ts', file], {
    cwd: root,
    timeout: 30_000,
    env: { ...process.env, MEILI_HOST: engine?.host, MEILI_MASTER_KEY: MASTER_KEY },
  })
  return (await readFile(file, 'utf8')).trim()
}

/** The answers of one engine and of three. */
async function both(request: APIRequestContext, address: string): Promise<[unknown, unknown]> {
  const [one, three] = await Promise.all([request.get(address), request.get(site + address)])
  expect([one.status(), three.status()], address).toEqual([200, 200])
  // Values of a facet that are equally frequent have no order.
  const isJson = one.headers()['content-type']?.startsWith('application/json')
  const texts = [comparable(await one.text()), comparable(await three.text())] as const
  return isJson ? [JSON.parse(texts[0]), JSON.parse(texts[1])] : [...texts]
}

/** Without what tells by whom and when it was answered. */
const comparable = (text: string): string =>
  text
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'SITE')
    .replaceAll(/"tookMs":\d+/g, '"tookMs":0')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW')

const seed = Number(process.env.SEED ?? 1)

test(`random searches find the same in the same order, seed ${seed}`, async ({ request }) => {
  test.setTimeout(180_000)
  const lines = (await (await request.get('/api/entries.jsonl')).text()).trim().split('\n')
  const make = stateMaker(
    lines.map((line) => JSON.parse(line) as OracleEntry),
    seed,
  )
  for (let round = 0; round < STATES; round++) {
    const address = `/api/entries?${paramsOf(make())}`
    const [one, three] = await both(request, address)
    expect(three, address).toEqual(one)
  }
})

for (const address of [
  '/api/entries?q=refugees&size=7&page=2',
  '/api/entries.csv?q=refugees',
  '/api/entries.jsonl',
  '/feed.atom?q=nato',
  '/api/grid?q=nato',
  '/api/documents/air-campaign?q=nato&first=0',
  '/api/cite?document=air-campaign',
]) {
  test(`the same to be taken away: ${address}`, async ({ request }) => {
    const [one, three] = await both(request, address)
    expect(three).toEqual(one)
  })
}

test('pages are searched, read and followed', async ({ page }) => {
  const kronika = new Kronika(page)
  await kronika.open(`${site}/`)
  await kronika.box.fill('refugees')
  await expect(page).toHaveURL(`${site}/?q=refugees`)
  const { total } = await kronika.answer()
  await kronika.expectTotal(total)
  await page.goto(`${site}/document/air-campaign`)
  await expect(page.getByRole('article')).toHaveCount(13)
})

test('with one of its engines gone a network says so, and goes on when it is back', async ({
  page,
  request,
}) => {
  await engines[2]?.stop()
  expect((await request.get(`${site}/api/entries?q=refugees`)).status()).toBe(503)
  await page.goto(`${site}/?q=refugees`)
  await expect(page.getByText('The search engine does not answer.')).toBeVisible()
  engines[2] = await startEngine(2)
  await expect(new Kronika(page).total).toBeVisible()
})
