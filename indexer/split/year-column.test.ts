import { expect, it } from 'vitest'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

async function entriesOf(text: string, format: 'txt' | 'html' = 'txt') {
  const source = { id: 't', source: `t.${format}`, format, text } as const
  const { entries } = await wholeOf(await parseDocument(source, authorityOf([]), {}))
  return entries.map(({ entry }) => [entry.date?.edtf ?? null, entry.text, entry.section])
}

it.each([
  ['a tab', '\t', '\t'],
  ['spaces', '    ', '        '],
])('completes days that stand below a year and its text, set off by %s', async (_, gap, indent) => {
  const text = [
    `1885${gap}Ada opens a shop.`,
    `${indent}January 6${gap}The roof falls.`,
    `${indent}March 27${gap}It is mended.`,
    '1887 May 3: Ada sells the shop.',
    `${indent}June 4${gap}Of no year.`,
    `1890${gap}Ada leaves.`,
    `${indent}April 8${gap}She is back.`,
  ].join('\n')
  expect(await entriesOf(text)).toEqual([
    ['1885', 'Ada opens a shop.', null],
    ['1885-01-06', 'The roof falls.', null],
    ['1885-03-27', 'It is mended.', null],
    ['1887-05-03', 'Ada sells the shop.', null],
    [null, expect.stringMatching(/Of no year\.$/), null],
    ['1890', 'Ada leaves.', null],
    ['1890-04-08', 'She is back.', null],
  ])
})

it('reads days of several below a month, and a name below a month of its own line', async () => {
  const diary = 'July 1916\n\n1st Rain.\n2nd Sun.\n3rd Fog.\n4th-6th Snow on the hills.'
  expect((await entriesOf(diary)).at(-1)?.slice(0, 2)).toEqual([
    '1916-07-04/1916-07-06',
    'Snow on the hills.',
  ])
  const page = `<main><h1>Key dates</h1><p><b>March 1963</b><br>March on the dam by many.</p>
    <p><b>April 1963</b><br>The dam is sold.</p></main>`
  expect((await entriesOf(page, 'html')).map(([date]) => date)).toEqual(['1963-03', '1963-04'])
})
