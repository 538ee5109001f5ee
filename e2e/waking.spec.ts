import { expect, test } from './kronika.ts'

test('a filter that is clicked by no pointer and no key narrows in place', async ({ page }) => {
  await page.goto('/?q=nato')
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
