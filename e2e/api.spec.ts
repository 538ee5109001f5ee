import { expect, test } from '@playwright/test'

test('an actor may be named by id, name or alias, in any case', async ({ request }) => {
  const totals: number[] = []
  for (const name of ['NATO', 'nato', 'North Atlantic Treaty Organization']) {
    const response = await request.get('/api/entries', { params: { actor: name } })
    totals.push(((await response.json()) as { total: number }).total)
  }
  expect(totals[0]).toBeGreaterThan(0)
  expect(new Set(totals).size).toBe(1)
  const nobody = await request.get('/api/entries?actor=Nobody+At+All')
  expect(await nobody.json()).toMatchObject({ total: 0, hits: [] })
})

test('a page past the end has no hits and the true total', async ({ request }) => {
  const first = (await (await request.get('/api/entries')).json()) as { total: number }
  for (const page of ['1000', '99999999999999']) {
    const past = await (await request.get(`/api/entries?page=${page}`)).json()
    expect(past).toMatchObject({ total: first.total, hits: [], page: Number(page) })
  }
})

test('highlights are offsets of the words found, whole words for beginnings', async ({
  request,
}) => {
  for (const [q, found] of [
    ['"air campaign"', /^air campaign$/i],
    ['rambouil', /^rambouillet$/i],
    ['1244', /^1244$/],
  ] as const) {
    const response = await request.get('/api/entries', { params: { q, size: 100 } })
    const { hits } = (await response.json()) as {
      hits: { text: string; highlights: { text: [number, number][] } }[]
    }
    const words = hits.flatMap(({ text, highlights }) =>
      highlights.text.map(([start, end]) => text.slice(start, end)),
    )
    expect(words.length, q).toBeGreaterThan(0)
    for (const word of words) expect(word, q).toMatch(found)
  }
})

test('a query of more than ten words still needs every one of them', async ({ request }) => {
  const all = (await (await request.get('/api/entries?q=kosovo&size=100')).json()) as {
    hits: { text: string }[]
  }
  const long = all.hits
    .map((hit) => hit.text.match(/[A-Za-z]{3,}/g) ?? [])
    .find((w) => w.length > 25)
  const words = (long ?? []).slice(0, 24).join(' ')
  const found = await (await request.get('/api/entries', { params: { q: words } })).json()
  expect(found).toMatchObject({ relaxed: false })
  expect((found as { total: number }).total).toBeGreaterThan(0)
  const odd = await request.get('/api/entries', { params: { q: `${words} zeppelin` } })
  expect(await odd.json()).toMatchObject({ relaxed: true })
})

test('exclusions bind, and beginnings are found, however long the query is', async ({
  request,
}) => {
  const total = async (q: string) => {
    // Of words alone: meaning may add entries that have none of them.
    const answer = await (await request.get('/api/entries', { params: { q, meaning: '0' } })).json()
    return (answer as { total: number }).total
  }
  const long = 'police attack villages Likoshan Qirez Drenica valley after clash by'
  expect(await total(long)).toBe(1)
  const without = await request.get('/api/entries', { params: { q: `${long} -serbian` } })
  const { hits } = (await without.json()) as { hits: { text: string }[] }
  expect(hits).not.toEqual([])
  for (const { text } of hits) {
    expect(text).not.toMatch(/\bserbian\b/i)
  }
  expect(await total(`${long} zeppelin "no such phrase"`)).toBe(0)
  expect(await total('refug -zeppelin')).toBe(await total('refug'))
})

test('errors are JSON, whatever is asked for', async ({ request }) => {
  for (const [method, path, status] of [
    ['GET', '/api/nope', 404],
    ['GET', '/api/search', 404],
    ['POST', '/api/entries', 405],
    ['DELETE', '/api/health', 405],
  ] as const) {
    const response = await request.fetch(path, { method })
    expect(response.status(), path).toBe(status)
    expect(await response.json(), path).toMatchObject({ error: { code: expect.any(String) } })
  }
})

test('the gateway takes the two routes of instant-meilisearch and no other', async ({
  request,
}) => {
  const search = (data: unknown) => request.post('/api/search/multi-search', { data })
  const found = await search({
    queries: [{ indexUid: 'kronika', q: 'refugees', facets: ['actor'] }],
  })
  expect(found.status()).toBe(200)
  expect(await found.json()).toMatchObject({
    results: [{ indexUid: 'kronika', query: 'refugees' }],
  })
  const facet = await request.post('/api/search/indexes/kronika/facet-search', {
    data: { facetName: 'actor', facetQuery: 'milos' },
  })
  const { facetHits } = (await facet.json()) as { facetHits: { value: string }[] }
  expect(facetHits.map((hit) => hit.value)).toContain('Slobodan Milosevic')

  const refused = [
    { queries: [{ indexUid: 'kronika-collection', q: '' }] },
    { queries: [{ indexUid: 'kronika', q: '', filter: 'when.undated = true' }] },
    { queries: [{ indexUid: 'kronika', q: '', facets: ['when.undated'] }] },
    { federation: {}, queries: [] },
    { queries: Array.from({ length: 50 }, () => ({ indexUid: 'kronika', q: 'a' })) },
    'no json',
  ]
  for (const body of refused) {
    const response = await search(body)
    expect(response.status(), JSON.stringify(body)).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'bad_request' } })
  }
  for (const path of [
    'keys',
    'indexes',
    'indexes/kronika/documents',
    'indexes/kronika/search',
    'tasks',
  ]) {
    const response = await request.post(`/api/search/${path}`, { data: {} })
    expect(response.status(), path).toBe(404)
    expect((await request.get(`/api/search/${path}`)).status(), path).toBeGreaterThanOrEqual(404)
  }
})

test('nothing that reaches a browser names the engine or a key', async ({ request, baseURL }) => {
  for (const path of ['/', '/api/entries', '/api/health', '/entry/none', '/?q=%00&from=x']) {
    const response = await request.get(path)
    // The site's own address stands in its links.
    const text = (await response.text()).replaceAll(baseURL ?? '', '')
    expect(text, path).not.toMatch(/127\.0\.0\.1:\d+|MEILI|Bearer/)
    expect(text, path).not.toMatch(/\bat .+:\d+:\d+/)
  }
})

test('health tells the corpus version', async ({ request }) => {
  const health = (await (await request.get('/api/health')).json()) as { corpusVersion: number }
  expect(health).toMatchObject({ status: 'available' })
  expect(health.corpusVersion).toBeGreaterThanOrEqual(1)
})
