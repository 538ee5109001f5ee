import { describe, expect, it } from 'vitest'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

async function entriesOf(body: string, format: 'tei' | 'html' = 'tei') {
  const text = format === 'html' ? body : `<TEI><text><body>${body}</body></text></TEI>`
  const source = { id: 't', source: `t.${format}`, format, text } as const
  const { entries } = await wholeOf(await parseDocument(source, authorityOf([]), {}))
  return entries.map(({ entry }) => [entry.kind, entry.date?.edtf ?? null, entry.text])
}

const days = (opening: (date: string) => string): string =>
  ['14', '15']
    .map((day) => {
      const date = `<date when="1841-01-${day}">the ${day}th</date>`
      return `<div>${opening(date)}<p>Ice on day ${day}.</p></div>`
    })
    .join('')

const ENTRIES = [
  ['timeline', '1841-01-14', 'Ice on day 14.'],
  ['timeline', '1841-01-15', 'Ice on day 15.'],
]

describe('a date that an edition states above the text', () => {
  it.each<[string, (date: string) => string]>([
    ['as a heading', (date) => `<head>${date}</head>`],
    ['before a dash in a heading', (date) => `<head>${date} – At sea</head>`],
    ['on a line of its own', (date) => `<dateline>${date}</dateline>`],
    ['behind a place', (date) => `<opener><dateline>Cork, ${date}</dateline></opener>`],
  ])('dates what stands below: %s', async (_, opening) => {
    expect(await entriesOf(days(opening))).toEqual(ENTRIES)
  })

  it('says nothing as the last words of a heading, or beside another date', async () => {
    const undated = ENTRIES.map(([, , text]) => ['paragraph', null, text])
    expect(await entriesOf(days((date) => `<head>Written on ${date}</head>`))).toEqual(undated)
    const two = (date: string) => `${date} to <date when="1841-02-01">the first</date>`
    const entries = await entriesOf(days((date) => `<dateline>${two(date)}</dateline>`))
    expect(entries.filter(([, , text]) => text?.startsWith('Ice'))).toEqual(undated)
  })
})

it('takes what a page states of a heading, unless the heading says more itself', async () => {
  const section = (stated: string, written: string, text: string) =>
    `<h2><time datetime="${stated}">${written}</time></h2><p>${text}</p>`
  const page = `<main><h1>Log</h1>${section('1999-06-10', '10 June', 'One falls.')}${section('1999-06-11', '12 June 1999', 'Two rise.')}</main>`
  expect(await entriesOf(page, 'html')).toEqual([
    ['timeline', '1999-06-10', 'One falls.'],
    ['timeline', '1999-06-12', 'Two rise.'],
  ])
})
