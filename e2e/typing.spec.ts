import { expect, test } from './kronika.ts'

test('results follow every letter, the words found are marked', async ({ kronika, page }) => {
  await kronika.open()
  const all = (await kronika.answer()).total
  await kronika.expectTotal(all)
  await kronika.box.pressSequentially('refugees')
  await expect(page).toHaveURL(/\?q=refugees$/)
  const { total } = await kronika.answer()
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThan(all)
  await kronika.expectTotal(total)
  // Marks have no role that a page could be asked for.
  await expect(kronika.results.first().locator('mark').first()).toHaveText(/^refugees?$/i)
})

test('a misspelt name is found, a mistyped year is not', async ({ kronika }) => {
  await kronika.open('/?q=milosovic')
  const misspelt = await kronika.answer()
  expect(misspelt.total).toBeGreaterThan(0)
  await kronika.box.fill('milosevic')
  await kronika.expectTotal(misspelt.total)
  await kronika.open('/?q=1244')
  const resolution = (await kronika.answer()).hits.map((hit) => hit.text)
  expect(resolution.length).toBeGreaterThan(0)
  for (const text of resolution) expect(text).toContain('1244')
})

test('phrases and exclusions bind', async ({ kronika }) => {
  await kronika.open('/?q=%22air+campaign%22')
  const phrase = await kronika.answer()
  expect(phrase.total).toBeGreaterThan(0)
  for (const { text } of phrase.hits) expect(text.toLowerCase()).toMatch(/air[\s-]+campaign/)
  await kronika.open('/?q=%E2%80%9Cair+campaign%E2%80%9D')
  await kronika.expectTotal(phrase.total)
  await kronika.open('/?q=kosovo+-nato')
  const excluded = await kronika.answer()
  for (const { text } of excluded.hits) expect(text).not.toMatch(/\bNATO\b/i)
})

test('words that no entry has together are relaxed, and the page says so', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=rambouillet+zeppelin')
  const answer = await kronika.answer()
  expect(answer.relaxed).toBe(true)
  expect(answer.total).toBeGreaterThan(0)
  await expect(page.getByText('no entry has all of these words')).toBeVisible()
  await kronika.open('/?q=%22rambouillet+zeppelin%22+kosovo')
  await kronika.expectTotal(0)
})

test('a search without hits offers the next step', async ({ kronika, page }) => {
  await kronika.open('/?q=zeppelin&actor=NATO')
  await kronika.expectTotal(0)
  await page.getByRole('link', { name: 'Keep the filters, drop the words' }).click()
  await expect(page).toHaveURL('/?actor=NATO')
  await kronika.expectTotal((await kronika.answer()).total)
})

test('the keyboard reaches the box and clears it', async ({ kronika, page }) => {
  await kronika.open('/?q=refugees')
  await page.getByRole('heading', { name: 'Search results' }).waitFor()
  await page.keyboard.press('/')
  await expect(kronika.box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(kronika.box).toHaveValue('')
  await expect(page).toHaveURL('/')
})
