import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserPath } from './browser.ts'

/**
 * Makes the pictures of the documentation from a running Kronika with the bundled collection:
 *
 *     npm start                                              (in one terminal)
 *     node --import tsx e2e/pictures.ts [address] [names]    (in another)
 */

const [address = 'http://localhost:3000', ...only] = process.argv.slice(2)
const folder = path.resolve(import.meta.dirname, '..', 'docs', 'pictures')

type Picture = {
  name: string
  search: string
  dark?: boolean
  phone?: boolean
  /** Media of the page: `print` as it leaves a printer. */
  media?: 'print'
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<void>
}

const SEARCH = '?q=refugees+return&from=1999-03&to=2000-06'
const WIDE = { width: 1280, height: 860 }
const PHONE = { width: 390, height: 844 }
const QUALITY = 0.82

const box = (page: Page) => page.getByRole('combobox', { name: 'Search the collection' })

async function typed(page: Page): Promise<void> {
  await box(page).pressSequentially('kosovo liberation', { delay: 20 })
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
}

const click = (name: string) => (page: Page) => page.getByRole('button', { name }).click()

/** To the first result's page: its entry or its place in the document. */
const follow = (name: RegExp) => async (page: Page) => {
  await page.getByRole('link', { name }).first().click()
  await page
    .getByRole('banner')
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor()
  await page.waitForURL(/\/(?:entry|document)\//)
}

/** The gateway answers as it does when its engine is gone. */
async function withoutEngine(page: Page): Promise<void> {
  await page.route('**/api/search/**', (route) => route.fulfill({ status: 503, json: {} }))
  await box(page).fill('refugees')
  await page.getByText('The search engine does not answer.').waitFor()
}

const STATES: Picture[] = [
  { name: 'first-visit', search: '' },
  { name: 'search', search: SEARCH },
  { name: 'zoomed', search: '?q=nato&from=1999-04&to=1999-04' },
  { name: 'timeline', search: '?q=nato&view=timeline' },
  { name: 'grid', search: '?view=grid' },
  { name: 'entry', search: '?q=rambouillet', before: follow(/to this entry/) },
  { name: 'reader', search: '?q=rambouillet', before: follow(/\(read it there\)/) },
  { name: 'suggestions', search: '', before: typed },
  { name: 'help', search: SEARCH, before: click('Help') },
  { name: 'keys', search: SEARCH, before: click('Keyboard shortcuts') },
  { name: 'no-result', search: '?q=refugees&actor=NATO&from=2000-11&to=2000-11' },
  { name: 'engine-gone', search: '?q=nato', before: withoutEngine },
]

const PICTURES: Picture[] = [
  ...STATES,
  ...STATES.map((state) => ({ ...state, name: `${state.name}-dark`, dark: true })),
  ...STATES.map((state) => ({ ...state, name: `${state.name}-phone`, phone: true })),
  { name: 'filters-phone', search: SEARCH, phone: true, before: click('Filters') },
  { name: 'filters-phone-dark', search: SEARCH, phone: true, dark: true, before: click('Filters') },
  { name: 'search-print', search: SEARCH, media: 'print' },
]

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, search, dark, phone, media, before } = picture
  const context = await browser.newContext({
    colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? PHONE : WIDE,
    deviceScaleFactor: phone ? 1.5 : 1.25,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (media !== undefined) await page.emulateMedia({ media })
  await page.goto(`${address}/${search}`, { waitUntil: 'networkidle' })
  // The fonts that came too late for the first visit are there for the second.
  await page.reload({ waitUntil: 'networkidle' })
  await before?.(page)
  await page.evaluate(() => document.fonts.ready)
  const shot = (await page.screenshot()).toString('base64')
  await writeFile(path.join(folder, `${name}.webp`), await asWebp(context.newPage(), shot))
  await context.close()
}

/** The browser has the encoder: a quarter of the size of a PNG. */
async function asWebp(opened: Promise<Page>, png: string): Promise<Buffer> {
  const page = await opened
  const address = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', quality as number)
    },
    [png, QUALITY],
  )
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

const browser = await chromium.launch({
  executablePath: browserPath() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const picture of PICTURES) {
  if (only.length === 0 || only.includes(picture.name)) await take(browser, picture)
}
await browser.close()
