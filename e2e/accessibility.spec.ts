import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Kronika, test } from './kronika.ts'

/** axe finds nothing in any view and state, light and dark, wide and on a phone. */

const WIDTHS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }
const SEARCH = '/?q=refugees&from=1999-03&to=2000-06&actor=UNHCR'

type State = {
  open: (kronika: Kronika, page: Page) => Promise<void>
  /** Where the state exists at all. */
  only?: keyof typeof WIDTHS
  /** Console errors that belong to the state. */
  errors?: true
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })

const STATES: Record<string, State> = {
  'first visit': { open: (kronika) => kronika.open() },
  results: { open: (kronika) => kronika.open(SEARCH) },
  'no results': { open: (kronika) => kronika.open('/?q=zeppelin&actor=NATO') },
  'ignored values': { open: (kronika) => kronika.open('/?q=nato&kind=x&page=99') },
  timeline: { open: (kronika) => kronika.open('/?q=rambouillet&view=timeline') },
  grid: { open: (kronika) => kronika.open('/?q=rambouillet&view=grid') },
  'help open': {
    open: async (kronika, page) => {
      await kronika.open(SEARCH)
      await page.getByRole('button', { name: 'Help' }).click()
      await expect(page.getByRole('dialog', { name: 'What you can type' })).toBeVisible()
    },
  },
  'shortcuts open': {
    open: async (kronika, page) => {
      await kronika.open(SEARCH)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  },
  'suggestions open': {
    open: async (kronika, page) => {
      await kronika.open()
      await kronika.box.fill('nato')
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  'table of the histogram and long lists open': {
    open: async (kronika, page) => {
      await kronika.open('/?q=kosovo&size=5')
      await page.getByText('Show as a table').click()
      await page.getByText('why this result').first().click()
    },
  },
  'filters open': {
    only: 'phone',
    open: async (kronika, page) => {
      await kronika.open('/?notActor=NATO')
      await page.getByRole('button', { name: 'Filters' }).click()
      await expect(kronika.value('OSCE')).toBeVisible()
    },
  },
  'bad date': {
    only: 'wide',
    open: async (kronika, page) => {
      await kronika.open()
      await page.getByRole('textbox', { name: 'From' }).fill('1999-13')
    },
  },
  'engine gone': {
    errors: true,
    open: async (kronika, page) => {
      await kronika.open()
      await page.route('**/api/search/**', (route) => route.fulfill({ status: 503, json: {} }))
      await kronika.box.fill('refugees')
      await expect(page.getByText('The search engine does not answer.')).toBeVisible()
    },
  },
  entry: {
    open: async (kronika, page) => {
      await kronika.openPlain('/?q=rambouillet')
      await link(page, 'link to this entry').first().click()
      await expect(page.getByRole('heading', { name: 'Cite' })).toBeVisible()
    },
  },
  reader: {
    open: async (kronika, page) => {
      await kronika.openPlain('/?q=rambouillet')
      await link(page, /\(read it there\)/)
        .first()
        .click()
      await expect(page.getByRole('navigation', { name: 'Hits in this document' })).toBeVisible()
    },
  },
  api: { open: async (_kronika, page) => void (await page.goto('/api')) },
  'not found': { errors: true, open: async (_, page) => void (await page.goto('/entry/none')) },
}

for (const [name, { open, only, errors }] of Object.entries(STATES)) {
  test.describe(name, () => {
    if (errors) test.use({ expectedErrors: /status of (?:404|503)/ })

    for (const [width, size] of Object.entries(WIDTHS)) {
      if (only !== undefined && only !== width) continue
      test(`${name}, ${width}: axe finds nothing`, async ({ kronika, page }) => {
        test.slow()
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await open(kronika, page)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
          // Nothing but colours differs in the dark.
          if (colorScheme === 'dark') axe.withRules('color-contrast')
          const { violations } = await axe.analyze()
          const found = violations.map(({ id, nodes }) => [
            id,
            ...nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`),
          ])
          expect(found, colorScheme).toEqual([])
        }
        // Nothing sticks out of the page.
        const across = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(across).toBe(size.width)
        await page.unrouteAll({ behavior: 'ignoreErrors' })
      })
    }
  })
}
