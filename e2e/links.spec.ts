import { expect, test } from './kronika.ts'

const SHARED = '/?q=kosovo&actor=NATO&from=1999-03&to=1999-06'

test('a shared link, opened cold, shows what was seen', async ({ kronika, page, browser }) => {
  await kronika.open()
  await kronika.box.pressSequentially('kosovo')
  await kronika.value('NATO').click()
  await page.getByRole('textbox', { name: 'From' }).fill('1999-03')
  await page.getByRole('textbox', { name: 'To' }).fill('1999-06')
  await page.getByRole('textbox', { name: 'To' }).press('Enter')
  await expect(page).toHaveURL(SHARED)
  const { total } = await kronika.answer()
  await kronika.expectTotal(total)
  const seen = await kronika.texts()
  const counts = await kronika.counts()

  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto(page.url())
  const cold = new (kronika.constructor as new (page: typeof other) => typeof kronika)(other)
  await cold.expectTotal(total)
  expect(await cold.texts()).toEqual(seen)
  expect(await cold.counts()).toEqual(counts)
  await expect(cold.value('NATO')).toBeChecked()
  await expect(cold.box).toHaveValue('kosovo')
  await stranger.close()
})

test('Back and Forward walk through searches, not letters', async ({ kronika, page }) => {
  await kronika.open()
  const all = (await kronika.answer()).total
  await kronika.box.pressSequentially('refugees', { delay: 30 })
  await expect(page).toHaveURL('/?q=refugees')
  const refugees = (await kronika.answer()).total
  await kronika.value('NATO').click()
  await expect(page).toHaveURL('/?q=refugees&actor=NATO')
  const narrowed = (await kronika.answer()).total
  await kronika.expectTotal(narrowed)
  await page.goBack()
  await expect(page).toHaveURL('/?q=refugees')
  await kronika.expectTotal(refugees)
  await expect(kronika.value('NATO')).not.toBeChecked()
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(kronika.box).toHaveValue('')
  await kronika.expectTotal(all)
  await page.goForward()
  await page.goForward()
  await expect(page).toHaveURL('/?q=refugees&actor=NATO')
  await expect(kronika.box).toHaveValue('refugees')
  await kronika.expectTotal(narrowed)
})

test('to an entry and back, again and again, the search stays', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.pressSequentially('elections')
  await expect(page).toHaveURL('/?q=elections')
  const { total } = await kronika.answer()
  for (let round = 0; round < 4; round++) {
    await kronika.expectTotal(total)
    const text = (await kronika.answer()).hits[round % total]?.text ?? '?'
    await kronika.results
      .nth(round % total)
      .getByRole('link', { name: 'link to this entry' })
      .click()
    await expect(page).toHaveURL(/\/entry\//)
    await expect(page.getByRole('article')).toContainText(text)
    await page.goBack()
    await expect(page).toHaveURL('/?q=elections')
    await expect(kronika.box).toHaveValue('elections')
  }
})

test('an actor by another name is the actor', async ({ kronika, page }) => {
  await kronika.open('/?actor=nato')
  await expect(kronika.value('NATO')).toBeChecked()
  await expect(kronika.chosen.getByRole('link', { name: 'Remove filter: NATO' })).toBeVisible()
  await kronika.value('NATO').click()
  await expect(page).toHaveURL('/')
})

test('letters typed before the script came are searched', async ({ kronika, page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/**', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await kronika.box.fill('refugees')
  release()
  await expect(page).toHaveURL('/?q=refugees')
  await kronika.expectTotal((await kronika.answer()).total)
})

test('nothing of what was typed is lost, however fast', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.focus()
  await page.keyboard.type('refugees')
  expect(new URL(page.url()).search).toBe('?q=refugees')
  await page.reload()
  await expect(kronika.box).toHaveValue('refugees')
})

test('a link with garbage is a page that says what it ignored', async ({ kronika, page }) => {
  await kronika.open('/?q=kosovo&kind=banana&from=1999-13&page=zero')
  const note = page.getByRole('note')
  await expect(note).toContainText('kind=banana')
  await expect(note).toContainText('from=1999-13')
  await expect(note).toContainText('page=zero')
  const plain = await page.request.get('/api/entries?q=kosovo')
  await kronika.expectTotal(((await plain.json()) as { total: number }).total)
})

test('a page past the end leads to the last one', async ({ kronika, page }) => {
  await kronika.open('/?q=kosovo&page=400')
  const { total, pages } = await kronika.answer()
  await kronika.expectTotal(total)
  await page.getByRole('link', { name: `Go to the last one, page ${pages}` }).click()
  await expect(page).toHaveURL(`/?q=kosovo&page=${pages}`)
  await expect(kronika.results.first()).toBeVisible()
})

test('an address that is none says so', async ({ page }) => {
  const response = await page.goto('/entry/no-such-entry')
  expect(response?.status()).toBe(404)
  await expect(
    page.getByRole('heading', { name: 'There is nothing at this address' }),
  ).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('dates and actors that the words may mean are links', async ({ kronika, page }) => {
    await kronika.openPlain('/?q=UNHCR+spring+1999+refugees')
    const offers = page.getByRole('list', { name: 'What the words may mean' })
    await expect(offers.getByRole('link', { name: 'Only entries that name UNHCR' })).toHaveCount(1)
    await offers.getByRole('link', { name: 'Only March to May 1999' }).click()
    await expect(page).toHaveURL('/?q=UNHCR+refugees&from=1999-03&to=1999-05')
    await kronika.expectTotal((await kronika.answer()).total)
  })

  test('the box is a form, values and pages are links, results are there', async ({
    kronika,
    page,
  }) => {
    await kronika.openPlain('/?actor=NATO&size=5')
    const { total, hits } = await kronika.answer()
    await kronika.expectTotal(total)
    await expect(kronika.results).toHaveCount(Math.min(5, total))
    await expect(kronika.results.first()).toContainText(hits[0]?.text.slice(0, 30) ?? '?')
    await kronika.box.fill('campaign')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/q=campaign/)
    await expect(page).toHaveURL(/actor=NATO/)
    await kronika.expectTotal((await kronika.answer()).total)
    await kronika.value('NATO').click()
    await expect(page).not.toHaveURL(/actor=/)
    await kronika.expectTotal((await kronika.answer()).total)
  })
})

test.describe('when the engine is gone', () => {
  test.use({ expectedErrors: /status of 503|does not answer/ })

  test('the page says so, keeps what was typed and recovers by itself', async ({
    kronika,
    page,
  }) => {
    await kronika.open()
    const body = { error: { code: 'engine_unavailable', message: 'The engine does not answer.' } }
    await page.route('**/api/search/**', (route) => route.fulfill({ status: 503, json: body }))
    await kronika.box.pressSequentially('refugees')
    await expect(page.getByText('The search engine does not answer.')).toBeVisible()
    await expect(kronika.box).toHaveValue('refugees')
    await page.unroute('**/api/search/**')
    await expect(page.getByText('The search engine does not answer.')).toBeHidden()
    await kronika.expectTotal((await kronika.answer()).total)
  })
})
