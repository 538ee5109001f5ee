import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './kronika.ts'

/**
 * Runs last, for it replaces the collection, under the eyes of an open page: by one that goes from the
 * year 1142 to 2026 and has long paragraphs.
 */

const root = path.resolve(import.meta.dirname, '..')
const YEARS = [1142, 1215, 1389, 1456, 1648, 1789, 1848, 1912, 1945, 1968, 1989, 2008, 2026]
const FILLER = 'The clerks of the chancery copied the roll again and sent it to the towns. '

/** A chronicle with a long paragraph, whose telling word stands near its end. */
function chronicle(): string {
  const centuries = YEARS.map(
    (year) => `- ${year}: The council of ${year} meets and writes a roll.`,
  )
  const nineties = Array.from({ length: 10 }, (_, index) => 1990 + index).map(
    (year) => `- 3 May ${year}: The envoy of ${year} returns.`,
  )
  const days = [1, 2, 2, 9, 30].map((day, n) => `- ${day} June 1999: Sitting ${n} of the assembly.`)
  const long = `${FILLER.repeat(14)}Then the quagga came to the gate. ${FILLER.repeat(6)}`
  return ['# A long chronicle', ...centuries, ...nineties, ...days, '', long, ''].join('\n')
}

test.describe.configure({ mode: 'serial' })

test('an open page takes up a collection that replaces the old one', async ({ kronika, page }) => {
  await kronika.open()
  const folder = await mkdtemp(path.join(tmpdir(), 'kronika-other-'))
  try {
    await writeFile(path.join(folder, 'chronicle.md'), chronicle())
    await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'indexer/cli.ts', '--replace', path.join(folder, 'chronicle.md')],
      { cwd: root, timeout: 50_000, env: { ...process.env, KRONIKA_DIR: process.env.E2E_DIR } },
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await kronika.box.fill('council')
  await kronika.expectTotal(YEARS.length)
  await expect(page).toHaveURL('/?q=council')
})

test('what the bundled file says of the bundled collection is not said of this one', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  await expect(page.getByRole('heading', { name: 'The collection' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Try' })).toBeHidden()
  const cited = await (await page.request.get('/api/cite?document=chronicle')).text()
  const described = await (await page.request.get('/opensearch.xml')).text()
  expect(cited).toContain('A long chronicle')
  expect(cited + described + (await page.content())).not.toContain('Kosovo')
})

test('nine centuries open into decades, years, months and days, and close again', async ({
  kronika,
  page,
}) => {
  await kronika.open()
  const histogram = page.getByRole('region', { name: 'Results over time' })
  const bars = (list: string) => histogram.getByRole('list', { name: list }).getByRole('link')
  await expect(bars('Results by decade')).toHaveCount(89)
  await histogram.getByRole('link', { name: /^1990s: 15 of 15/ }).click()
  await expect(page).toHaveURL('/?from=1990&to=1999')
  await expect(bars('1990s by year')).toHaveCount(10)
  await histogram.getByRole('link', { name: /^1999: 6 of 6/ }).click()
  await expect(page).toHaveURL('/?from=1999&to=1999')
  await expect(bars('1999 by month')).toHaveCount(12)
  await histogram.getByRole('link', { name: /^June 1999: 5 of 5/ }).click()
  await expect(bars('June 1999 by day')).toHaveCount(30)
  await histogram.getByRole('link', { name: /^2 June 1999: 2 of 2/ }).click()
  await expect(page).toHaveURL('/?from=1999-06-02&to=1999-06-02')
  await kronika.expectTotal(2)
  await page.goBack()
  await kronika.expectTotal(5)
  for (const [wider, total] of [
    ['1999', 6],
    ['1990s', 15],
  ] as const) {
    await histogram.getByRole('link', { name: wider, exact: true }).click()
    await kronika.expectTotal(total)
  }
  await histogram.getByRole('link', { name: 'all dates' }).click()
  await expect(page).toHaveURL('/')
})

test('of a long paragraph the part that was found is shown, and it unfolds', async ({
  kronika,
}) => {
  await kronika.open('/?q=quagga')
  const found = kronika.results.filter({ hasText: 'quagga' })
  // Marks have no role that a page could be asked for.
  await expect(found.locator('mark').first()).toBeVisible()
  const part = (await found.allInnerTexts()).join().length
  await found.getByText('Show the whole text').click()
  await expect(found.getByText('Show less')).toBeVisible()
  expect((await found.allInnerTexts()).join().length).toBeGreaterThan(part * 2)
  await found.getByText('Show less').click()
  expect((await found.allInnerTexts()).join().length).toBe(part)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a long paragraph unfolds as well', async ({ kronika }) => {
    await kronika.openPlain('/?q=quagga')
    const found = kronika.results.filter({ hasText: 'quagga' })
    await found.getByText('Show the whole text').click()
    await expect(found.getByText('Show less')).toBeVisible()
  })
})
