import { expect, test } from './kronika.ts'

test('choosing an actor narrows the results and leaves its siblings their counts', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  const before = (await kronika.answer()).facets.actor ?? {}
  const [[first, count], [second, secondCount]] = busiest(before)
  await kronika.value(first).click()
  await kronika.expectTotal(count)
  await expect(kronika.value(first)).toBeChecked()
  expect(await kronika.countOf(second)).toBe(secondCount)
  await kronika.value(second).click()
  await expect(page).toHaveURL(/actor=.*&actor=/)
  const either = await kronika.answer()
  await kronika.expectTotal(either.total)
  expect(either.total).toBeGreaterThanOrEqual(Math.max(count, secondCount))
  expect(either.facets.actor).toEqual(before)
  await kronika.chosen.getByRole('link', { name: `Remove filter: ${first}` }).click()
  await kronika.expectTotal(secondCount)
  await kronika.chosen.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/')
})

test('an actor is found in its facet by an alias, and answers to the space bar', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  await page.getByRole('searchbox', { name: 'Find an actor or alias' }).fill('KLA')
  await kronika.value('Kosovo Liberation Army').focus()
  await page.keyboard.press(' ')
  await expect(page).toHaveURL('/?actor=Kosovo+Liberation+Army')
  await kronika.expectTotal((await kronika.answer()).total)
})

test('a date range is typed as month, day or year', async ({ kronika, page }) => {
  await kronika.open()
  const from = page.getByRole('textbox', { name: 'From' })
  const to = page.getByRole('textbox', { name: 'To' })
  await from.fill('1999-03')
  await from.press('Enter')
  await expect(page).toHaveURL('/?from=1999-03')
  await to.fill('1999-06-12')
  await to.press('Enter')
  await expect(page).toHaveURL('/?from=1999-03&to=1999-06-12')
  await kronika.expectTotal((await kronika.answer()).total)
  await to.fill('1999-13')
  await expect(to).toHaveAttribute('aria-invalid', 'true')
  await to.press('Enter')
  await expect(page).toHaveURL('/?from=1999-03&to=1999-06-12')
  await to.fill('')
  await to.press('Enter')
  await expect(page).toHaveURL('/?from=1999-03')
})

test('a bar of the histogram narrows to its month and back', async ({ kronika, page }) => {
  await kronika.open()
  const histogram = page.getByRole('region', { name: 'Results over time' })
  await histogram.getByRole('link', { name: /^June 1999:/ }).click()
  await expect(page).toHaveURL('/?from=1999-06&to=1999-06')
  const answer = await kronika.answer()
  await kronika.expectTotal(answer.total)
  // Dates as wide as the year overlap the month as well, without being counted in it.
  expect(answer.total).toBeGreaterThanOrEqual(answer.facets.month?.['1999-06'] ?? 1)
  await histogram.getByRole('link', { name: /^June 1999:/ }).click()
  await expect(page).toHaveURL('/')
})

test('kind, document and undated narrow together', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.value('Paragraph').click()
  await expect(page).toHaveURL('/?kind=paragraph')
  await kronika.value('Undated').click()
  await expect(page).toHaveURL('/?kind=paragraph&undated=1')
  const answer = await kronika.answer()
  await kronika.expectTotal(answer.total)
  expect(await kronika.countOf('Undated')).toBe(answer.undated)
  const document = Object.entries(answer.facets.document ?? {})[0]
  if (document !== undefined) {
    await kronika.open(`/?kind=paragraph&document=${document[0]}&undated=1`)
    await kronika.expectTotal(document[1])
  }
})

test('orders and pages are links of their own', async ({ kronika, page }) => {
  await kronika.open('/?size=10')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveURL('/?page=2&size=10')
  await expect(pages.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
  const second = await kronika.answer()
  await expect(kronika.results.first()).toContainText(second.hits[0]?.text.slice(0, 30) ?? '?')
  await page.getByRole('link', { name: 'Newest first' }).click()
  await expect(page).toHaveURL('/?sort=newest&size=10')
  const newest = await kronika.answer()
  await expect(kronika.results.first()).toContainText(newest.hits[0]?.text.slice(0, 30) ?? '?')
})

function busiest(counts: Record<string, number>): [[string, number], [string, number]] {
  const [first, second] = Object.entries(counts).sort(([, a], [, b]) => b - a)
  if (first === undefined || second === undefined) throw new Error('fewer than two actors')
  return [first, second]
}
