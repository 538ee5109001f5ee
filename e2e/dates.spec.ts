import type { Locator, Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

/** The histogram: a range by dragging, by keys and by the two fields; in and out of finer bars. */

const histogram = (page: Page): Locator => page.getByRole('region', { name: 'Results over time' })
const bar = (page: Page, name: string): Locator =>
  histogram(page)
    .getByRole('link', { name: new RegExp(`^${name}: \\d`) })
    .first()

async function middleOf(target: Locator): Promise<[x: number, y: number]> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('not on the page')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  await page.mouse.move(...(await middleOf(from)))
  await page.mouse.down()
  await page.mouse.move(...(await middleOf(to)), { steps: 6 })
  await page.mouse.up()
}

test('a range is dragged over the bars, either way', async ({ kronika, page }) => {
  await kronika.open('/?q=kosovo')
  await drag(page, bar(page, 'March 1999'), bar(page, 'June 1999'))
  await expect(page).toHaveURL('/?q=kosovo&from=1999-03&to=1999-06')
  await kronika.expectTotal((await kronika.answer()).total)
  await expect(kronika.chosen).toContainText('March to June 1999')
  await drag(page, bar(page, 'October 1998'), bar(page, 'August 1998'))
  await expect(page).toHaveURL('/?q=kosovo&from=1998-08&to=1998-10')
  await kronika.expectTotal((await kronika.answer()).total)
  await page.goBack()
  await expect(page).toHaveURL('/?q=kosovo&from=1999-03&to=1999-06')
})

test('dragged to the end of the collection, a range stays open there', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  await drag(page, bar(page, 'March 2000'), histogram(page).getByRole('link').last())
  await expect(page).toHaveURL('/?from=2000-03')
  await kronika.expectTotal((await kronika.answer()).total)
})

test('both ends of the range move by keys, as one step of the history', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?from=1999-03&to=1999-06')
  const start = page.getByRole('slider', { name: 'Start of the range' })
  const end = page.getByRole('slider', { name: 'End of the range' })
  await expect(start).toHaveAttribute('aria-valuetext', 'March 1999')
  await start.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL('/?from=1999-01&to=1999-06')
  await expect(start).toHaveAttribute('aria-valuetext', 'January 1999')
  await end.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL('/?from=1999-01&to=1999-07')
  await kronika.expectTotal((await kronika.answer()).total)
  await end.press('End')
  await expect(page).toHaveURL('/?from=1999-01')
  await start.press('Home')
  await expect(page).toHaveURL('/')
})

test('arrows go from bar to bar, Enter chooses one', async ({ kronika, page }) => {
  await kronika.open()
  await bar(page, 'May 1999').focus()
  await page.keyboard.press('ArrowRight')
  await expect(bar(page, 'June 1999')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?from=1999-06&to=1999-06')
})

test('a month opens into days, and closes again', async ({ kronika, page }) => {
  await kronika.open('/?from=1999-04&to=1999-04')
  const zoomed = (name: string) => histogram(page).getByRole('list', { name })
  const byDay = zoomed('April 1999 by day').getByRole('link')
  await expect(byDay).toHaveCount(30)
  await drag(page, byDay.nth(9), byDay.nth(11))
  await expect(page).toHaveURL('/?from=1999-04-10&to=1999-04-12')
  const answer = await kronika.answer()
  await kronika.expectTotal(answer.total)
  for (const [day, count] of Object.entries(answer.facets.day ?? {})) {
    const number = Number(day.slice(8))
    if (day < '1999-04-10' || day > '1999-04-12') continue
    await expect(
      histogram(page).getByRole('link', { name: `${number} April 1999: ${count} of` }),
    ).toBeVisible()
  }
  await histogram(page).getByRole('link', { name: 'April 1999', exact: true }).click()
  await expect(page).toHaveURL('/?from=1999-04&to=1999-04')
  await histogram(page).getByRole('link', { name: '1999', exact: true }).click()
  await expect(page).toHaveURL('/?from=1999&to=1999')
  // Months of a year stand in the overview already.
  await expect(histogram(page).getByRole('link', { name: 'all dates' })).toBeHidden()
})

test('every bar counts what the API counts, and the table says the same', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=nato')
  const { facets } = await kronika.answer()
  const names = await histogram(page)
    .getByRole('list', { name: 'Results by month' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
  const counts = names.map((name) => Number(/: (\d+) of/.exec(name)?.[1]))
  const sum = Object.values(facets.month ?? {}).reduce((total, count) => total + count, 0)
  expect(counts.reduce((total, count) => total + count, 0)).toBe(sum)
  await page.getByText('Show as a table').click()
  const rows = histogram(page).getByRole('table').getByRole('row')
  expect(await rows.count()).toBeGreaterThan(names.length)
  const shown = await rows.getByRole('cell').first().textContent()
  expect(Number(shown)).toBe(counts[0])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('bars are links, and the two fields are a form', async ({ kronika, page }) => {
    await kronika.openPlain('/?q=kosovo')
    await bar(page, 'June 1999').click()
    await expect(page).toHaveURL('/?q=kosovo&from=1999-06&to=1999-06')
    await kronika.expectTotal((await kronika.answer()).total)
    await page.getByRole('textbox', { name: 'From' }).fill('1999-03')
    await page.getByRole('button', { name: 'Apply dates' }).click()
    await expect(page).toHaveURL(/[?&]from=1999-03&to=1999-06/)
    await kronika.expectTotal((await kronika.answer()).total)
  })
})
