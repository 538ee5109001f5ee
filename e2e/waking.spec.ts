import { expect, test } from './kronika.ts'

test('a filter that is clicked by no pointer and no key narrows in place', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=nato')
  await page.evaluate(() => Object.assign(window, { stays: true }))
  const filter = page.getByRole('region', { name: 'Kind' }).getByRole('checkbox').first()
  await filter.dispatchEvent('click')
  await expect(page).toHaveURL(/kind=/)
  await expect(filter).toBeChecked()
  expect(await page.evaluate(() => 'stays' in window)).toBe(true)
})

test('a page that nobody touches comes alive by itself', async ({ page }) => {
  await page.goto('/')
  // The ends of the range are there for who has script.
  await expect(page.getByRole('slider').first()).toBeAttached()
})

test('a page is painted before it asks for script', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        if (name === 'first-contentful-paint') Object.assign(window, { isPainted: true })
      }
    }).observe({ type: 'paint', buffered: true })
  })
  const early: string[] = []
  await page.route(/\/chunks\/.*\.js$/, async (route) => {
    const isPainted = await page.evaluate(() => 'isPainted' in window)
    if (!isPainted) early.push(route.request().url())
    await route.continue()
  })
  await page.goto('/?q=nato')
  await expect(page.getByRole('slider').first()).toBeAttached()
  expect(early).toEqual([])
})

test('who begins to use a page before there is any script gets it at once', async ({ page }) => {
  // A page that is never painted, as one behind others.
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0
  })
  await page.goto('/?q=nato')
  await page.getByRole('combobox', { name: 'Search the collection' }).focus()
  await expect(page.getByRole('slider').first()).toBeAttached()
})
