import type { Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

/** Leaving actors out, letting go of filters, and what is offered when nothing is found. */

const leaveOut = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Filters' }).getByRole('link', {
    name: `Leave out ${name}`,
    exact: true,
  })

test('an actor is left out with the mouse, and asked back', async ({ kronika, page }) => {
  await kronika.open('/?q=kosovo')
  const before = (await kronika.answer()).total
  const having = await kronika.countOf('NATO')
  await leaveOut(page, 'NATO').click()
  await expect(page).toHaveURL('/?q=kosovo&notActor=NATO')
  await kronika.expectTotal(before - having)
  const chip = kronika.chosen.getByRole('link', { name: 'Remove filter: not NATO' })
  await chip.click()
  await expect(page).toHaveURL('/?q=kosovo')
  await kronika.expectTotal(before)
})

test('by keyboard: from the value to its minus, Enter', async ({ kronika, page }) => {
  await kronika.open()
  await kronika.value('NATO').focus()
  await page.keyboard.press('Tab')
  await expect(leaveOut(page, 'NATO')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?notActor=NATO')
  await kronika.expectTotal((await kronika.answer()).total)
  // The focus is not lost with the value that it stood on.
  const lost = await page.evaluate(() => document.activeElement === document.body)
  expect(lost).toBe(false)
})

test('an actor that was asked for and is left out is asked for no more', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?actor=NATO')
  await leaveOut(page, 'NATO').click()
  await expect(page).toHaveURL('/?notActor=NATO')
})

test('any of the chosen actors, or all of them', async ({ kronika, page }) => {
  await kronika.open('/?actor=NATO&actor=OSCE')
  const any = (await kronika.answer()).total
  const match = page.getByRole('navigation', { name: 'Entries that name' })
  await match.getByRole('link', { name: 'all of them' }).click()
  await expect(page).toHaveURL('/?actor=NATO&actor=OSCE&actorMatch=all')
  const all = (await kronika.answer()).total
  expect(all).toBeLessThan(any)
  await kronika.expectTotal(all)
})

test('filters go one by one and all at once', async ({ kronika, page }) => {
  await kronika.open('/?q=kosovo&actor=NATO&notActor=Russia&from=1999&kind=timeline')
  const chips = kronika.chosen.getByRole('link', { name: /^Remove filter/ })
  await expect(chips).toHaveCount(4)
  await chips.filter({ hasText: 'from 1999' }).click()
  await expect(page).toHaveURL('/?q=kosovo&actor=NATO&notActor=Russia&kind=timeline')
  await kronika.expectTotal((await kronika.answer()).total)
  await expect(chips).toHaveCount(3)
  await kronika.chosen.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/?q=kosovo')
  await expect(kronika.chosen).toBeHidden()
  await kronika.expectTotal((await kronika.answer()).total)
  await page.goBack()
  await expect(chips).toHaveCount(3)
})

const NOTHING = [
  '/?q=refugees&actor=NATO&from=2000-11&to=2000-11',
  '/?q=%22rambouillet+zeppelin%22+kosovo',
  '/?q=kosovo+-kosovo',
  '/?actor=NATO&notActor=NATO',
  '/?q=elections&kind=timeline&undated=1&from=1998-02&to=1998-02',
]

for (const search of NOTHING) {
  test(`what is offered gives what it promises: ${search}`, async ({ kronika, page }) => {
    await kronika.open(search)
    await kronika.expectTotal(0)
    const items = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /: [\d,]+ results?$/ })
    await expect(items.first()).toBeVisible()
    const count = await items.count()
    for (let index = 0; index < count; index++) {
      const promised = Number(
        /: ([\d,]+) result/
          .exec((await items.nth(index).textContent()) ?? '')?.[1]
          ?.replace(',', ''),
      )
      expect(promised).toBeGreaterThan(0)
      await items.nth(index).getByRole('link').click()
      await expect(page).not.toHaveURL(search)
      await kronika.expectTotal(promised)
      await page.goBack()
      await kronika.expectTotal(0)
    }
  })
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('leaving out, chips and offers are links', async ({ kronika, page }) => {
    await kronika.openPlain('/?q=kosovo')
    await leaveOut(page, 'NATO').click()
    await expect(page).toHaveURL('/?q=kosovo&notActor=NATO')
    await kronika.expectTotal((await kronika.answer()).total)
    await kronika.chosen.getByRole('link', { name: 'Remove filter: not NATO' }).click()
    await expect(page).toHaveURL('/?q=kosovo')
    await kronika.openPlain('/?q=refugees&actor=NATO&from=2000-11&to=2000-11')
    const offer = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /: \d+ results?$/ })
    const promised = Number(/: (\d+) result/.exec((await offer.first().textContent()) ?? '')?.[1])
    await offer.first().getByRole('link').click()
    await kronika.expectTotal(promised)
  })

  test('on a phone the filters open in a sheet', async ({ kronika, page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await kronika.openPlain('/')
    await expect(kronika.value('NATO')).toBeHidden()
    await page.getByRole('button', { name: 'Filters' }).click()
    await kronika.value('NATO').click()
    await expect(page).toHaveURL('/?actor=NATO')
  })
})
