import type { Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

/** Nothing moves under the eyes: cumulative layout shift below 0.02, while loading and while used. */

const LIMIT = 0.02
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string[] }[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null }[]
      })[]) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(({ node }) => (node as Element | null)?.className ?? '')
        shifts.push({ value: entry.value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

async function expectStill(page: Page, where: string, limit = LIMIT): Promise<void> {
  // Two frames, so that the last shift has been reported.
  const shifts = await page.evaluate(
    () =>
      new Promise<{ value: number; moved: string[] }[]>((resolve) => {
        const { shifts } = window as unknown as { shifts: { value: number; moved: string[] }[] }
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts)))
      }),
  )
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  console.log(`layout shift, ${where}: ${sum.toFixed(4)}`)
  expect(sum, JSON.stringify(shifts)).toBeLessThan(limit)
}

for (const size of SIZES) {
  test(`nothing moves at ${size.width} pixels`, async ({ kronika, page }) => {
    await page.setViewportSize(size)
    await observe(page)
    for (const search of [
      '/',
      '/?q=refugees+return&from=1999-03&to=2000-06',
      '/?q=nato&view=timeline',
      '/?view=grid',
      '/?q=zeppelin&actor=NATO',
    ]) {
      await kronika.open(search)
      await page.evaluate(() => document.fonts.ready)
      await expectStill(page, `${size.width} ${search}`)
    }
    await kronika.open('/?q=refugees')
    await kronika.results.first().hover()
    await kronika.results.first().getByRole('link', { name: 'link to this entry' }).click()
    await expect(page.getByRole('heading', { name: 'Cite' })).toBeVisible()
    await expectStill(page, `${size.width} entry`)
  })
}

// Slow enough that a browser paints every page several times while it arrives.
const SLOW_LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: 40_000,
  uploadThroughput: 40_000,
}

for (const size of SIZES) {
  test(`nothing moves at ${size.width} pixels while a page arrives slowly`, async ({ page }) => {
    await page.setViewportSize(size)
    await observe(page)
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', SLOW_LINE)
    for (const search of ['/', '/?q=nato&view=timeline', '/?view=grid']) {
      await page.goto(search)
      await page.evaluate(() => document.fonts.ready)
      // Few see it, so that even a small move is one too many.
      await expectStill(page, `${size.width} ${search}, slowly`, LIMIT / 2)
    }
  })
}
