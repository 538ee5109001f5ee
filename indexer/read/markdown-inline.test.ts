import { expect, it } from 'vitest'
import { plainInline } from './markdown-inline.ts'

it.each([
  ['**bold** and *em*, __both__ _ways_', 'bold and em, both ways'],
  ['***all*** ~~gone~~ `code *kept*`', 'all gone code *kept*'],
  ['snake_case and 5 * 3 and * alone', 'snake_case and 5 * 3 and * alone'],
  ['an **open run', 'an **open run'],
  ['[text](http://a.b/c_(d) "Title") and ![alt](x.png)', 'text and alt'],
  ['[a *b*](c) [named][Ref] [ref] [no such] [1]', 'a b named ref [no such] [1]'],
  ['a note[^1] here', 'a note here'],
  ['<https://a.b/c> <b>tag</b> a<br>b 3 < 4 > 2', 'https://a.b/c tag a b 3 < 4 > 2'],
  ['R&amp;D &mdash; &#8217; &#x2019; &unknown; &#xD800;', 'R&D — ’ ’ &unknown; \ufffd'],
  ['\\*not em\\* \\[not](a) \\&amp;', '*not em* [not](a) &amp;'],
  ['``a ` b``', 'a ` b'],
])('%s', (markdown, plain) => {
  const targets = new Set(['ref'])
  expect(plainInline(markdown, targets)).toBe(plain)
  expect(plainInline(`Plain! ${markdown} words & all.`, targets)).toBe(
    `Plain! ${plain} words & all.`,
  )
})

it('reads a hostile line in linear time', () => {
  for (const unit of ['[', '*a ', '`', '![', '<a ', '**_', '](', '\\[']) {
    const text = unit.repeat(50_000)
    expect(typeof plainInline(text, new Set())).toBe('string')
  }
}, 10_000)
