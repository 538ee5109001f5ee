import { expect, test } from './kronika.ts'

/** Reading in place, evidence, citations. */

type Hit = { id: string; text: string; position: number; document: { id: string; title: string } }

async function hitsOf(page: { request: import('@playwright/test').APIRequestContext }, q: string) {
  const answer = await page.request.get('/api/entries', {
    params: { q, sort: 'document', size: 100 },
  })
  return ((await answer.json()) as { hits: Hit[] }).hits
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('from a search into the document, to the previous hit, back to the results, to a citation', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=refugees&sort=document')
  const hits = await hitsOf(page, 'refugees')
  const documentId = hits.find(
    ({ document }) => hits.filter((h) => h.document.id === document.id).length > 2,
  )?.document.id
  const inDocument = hits.filter((hit) => hit.document.id === documentId)
  const [first, second] = inDocument as [Hit, Hit]
  const result = kronika.results.filter({ hasText: second.text.slice(0, 60) })
  await result.getByRole('link', { name: `${second.document.title} (read it there)` }).click()
  await expect(page).toHaveURL(new RegExp(`/document/${documentId}\\?.*#${second.id}$`))
  const bar = page.getByRole('navigation', { name: 'Hits in this document' })
  await expect(bar).toContainText(`Hit 2 of ${inDocument.length}`)
  const entry = page.getByRole('article', { name: `Entry ${second.position + 1}`, exact: true })
  await expect(entry).toBeInViewport()
  await expect(entry.locator('mark').first()).toHaveText(/refugee/i)

  await page.keyboard.press('p')
  await expect(bar).toContainText(`Hit 1 of ${inDocument.length}`)
  await expect(page).toHaveURL(new RegExp(`#${first.id}$`))
  await expect(
    page.getByRole('article', { name: `Entry ${first.position + 1}`, exact: true }),
  ).toBeInViewport()
  await page.keyboard.press('n')
  await expect(bar).toContainText(`Hit 2 of ${inDocument.length}`)

  await page.getByRole('link', { name: 'Back to the results' }).click()
  await expect(page).toHaveURL(`/?q=refugees&sort=document#${second.id}`)
  await expect(result).toBeInViewport()

  await result.getByRole('link', { name: 'link to this entry' }).click()
  await expect(page.getByRole('heading', { name: 'Cite' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy Chicago' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByText('Chicago copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(second.document.title)
  expect(copied).toContain(`entry ${second.position + 1}`)
  expect(copied).toContain(`/entry/${second.id}`)
})

test('a bare link to an entry of a document finds its place', async ({ kronika, page }) => {
  await kronika.open('/')
  const response = await page.request.get('/api/entries?sort=document&size=100')
  const { hits } = (await response.json()) as { hits: Hit[] }
  const late = hits.reduce((a, b) => (b.position > a.position ? b : a))
  await page.goto(`/document/${late.document.id}#${late.id}`)
  await expect(page.locator(`[id="${late.id}"]`)).toBeInViewport()
})

test('an entry shows the words that caused its date and its actors, and its neighbours', async ({
  kronika,
  page,
}) => {
  await kronika.open('/?q=campaign')
  const response = await page.request.get('/api/entries?actor=NATO&kind=timeline&size=1')
  const { hits } = (await response.json()) as {
    hits: (Hit & {
      actors: { name: string; evidence: { text: string }[] }[]
      date: { edtf: string }
    })[]
  }
  const hit = hits[0]
  if (hit === undefined) throw new Error('no entry to look at')
  await page.goto(`/entry/${hit.id}`)
  for (const actor of hit.actors) {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: actor.name, exact: true }) })
    for (const { text } of actor.evidence) await expect(row).toContainText(text)
  }
  await expect(page.getByRole('row').filter({ hasText: 'its own date' })).toContainText(
    hit.date.edtf,
  )
  const neighbours = page.getByRole('navigation', { name: 'Neighbours' })
  await expect(neighbours.getByRole('link').first()).toBeVisible()
  await neighbours.getByRole('link', { name: 'Read it in its place' }).click()
  await expect(page.locator(`[id="${hit.id}"]`)).toBeInViewport()
})

test('reference managers find the citation in the page', async ({ kronika, page }) => {
  await kronika.open('/')
  const [hit] = await hitsOf(page, 'campaign')
  await page.goto(`/entry/${hit?.id}`)
  await expect(page.locator('meta[name=citation_title]')).toHaveAttribute('content', /\S/)
  await expect(page.locator('meta[name=citation_fulltext_html_url]')).toHaveAttribute(
    'content',
    new RegExp(`/entry/${hit?.id}$`),
  )
  const coins = await page.locator('.Z3988').getAttribute('title')
  const params = new URLSearchParams(coins ?? '')
  expect(params.get('ctx_ver')).toBe('Z39.88-2004')
  expect(params.getAll('rft.identifier').at(-1)).toContain(`/entry/${hit?.id}`)
})

test('an address that nothing answers to is a whole page with its status', async ({ request }) => {
  const answer = await request.get('/api/entries?size=1')
  const { hits } = (await answer.json()) as { hits: Hit[] }
  const document = hits[0]?.document.id ?? ''
  for (const [path, words] of [
    ['/entry/no-such-entry', 'There is nothing at this address'],
    ['/entry/%E0%A4%A', 'There is nothing at this address'],
    ['/document/no-such-document', 'There is nothing at this address'],
    [`/entry/${document}-aaaaaaaaaaaa`, 'This entry is gone'],
  ] as const) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    const body = (await response.text()).replace(/<script\b.*?<\/script>/gs, '')
    expect(body, path).toContain(words)
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('hits are links, and the entry that is asked for is there', async ({ page }) => {
    const hits = await hitsOf(page, 'kosovo')
    const id = hits[0]?.document.id
    const inDocument = hits.filter((hit) => hit.document.id === id)
    await page.goto(`/document/${id}?q=kosovo`)
    const bar = page.getByRole('navigation', { name: 'Hits in this document' })
    await bar.getByRole('link', { name: 'Next hit' }).click()
    await expect(bar).toContainText(`Hit 1 of ${inDocument.length}`)
    await expect(page.locator(`[id="${inDocument[0]?.id}"]`)).toBeInViewport()
  })
})
