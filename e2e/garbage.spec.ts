import { expect, test } from '@playwright/test'
import { randomly } from './random-states.ts'

/** Whatever stands in a link, there is a page and an answer, and both say what they left aside. */

const seed = Number(process.env.SEED ?? 1)
const QUERIES = 200
/** Longer addresses are refused by the web server before they reach the app. */
const LONGEST = 14_000
const PAGES = 40

const PARAMETERS = [
  ...['q', 'actor', 'actorMatch', 'notActor', 'kind', 'document', 'section', 'from', 'to'],
  ...['undated', 'exact', 'meaning', 'names', 'sort', 'page', 'size', 'view'],
  ...['nothing', '__proto__', 'constructor', 'q[]', 'actor[0]', '%ff'],
]
const KINDS_OF_GARBAGE: Record<string, string[]> = {
  'control characters': ['%00', 'a%00b', '%1f%07%1b', '%0d%0aset-cookie:x', '%E2%80%A8', '%7f'],
  'no UTF-8': ['%ff', '%c3%28', '%ed%a0%80', '%f0%9f', '%', '%zz', '%u0041'],
  'halves of pairs': ['%ED%A0%BD', 'a%ED%B8%80b', '%EF%BF%BF', '%EF%BF%BD'],
  numbers: ['-1', '0', '9'.repeat(400), '-9999999999999999999', '1e309', 'NaN', '1.5', '0x10'],
  dates: ['1999-13', '1999-02-30', '0000', '10000', '1999-6', '31.12.1999', '1999-06-12T00:00'],
  syntax: [
    '"',
    '%22',
    '-%22',
    '-%22a%22',
    '--',
    '%5C',
    '%5C%22',
    "'%22)+OR+1=1",
    '[object+Object]',
  ],
  markup: ['<script>alert(1)</script>', '%3Cimg+src=x+onerror=alert(1)%3E', '&amp;'],
  length: ['x'.repeat(10_000), '%F0%9F%98%80'.repeat(1_000), 'a+'.repeat(3_000), '-'.repeat(5_000)],
}

function queryMaker() {
  const { next, pick } = randomly(seed)
  const values = Object.values(KINDS_OF_GARBAGE)
  return (): string => {
    const count = 1 + Math.floor(next() * 4)
    const some = Array.from({ length: count }, () => `${pick(PARAMETERS)}=${pick(pick(values))}`)
    const query = (next() < 0.1 ? [...some, ...some, '&&=', 'q'] : some).join('&')
    return query.slice(0, LONGEST)
  }
}

/** What was found wrong once. */
const KNOWN = ['q=1999-02-30&__proto__=%zz&sort=%ff']

type Answer = { total: number; ignored: { parameter: string; value: string; reason: string }[] }

test(`garbage in any parameter is answered, seed ${seed}`, async ({ request }) => {
  test.setTimeout(180_000)
  const make = queryMaker()
  for (let round = 0; round < QUERIES; round++) {
    const query = KNOWN[round] ?? make()
    const address = `/api/entries?${query}`
    const response = await request.get(address)
    expect(response.status(), address.slice(0, 300)).toBe(200)
    const { total, ignored } = (await response.json()) as Answer
    expect(total, address.slice(0, 300)).toBeGreaterThanOrEqual(0)
    for (const { parameter, reason } of ignored) {
      expect(query).toContain(parameter)
      expect(reason).not.toBe('')
    }
    if (round >= PAGES) continue
    const page = await request.get(`/?${query}`)
    expect(page.status(), query.slice(0, 300)).toBe(200)
    const html = await page.text()
    expect(html, query.slice(0, 300)).toMatch(/role="status"[^>]*>[\d,]+ results?</)
    expect(html.includes('role="note"'), query.slice(0, 300)).toBe(ignored.length > 0)
    for (const { parameter } of ignored) expect(html).toContain(`>${parameter}<!-- -->=`)
    // What was typed never becomes markup.
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
  }
})

test('every kind of garbage is left aside where it means nothing', async ({ request }) => {
  for (const parameter of ['kind', 'from', 'to', 'sort', 'page', 'size', 'view', 'undated']) {
    for (const value of ['banana', '-1e5', '%22', '%F0%9F%98%80', 'x'.repeat(10_000)]) {
      const response = await request.get(`/api/entries?${parameter}=${value}`)
      const { ignored } = (await response.json()) as Answer
      expect(
        ignored.map((one) => one.parameter),
        `${parameter}=${value.slice(0, 20)}`,
      ).toEqual([parameter])
    }
  }
})
