import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, Kronika, test } from './kronika.ts'
import { type SwitchedEngine, switchedEngine, type Way } from './switched-engine.ts'

/** A web server of its own, on the tests' engine, whose way to it can be cut. */

const root = path.resolve(import.meta.dirname, '..')
const directory = process.env.E2E_DIR ?? ''
const port = Number(process.env.E2E_PORT ?? 3990) + 3
const site = `http://127.0.0.1:${port}`

/** The promise is two seconds; the rest is for a machine that has much to do. */
const SAYS_SO_MS = 2_000 + 2_000

let engine: SwitchedEngine
let web: ChildProcess

test.describe.configure({ mode: 'serial' })
test.use({ expectedErrors: /status of 503|does not answer/ })

test.beforeAll(async () => {
  const state = JSON.parse(readFileSync(path.join(directory, 'engine.json'), 'utf8'))
  engine = await switchedEngine((state as { port: number }).port)
  web = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'serve.ts')], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      MEILI_HOST: engine.host,
      MEILI_SEARCH_KEY: readFileSync(path.join(directory, 'master.key'), 'utf8').trim(),
    },
  })
  await expect(async () => {
    expect((await fetch(`${site}/api/health`)).status).toBe(200)
  }).toPass({ timeout: 30_000 })
})

test.afterAll(async () => {
  web.kill('SIGTERM')
  await engine.stop()
})

test.afterEach(() => engine.turn('through'))

test('an engine that is busy is waited for, without script too', async ({ request }) => {
  const found = await request.get(`${site}/api/entries?q=refugees&actor=NATO`)
  const { total, hits } = (await found.json()) as { total: number; hits: { url: string }[] }
  const pages = [
    ['/?q=refugees&actor=NATO', `>${total} results<`],
    [hits[0]?.url ?? '', '<article'],
    ['/document/air-campaign', '<article'],
  ]
  for (const [address, part] of pages) {
    await engine.turn('busy')
    const response = await request.get(site + address)
    expect(response.status(), address).toBe(200)
    const html = await response.text()
    expect(html, address).toContain(part)
    expect(html, address).not.toContain('does not answer')
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('one tries again oneself, with a link', async ({ page }) => {
    const kronika = new Kronika(page)
    await engine.turn('silent')
    await page.goto(`${site}/?q=refugees&actor=NATO`)
    await expect(page.getByText('tries again by itself')).toBeHidden()
    await engine.turn('through')
    await page.getByRole('link', { name: 'Try now' }).click()
    await expect(kronika.total).toBeVisible()
    await expect(page).toHaveURL(`${site}/?q=refugees&actor=NATO`)
    await engine.turn('silent')
    await page.goto(`${site}/document/air-campaign`)
    await engine.turn('through')
    await page.getByRole('link', { name: 'load this page again' }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
  })
})

const CUT: Way[] = ['silent', 'gone']
const API = [
  '/api/entries?q=refugees',
  '/api/entries.csv',
  '/api/entries.jsonl?q=refugees',
  '/api/grid',
  '/api/health',
  '/feed.atom',
  '/api/documents/air-campaign',
  '/api/cite?document=air-campaign',
]

for (const way of CUT) {
  test(`an engine that is ${way}: the API answers 503 in time`, async ({ request }) => {
    await engine.turn(way)
    for (const address of API) {
      const began = Date.now()
      const response = await request.get(site + address)
      expect(Date.now() - began, address).toBeLessThan(SAYS_SO_MS)
      expect(response.status(), address).toBe(503)
      expect(await response.json(), address).toMatchObject({
        error: { code: 'engine_unavailable', message: expect.any(String) },
      })
    }
  })

  test(`an engine that is ${way}: the page says so, without script too`, async ({ request }) => {
    await engine.turn(way)
    const began = Date.now()
    const response = await request.get(`${site}/?q=refugees&actor=NATO`)
    const html = await response.text()
    expect(Date.now() - began).toBeLessThan(SAYS_SO_MS)
    expect(html).toContain('The search engine does not answer.')
    expect(html).toMatch(/<input[^>]*name="q"[^>]*value="refugees"/)
    expect(html).not.toContain(engine.host)
  })

  test(`an engine that is ${way}: pages to read say so`, async ({ request }) => {
    await engine.turn(way)
    for (const address of ['/entry/air-campaign-aaaaaaaaaaaa', '/document/air-campaign']) {
      const began = Date.now()
      const response = await request.get(site + address)
      expect(Date.now() - began, address).toBeLessThan(SAYS_SO_MS)
      expect(response.status(), address).toBe(503)
      expect(await response.text(), address).toContain('The search engine does not answer')
    }
  })

  test(`an engine that becomes ${way} after a search: what was typed meanwhile is what is found then`, async ({
    page,
  }) => {
    const kronika = new Kronika(page)
    const totalOf = async (q: string): Promise<number> =>
      (await (await page.request.get(`${site}/api/entries?q=${q}&actor=NATO`)).json()).total
    const [before, after] = [await totalOf('refugees'), await totalOf('summit')]
    expect(after).not.toBe(before)
    await kronika.open(`${site}/?actor=NATO`)
    await kronika.box.fill('refugees')
    await kronika.expectTotal(before)
    await engine.turn(way)
    await kronika.box.fill('summit')
    await expect(page.getByText('The search engine does not answer.')).toBeVisible()
    // The results of the former words are there still, and nobody may take them for those of the new ones.
    await expect(page.getByText('of the last search that was answered')).toBeVisible()
    await engine.turn('through')
    await kronika.expectTotal(after)
    await expect(kronika.box).toHaveValue('summit')
  })

  test(`an engine that becomes ${way} under an open page: it keeps what is typed and recovers`, async ({
    page,
  }) => {
    const kronika = new Kronika(page)
    await kronika.open(`${site}/?actor=NATO`)
    const loads: string[] = []
    page.on('framenavigated', (frame) => loads.push(frame.url()))
    await engine.turn(way)
    await kronika.box.pressSequentially('refugees')
    await expect(page.getByText('The search engine does not answer.')).toBeVisible()
    await expect(kronika.box).toHaveValue('refugees')
    await expect(page).toHaveURL(`${site}/?q=refugees&actor=NATO`)
    // Nobody touches the page any more.
    const navigated = loads.length
    await engine.turn('through')
    await expect(page.getByText('The search engine does not answer.')).toBeHidden()
    const found = (await (
      await page.request.get(`${site}/api/entries?q=refugees&actor=NATO`)
    ).json()) as {
      total: number
    }
    await kronika.expectTotal(found.total)
    await expect(kronika.box).toHaveValue('refugees')
    expect(loads.length).toBe(navigated)
  })
}

test('a page that was opened without an engine fills itself when there is one', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const look = () => {
      const said = document.body?.textContent.includes('is slow to answer')
      if (said) document.documentElement.lang = 'slow'
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true })
  })
  await engine.turn('silent')
  await page.goto(`${site}/?q=refugees`)
  await expect(page.getByText('The search engine does not answer.')).toBeVisible()
  // While it is tried again, nobody is told anything better.
  await page.waitForResponse((response) => response.status() === 503)
  await expect(page.getByText('The search engine does not answer.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await engine.turn('through')
  const kronika = new Kronika(page)
  const found = (await (await page.request.get(`${site}/api/entries?q=refugees`)).json()) as {
    total: number
  }
  await kronika.expectTotal(found.total)
  await expect(kronika.results.first()).toBeVisible()
})
