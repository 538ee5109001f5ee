import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/**
 * The test of this suite: fails on every console error and page error that it did not announce. What
 * people use is looked for by role and name.
 */

type Fixtures = { expectedErrors: RegExp; kronika: Kronika }

export const test = base.extend<Fixtures>({
  expectedErrors: [/^(?!)/, { option: true }],
  kronika: async ({ page, expectedErrors }, use) => {
    const errors: string[] = []
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await use(new Kronika(page))
    expect(errors.filter((text) => !expectedErrors.test(text))).toEqual([])
  },
})

/** The page in the words of its users. */
export class Kronika {
  readonly page: Page
  readonly box
  readonly total
  readonly results
  readonly chosen

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('combobox', { name: 'Search the collection' })
    this.total = page.getByRole('status')
    this.results = page.getByRole('list', { name: 'Results' }).getByRole('article')
    this.chosen = page.getByRole('list', { name: 'Chosen filters' })
  }

  /** Opens a page and waits until it is alive: React has taken over the box. */
  async open(path = '/'): Promise<void> {
    await this.openPlain(path)
    await this.page.waitForFunction(() => {
      const box = document.querySelector('input[name=q]')
      return box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'))
    })
  }

  /** Opens a page without waiting for its script. */
  async openPlain(path: string): Promise<void> {
    await this.page.goto(path)
    await expect(this.total).toHaveText(/^[\d,]+ results?$/)
  }

  /** The value of a facet, whatever its count. */
  value(name: string) {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${escaped(name)}, \\d+ entr`) })
  }

  async countOf(name: string): Promise<number> {
    const label = await this.value(name).getAttribute('aria-label')
    return Number(/, (\d+) entr/.exec(label ?? '')?.[1])
  }

  async expectTotal(count: number): Promise<void> {
    const words = `${count.toLocaleString('en')} ${count === 1 ? 'result' : 'results'}`
    await expect(this.total).toHaveText(words)
  }

  /** The texts of the results on the page, in order. */
  texts(): Promise<string[]> {
    return this.results.getByRole('paragraph').allInnerTexts()
  }

  /** Names and counts of all values on the page. */
  async counts(): Promise<(string | null)[]> {
    const values = await this.page.getByRole('checkbox').all()
    return Promise.all(values.map((value) => value.getAttribute('aria-label')))
  }

  /** What the API says of the address that the page has now. */
  async answer(): Promise<ApiAnswer> {
    const { search } = new URL(this.page.url())
    const response = await this.page.request.get(`/api/entries${search}`)
    expect(response.status()).toBe(200)
    return (await response.json()) as ApiAnswer
  }
}

export type ApiAnswer = {
  total: number
  pages: number
  relaxed: boolean
  hits: { id: string; text: string; highlights: { text: [number, number][] } }[]
  facets: Record<string, Record<string, number>>
  undated: number
  ignored: { parameter: string; value: string; reason: string }[]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
