import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browserPath } from './browser.ts'

/**
 * Makes the pictures of the documentation from a running Kronika with the bundled collection:
 *
 *     npm start                                     (in one terminal)
 *     node --import tsx e2e/pictures.ts [address]   (in another)
 */

const address = process.argv[2] ?? 'http://localhost:3000'
const folder = path.resolve(import.meta.dirname, '..', 'docs', 'pictures')

type Picture = { name: string; search: string; dark?: boolean; width?: number; height?: number }

const SEARCH = '?q=refugees+return&from=1999-03&to=2000-06'

const PICTURES: Picture[] = [
  { name: 'search-light', search: SEARCH },
  { name: 'search-dark', search: SEARCH, dark: true },
  { name: 'first-visit', search: '' },
  { name: 'no-result', search: '?q=zeppelin&actor=NATO' },
  { name: 'search-phone', search: SEARCH, width: 390, height: 844 },
  { name: 'search-phone-dark', search: SEARCH, width: 390, height: 844, dark: true },
]

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, search, dark = false, width = 1280, height = 860 } = picture
  const context = await browser.newContext({
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height },
    deviceScaleFactor: 1.5,
  })
  const page = await context.newPage()
  await page.goto(`${address}/${search}`)
  await page.getByRole('status').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await context.close()
}

const browser = await chromium.launch({
  executablePath: browserPath() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const picture of PICTURES) await take(browser, picture)
await browser.close()
