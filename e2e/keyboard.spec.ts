import type { Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

/** Without a mouse: from the search to an entry and back; and the keys that the page lists. */

/** Presses a key until something has the focus. */
async function pressUntil(page: Page, key: string, name: RegExp, most = 60): Promise<void> {
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key)
    const label = await page.evaluate(() => {
      const { activeElement: focused } = document
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (name.test(label)) return
  }
  throw new Error(`${key} does not lead to ${name}`)
}

test('search, facet, result, and back, by keys alone', async ({ kronika, page }) => {
  await kronika.open()
  await page.keyboard.press('/')
  await expect(kronika.box).toBeFocused()
  await page.keyboard.type('kosovo')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=kosovo')
  await pressUntil(page, 'Tab', /^NATO, \d+ entr/)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/?q=kosovo&actor=NATO')
  const { total, hits } = await kronika.answer()
  await kronika.expectTotal(total)
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await expect(kronika.results.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(kronika.results.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/entry\//)
  await expect(page.getByRole('article')).toContainText(hits[1]?.text.slice(0, 40) ?? '?')
  // Alt and the left arrow, which a browser without a window does not take.
  await page.goBack()
  await expect(page).toHaveURL('/?q=kosovo&actor=NATO')
  await expect(kronika.box).toHaveValue('kosovo')
  await kronika.expectTotal(total)
})

test('the keys are listed under ?, and Escape closes the list', async ({ kronika, page }) => {
  await kronika.open()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  // In the box it is a letter like others.
  await kronika.box.fill('who')
  await kronika.box.press('?')
  await expect(kronika.box).toHaveValue('who?')
  await expect(list).toBeHidden()
})

test('what has the focus can be seen, at every stop of the first page', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=rambouillet&actor=NATO')
  for (let stop = 0; stop < 45; stop++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return 'end'
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      const slider = focused.getAttribute('type') === 'range'
      const thumb = slider && getComputedStyle(focused, '::-webkit-slider-thumb').outlineStyle
      const { width, height } = focused.getBoundingClientRect()
      const visible = (outlineStyle !== 'none' && outlineWidth !== '0px') || thumb !== false
      return visible && width > 1 && height > 1 ? 'seen' : focused.outerHTML.slice(0, 200)
    })
    if (seen === 'end') break
    expect(seen).toBe('seen')
  }
})

test('a link is copied, and the page says so', async ({ kronika, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await kronika.open('/?q=kosovo&actor=NATO')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})
