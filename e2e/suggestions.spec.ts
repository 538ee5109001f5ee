import type { Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

/** What is offered under the box while one types, and the help on what can be typed. */

const offers = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })

test('an actor by an alias becomes a filter, by keys', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.pressSequentially('KLA')
  const actors = offers(page).getByRole('group', { name: 'Actors' })
  const offer = actors.getByRole('option', { name: /^Kosovo Liberation Army organization/ })
  await expect(offer).toBeVisible()
  await expect(kronika.box).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText(/^\d+ suggestions?$/)).toHaveCount(1)
  const promised = Number(/(\d+) entr/.exec((await offer.textContent()) ?? '')?.[1])
  await page.keyboard.press('ArrowDown')
  await expect(kronika.box).toBeFocused()
  await expect(offers(page).getByRole('option', { selected: true })).toHaveCount(1)
  while ((await offer.getAttribute('aria-selected')) !== 'true') {
    await page.keyboard.press('ArrowDown')
  }
  const id = await offer.getAttribute('id')
  await expect(kronika.box).toHaveAttribute('aria-activedescendant', id ?? '?')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?actor=Kosovo+Liberation+Army')
  await expect(kronika.box).toHaveValue('')
  await expect(kronika.box).toBeFocused()
  await expect(kronika.box).toHaveAttribute('aria-expanded', 'false')
  await kronika.expectTotal(promised)
})

test('an actor at the end of other words keeps them', async ({ kronika, page }) => {
  await kronika.open()
  // At once: of "refugees" alone the same actor is offered, as it is called by that word, with another number.
  await kronika.box.fill('refugees unhcr')
  const offer = offers(page).getByRole('option', { name: /^UNHCR/ })
  const promised = Number(/(\d+) entr/.exec((await offer.textContent()) ?? '')?.[1])
  await offer.click()
  await expect(page).toHaveURL('/?q=refugees&actor=UNHCR')
  await kronika.expectTotal(promised)
})

test('a section is offered, and a date in words', async ({ kronika, page }) => {
  await kronika.open()
  const section = Object.keys((await kronika.answer()).facets.section ?? {}).find((name) =>
    /^[A-Za-z ]{8,}$/.test(name),
  )
  await kronika.box.fill(section ?? '?')
  const sections = offers(page).getByRole('group', { name: 'Sections' })
  await sections.getByRole('option').first().click()
  await expect(page).toHaveURL(/^[^?]*\?section=/)
  await kronika.expectTotal((await kronika.answer()).total)
  await kronika.open()
  await kronika.box.pressSequentially('refugees spring 1999')
  const dates = offers(page).getByRole('group', { name: 'Dates' })
  await dates.getByRole('option', { name: /^March to May 1999/ }).click()
  await expect(page).toHaveURL('/?q=refugees&from=1999-03&to=1999-05')
})

test('Enter without a choice searches the words, Escape clears them', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.pressSequentially('nato')
  await expect(offers(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=nato')
  await expect(offers(page)).toBeHidden()
  await kronika.box.press('End')
  await kronika.box.pressSequentially(' ')
  await expect(offers(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(offers(page)).toBeHidden()
  await expect(kronika.box).toHaveValue('nato ')
  await page.keyboard.press('Escape')
  await expect(kronika.box).toHaveValue('')
  await expect(page).toHaveURL('/')
})

test('leaving the box chooses nothing', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.pressSequentially('nato')
  await expect(offers(page).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(offers(page)).toBeHidden()
  await expect(page).toHaveURL('/?q=nato')
})

test('recent searches are offered to the empty box, and can be forgotten', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  await kronika.box.pressSequentially('rambouillet')
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('kronika-recent')))
    .toContain('rambouillet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowDown')
  const recent = offers(page).getByRole('group', { name: 'Recent searches' })
  await recent.getByRole('option', { name: 'rambouillet' }).click()
  await expect(page).toHaveURL('/?q=rambouillet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowDown')
  await recent.getByRole('option', { name: 'Clear recent searches' }).click()
  await expect(offers(page)).toBeHidden()
  await page.reload()
  await kronika.box.click()
  await expect(offers(page).getByRole('option')).toHaveCount(0)
})

test('every example of the help finds something, and closes it', async ({ kronika, page }) => {
  await kronika.open()
  const help = page.getByText('Help', { exact: true })
  await help.click()
  const examples = page.getByRole('definition').locator('..').getByRole('link')
  const count = await examples.count()
  expect(count).toBeGreaterThan(3)
  for (let index = 0; index < count; index++) {
    if (index > 0) await help.click()
    await examples.nth(index).click()
    await expect(examples.first()).toBeHidden()
    await expect(page).toHaveURL(/q=/)
    const { total } = await kronika.answer()
    expect(total).toBeGreaterThan(0)
    await kronika.expectTotal(total)
  }
  await help.click()
  await page.keyboard.press('Escape')
  await expect(examples.first()).toBeHidden()
})

test('an actor is offered by an alias in front of other words', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.box.fill('North Atlantic Treaty Organization refugees')
  const offer = offers(page).getByRole('option', { name: /^NATO organization/ })
  await expect(offer).toBeVisible()
  const promised = Number(/(\d+) entr/.exec((await offer.textContent()) ?? '')?.[1])
  await offer.click()
  await expect(page).toHaveURL('/?q=refugees&actor=NATO')
  await kronika.expectTotal(promised)
})
