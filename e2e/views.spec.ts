import { type ApiAnswer, expect, test } from './kronika.ts'

/** The timeline and the grid: other views of the same results, each with a link of its own. */

type Grid = { periods: { from: string; to: string }[]; rows: { actor: string; counts: number[] }[] }

test('every cell of the grid counts what its link finds', async ({ page, kronika }) => {
  await kronika.open('/?q=kosovo&view=grid')
  const grid = (await (await page.request.get('/api/grid?q=kosovo')).json()) as Grid
  expect(grid.rows.length).toBeGreaterThan(3)
  const cells = grid.rows.flatMap(({ actor, counts }) =>
    grid.periods.map(({ from, to }, column) => ({ actor, from, to, count: counts[column] })),
  )
  for (const { actor, from, to, count } of cells.filter((_, index) => index % 7 === 0)) {
    const search = new URLSearchParams({ q: 'kosovo', actor, from, to, size: '1' })
    const answer = await page.request.get(`/api/entries?${search}`)
    expect(((await answer.json()) as ApiAnswer).total, search.toString()).toBe(count)
  }
  const table = page.getByRole('table')
  const shown = grid.rows.flatMap(({ counts }) => counts).filter((count) => count > 0).length
  await expect(table.getByRole('cell').getByRole('link')).toHaveCount(shown)
  const cell = table.getByRole('cell').getByRole('link').first()
  const count = Number(await cell.textContent())
  await cell.click()
  await kronika.expectTotal(count)
  await expect(page).not.toHaveURL(/view=grid/)
  await page.goBack()
  await expect(table).toBeVisible()
})

test('arrows walk through the grid, over empty cells', async ({ page, kronika }) => {
  await kronika.open('/?view=grid')
  const { periods, rows } = (await (await page.request.get('/api/grid')).json()) as Grid
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  const table = page.getByRole('table', { name: /entries by actor/ })
  const link = (row: number, column: number) =>
    table
      .getByRole('row', { name: rows[row]?.actor ?? '', exact: false })
      .getByRole('cell')
      .nth(column)
      .getByRole('link')
  const filled = (row: number): number[] =>
    periods.flatMap((_, column) => (rows[row]?.counts[column] ? [column] : []))
  // A row with a gap, so that the way to the right leads over an empty cell.
  const row = rows.findIndex((_, at) => {
    const columns = filled(at)
    return (
      at > 0 && columns.length > 1 && columns.some((c, n) => n > 0 && c > (columns[n - 1] ?? c) + 1)
    )
  })
  const columns = filled(row)
  expect(columns.length, 'a row with a gap').toBeGreaterThan(1)
  await link(row, columns[0] ?? 0).focus()
  for (const column of columns.slice(1)) {
    await page.keyboard.press('ArrowRight')
    await expect(link(row, column)).toBeFocused()
  }
  const last = await focused()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe(last)
  const column = columns.at(-1) ?? 0
  const above = rows.slice(0, row).findLastIndex(({ counts }) => counts[column])
  await page.keyboard.press('ArrowUp')
  await expect(link(above === -1 ? row : above, column)).toBeFocused()
  await link(row, column).focus()
  await page.keyboard.press('Home')
  const name = rows[row]?.actor ?? ''
  await expect(table.getByRole('rowheader', { name, exact: true }).getByRole('link')).toBeFocused()
})

test('the timeline holds every result in order of time, fetched as one goes', async ({
  page,
  kronika,
}) => {
  await kronika.open('/?view=timeline&kind=timeline')
  const all = await page.request.get('/api/entries?kind=timeline&sort=oldest&size=100')
  const { hits } = (await all.json()) as ApiAnswer
  const spine = page.getByRole('list', { name: 'Timeline' })
  const articles = spine.getByRole('article')
  await expect(async () => {
    await articles.last().scrollIntoViewIfNeeded()
    expect(await articles.count()).toBeGreaterThanOrEqual(hits.length)
  }).toPass()
  const texts = await articles.getByRole('paragraph').allInnerTexts()
  const bodies = texts.filter((text) => hits.some((hit) => hit.text === text))
  expect(bodies.slice(0, hits.length)).toEqual(hits.map(({ text }) => text))
})

test('one can jump to a date, share that place, and go back before it', async ({
  page,
  kronika,
}) => {
  await kronika.open('/?view=timeline&kind=timeline&size=10')
  await page.getByLabel('Jump to').fill('2000-01')
  await page.getByRole('button', { name: 'Go' }).click()
  await expect(page).toHaveURL(/page=\d+/)
  const spine = page.getByRole('list', { name: 'Timeline' })
  await expect(spine.getByRole('heading', { name: 'January 2000' })).toBeVisible()
  const first = await spine.getByRole('article').first().textContent()
  await page.reload()
  await expect(spine.getByRole('article').first()).toHaveText(first ?? '')
  const before = await spine.getByRole('article').count()
  await page.getByRole('button', { name: 'Show earlier entries' }).click()
  await expect(async () => {
    expect(await spine.getByRole('article').count()).toBeGreaterThan(before)
  }).toPass()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('views are links, and what they show is in the page', async ({ page, kronika }) => {
    await kronika.openPlain('/?kind=timeline')
    await page
      .getByRole('navigation', { name: 'View' })
      .getByRole('link', { name: 'Timeline' })
      .click()
    await expect(page).toHaveURL(/view=timeline/)
    await expect(page.getByRole('list', { name: 'Timeline' }).getByRole('article')).toHaveCount(20)
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Grid' }).click()
    await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(0)
  })
})
