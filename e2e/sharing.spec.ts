import { type ApiAnswer, expect, test } from './kronika.ts'

/** What leaves the page: previews of links, cards, the sitemap, the search engine of a browser. */

const SEARCH = '/?q=refugees&actor=NATO&from=1999-03&to=1999-06'

test('a link to a search says in its preview what it finds', async ({ page, kronika, request }) => {
  await kronika.openPlain(SEARCH)
  const { total } = (await (
    await request.get(`/api/entries${SEARCH.slice(1)}`)
  ).json()) as ApiAnswer
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content')
  const description = await meta('og:description')
  expect(description).toContain(`${total} `)
  expect(description).toContain('NATO')
  expect(description).toContain('March to June 1999')
  expect(await meta('description')).toBe(description)
  expect(await meta('twitter:card')).toBe('summary_large_image')
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(canonical).toBe(new URL(SEARCH, page.url()).href)
  const picture = await request.get((await meta('og:image')) ?? '')
  expect(picture.headers()['content-type']).toBe('image/png')
  const png = await picture.body()
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
})

test('the address of a search is one, however its parameters are ordered', async ({ page }) => {
  const canonical = () => page.locator('link[rel=canonical]').getAttribute('href')
  await page.goto('/?to=1999-06&q=refugees&page=1&from=1999-03')
  const first = await canonical()
  await page.goto('/?q=refugees&from=1999-03&to=1999-06&sort=relevance')
  expect(await canonical()).toBe(first)
})

test('a card is drawn for letters that no font of ours has', async ({ request }) => {
  const picture = await request.get(`/card?q=${encodeURIComponent('科索沃 🙂 Милошевић العربية')}`)
  expect(picture.status()).toBe(200)
  expect((await picture.body()).length).toBeGreaterThan(5000)
})

test('the sitemap lists every entry once', async ({ request }) => {
  const { total } = (await (await request.get('/api/entries?size=1')).json()) as ApiAnswer
  const index = await (await request.get('/sitemap.xml')).text()
  const addresses: string[] = []
  for (const [, part = ''] of index.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const text = await (await request.get(part)).text()
    addresses.push(...[...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc))
  }
  const entries = addresses.filter((address) => new URL(address).pathname.startsWith('/entry/'))
  expect(new Set(entries).size).toBe(total)
  expect(entries).toHaveLength(total)
  expect((await request.get(entries[0] ?? '')).status()).toBe(200)
})

test('a browser can add the site as a search engine', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.locator('link[rel=search]').getAttribute('href')
  const answer = await request.get(href ?? '')
  expect(answer.headers()['content-type']).toContain('application/opensearchdescription+xml')
  const template = /type="text\/html"[^>]*template="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
  await page.goto(template.replace('{searchTerms}', 'rambouillet'))
  await expect(page.getByRole('combobox', { name: 'Search the collection' })).toHaveValue(
    'rambouillet',
  )
})

test('a first visit says what the collection is, and its examples find something', async ({
  page,
  kronika,
}) => {
  await kronika.open()
  const about = page.getByRole('region', { name: 'About this collection' })
  await expect(about.getByRole('heading', { level: 2 })).not.toBeEmpty()
  const links = about.getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  for (const address of addresses.filter((href) => href.includes('/?'))) {
    const answer = await page.request.get(address.replace('/?', '/api/entries?'))
    expect(((await answer.json()) as ApiAnswer).total, address).toBeGreaterThan(0)
  }
  await about.getByRole('link', { name: /^NATO \d/ }).click()
  await expect(about).toBeHidden()
  await page.goBack()
  await expect(about).toBeVisible()
})

test('the colours that a reader chose stay', async ({ page, kronika }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await kronika.open()
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await page.getByLabel('Colours').selectOption('Dark')
  const dark = await paper()
  expect(dark).not.toBe(light)
  await page.reload()
  expect(await paper()).toBe(dark)
  await page.getByLabel('Colours').selectOption('As the system')
  expect(await paper()).toBe(light)
})
