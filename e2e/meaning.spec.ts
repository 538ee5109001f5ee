import { type APIRequestContext, expect, test } from '@playwright/test'

/** What meaning and other names add, and what binds them. */

type Answer = {
  total: number
  matched: { words: number; meaning: number }
  relaxed: boolean
  pages: number
  hits: { id: string; text: string; date: { start: string } | null; actors: { name: string }[] }[]
}

async function ask(request: APIRequestContext, params: Record<string, string>): Promise<Answer> {
  const response = await request.get('/api/entries', { params: { size: '100', ...params } })
  expect(response.status()).toBe(200)
  return (await response.json()) as Answer
}

const QUESTION = 'how did journalists from Beijing die under the bombs?'

test('a question finds its entry, and says how many were found which way', async ({ request }) => {
  const answer = await ask(request, { q: QUESTION })
  expect(answer.hits.slice(0, 5).map(({ text }) => text)).toContainEqual(
    expect.stringContaining('kill three Chinese journalists'),
  )
  const { words, meaning } = answer.matched
  expect(words + meaning).toBe(answer.total)
  expect(new Set(answer.hits.map(({ id }) => id)).size).toBe(answer.total)
})

test('meaning=0 and exact=1 leave the words alone', async ({ request }) => {
  const without = await ask(request, { q: QUESTION, meaning: '0' })
  expect(without.matched).toEqual({ words: without.total, meaning: 0 })
  expect(await ask(request, { q: QUESTION, exact: '1' })).toMatchObject({
    total: 0,
    relaxed: false,
  })
})

test('pages of a blended list never overlap and make up the whole', async ({ request }) => {
  const q = 'people driven from their homes across the border'
  const whole = await ask(request, { q })
  const ids: string[] = []
  for (let page = 1; page <= Math.ceil(whole.total / 7); page++) {
    const { hits, total } = await ask(request, { q, size: '7', page: String(page) })
    expect(total).toBe(whole.total)
    ids.push(...hits.map(({ id }) => id))
  }
  expect(ids).toEqual(whole.hits.map(({ id }) => id))
})

test('exclusions, phrases and years bind whatever way an entry is found', async ({ request }) => {
  const q = 'villagers forced to leave their homes by soldiers'
  const excluded = await ask(request, { q: `${q} -refugees -police` })
  for (const { text } of excluded.hits) expect(text).not.toMatch(/\b(?:refugees|police)\b/i)
  const phrase = await ask(request, { q: `${q} "air campaign"` })
  for (const { text } of phrase.hits) expect(text).toMatch(/air campaign/i)
  const years = await ask(request, { q: 'voters and talks about power in 1998' })
  for (const { text, date } of years.hits) {
    expect(date === null || date.start.startsWith('1998') || text.includes('1998')).toBe(true)
  }
})

test('nothing is listed for words that mean nothing here', async ({ request }) => {
  expect(await ask(request, { q: 'lattice chromodynamics hadron spectroscopy' })).toMatchObject({
    total: 0,
    matched: { words: 0, meaning: 0 },
  })
})

test('any name of an actor finds the actor, unless names=0', async ({ request }) => {
  const named = await ask(request, { q: 'FRY' })
  expect(named.total).toBeGreaterThan(0)
  for (const { text, actors } of named.hits) {
    const isActor = actors.some(({ name }) => name === 'Federal Republic of Yugoslavia')
    expect(isActor || /\bfry/i.test(text), text).toBe(true)
  }
  expect(named.matched).toEqual({ words: named.total, meaning: 0 })
  expect((await ask(request, { q: 'FRY', names: '0' })).total).toBeLessThan(named.total)
  const albright = await ask(request, { q: 'Secretary Albright Helsinki' })
  expect(albright).toMatchObject({ relaxed: false })
  expect(albright.hits[0]?.text).toContain('Madeleine Albright')
})
