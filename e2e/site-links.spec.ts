import { expect, test } from '@playwright/test'

/** Every link of every page leads somewhere: all pages of entries and documents, and what they link to. */

/** Of addresses that differ in their parameters alone, these many stand for all. */
const MOST_ALIKE = 50

test('no link of the site is broken', async ({ request, baseURL }) => {
  test.setTimeout(180_000)
  const map = await (await request.get('/sitemap/0')).text()
  const entries = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? ''))
  const waiting = ['/', '/api', ...entries.map(({ pathname }) => pathname)]
  const seen = new Set<string>(waiting)
  const fragments: { from: string; to: string; id: string }[] = []
  const ids = new Map<string, Set<string>>()
  const alike = new Map<string, number>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    if (!response.headers()['content-type']?.startsWith('text/html')) continue
    const html = (await response.text()).replace(/<script\b.*?<\/script>/gs, '')
    ids.set(path, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')))
    for (const [, href = ''] of html.matchAll(/<a\b[^>]* href="([^"]*)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), `${baseURL}${path}`)
      if (url.origin !== baseURL) continue
      const to = url.pathname + url.search
      if (url.hash !== '')
        fragments.push({ from: path, to, id: decodeURIComponent(url.hash.slice(1)) })
      if (seen.has(to)) continue
      const kind = url.pathname.replace(/^\/(entry|document)\/.*/, '/$1')
      if (url.search !== '') {
        alike.set(kind, (alike.get(kind) ?? 0) + 1)
        if ((alike.get(kind) ?? 0) > MOST_ALIKE) continue
      }
      seen.add(to)
      waiting.push(to)
    }
  }
  expect(seen.size).toBeGreaterThan(entries.length)
  const dangling = fragments.filter(({ to, id }) => ids.has(to) && !ids.get(to)?.has(id))
  expect(dangling.slice(0, 5)).toEqual([])
})
