import { describe, expect, it } from 'vitest'
import type { DateForms } from '../blocks.ts'
import { allOf, inOnePart, kept } from '../stages.ts'
import { readMarkdown as readLines } from './markdown.ts'
import { normaliseText } from './normalise.ts'

const readMarkdown = async (text: string, dates: DateForms) => {
  const lines = inOnePart(normaliseText(text).split('\n'))
  const { title, parts } = await readLines(lines, dates, kept)
  const { items, leftOut } = await allOf(parts)
  return { title, blocks: items, leftOut }
}

const dates: DateForms = {
  isDate: () => false,
  isDay: () => false,
  beginsEntry: () => false,
  beginsWithName: () => false,
  startsWithDate: (line) => /^(?:\d{1,2}\.? )?June 1999 |^\d{1,2}\. /.test(line),
}

const blocks = async (text: string): Promise<string[]> =>
  (await readMarkdown(text, dates)).blocks.map((block) => {
    const depth =
      block.kind === 'heading'
        ? ` ${block.level}`
        : block.kind === 'list item'
          ? ` ${block.depth}`
          : ''
    return `${block.kind}${depth}: ${block.text}`
  })

describe('readMarkdown', () => {
  it.each([
    [
      '# One #\n\n## Two ##\nThree\n===\nFour\n---',
      ['heading 1: One', 'heading 2: Two', 'heading 1: Three', 'heading 2: Four'],
    ],
    [
      '#not a heading\n#\n####### nor this',
      ['paragraph: #not a heading', 'paragraph: ####### nor this'],
    ],
    [
      '- a\n  b\n- c\n\n  d\n  * e\n\n1) f',
      ['list item 0: a b', 'list item 0: c d', 'list item 1: e', 'list item 0: f'],
    ],
    [
      'Water rose to\n12. No one\n1. one',
      ['paragraph: Water rose to 12. No one', 'list item 0: one'],
    ],
    [
      '> **1 June 1999** Rain.\n>\n> **2 June 1999** Sun\n> and wind.\n>\n> Nobody knows why.',
      [
        'paragraph: 1 June 1999 Rain.',
        'paragraph: 2 June 1999 Sun and wind.',
        'paragraph: Nobody knows why.',
      ],
    ],
    ['> 1 June 1999 a\n>\n> b', ['quotation: 1 June 1999 a b']],
    ['> a\nb\n>\n> c\n\n> # d\n> - e', ['quotation: a b c', 'heading 1: d', 'list item 0: e']],
    ['A | B\n--|--\nc \\| d | e\n', ['table row: c | d · e']],
    ['```\n# code\n- too\n```', ['paragraph: # code - too']],
    ['a\n***\nb\n- - -\n', ['paragraph: a', 'paragraph: b']],
    ['[^1]: note one\n[^2]: note two', ['paragraph: note one', 'paragraph: note two']],
    [
      '10 June 1999 one\n11 June 1999 two\nmore',
      ['paragraph: 10 June 1999 one', 'paragraph: 11 June 1999 two more'],
    ],
    [
      '10. June 1999 one\n11. June 1999 two',
      ['paragraph: 10. June 1999 one', 'paragraph: 11. June 1999 two'],
    ],
    [
      'text\n\n3. a name\n\n9. another',
      ['paragraph: text', 'list item 0: a name', 'list item 0: another'],
    ],
    ['<div class="x">\n\ntext<br/>\n</div>', ['paragraph: text']],
    ['- [ ] a task\n- [x] done', ['list item 0: a task', 'list item 0: done']],
  ])('%j', async (text, expected) => {
    expect(await blocks(text)).toEqual(expected)
  })

  it('takes the title from the front matter, also from a faulty one', async () => {
    expect((await readMarkdown('---\ntitle: "A: B"\n---\ntext', dates)).title).toBe('A: B')
    expect((await readMarkdown('---\ntitle: A: B: [\n---\ntext', dates)).title).toBe('A: B: [')
    expect(await readMarkdown('---\n\nA rule, not front matter\n\n---', dates)).toMatchObject({
      title: null,
      blocks: [{ text: 'A rule, not front matter' }],
    })
  })

  it('leaves comments out and keeps the line numbers', async () => {
    const { blocks: read, leftOut } = await readMarkdown(
      'a <!-- b\nc --> d\n\n```\n<!-- e\n```\ng\n<!-- f',
      dates,
    )
    expect(read.map(({ text, line }) => [text, line])).toEqual([
      ['a d', 1],
      ['<!-- e', 5],
      ['g', 7],
    ])
    expect(leftOut).toEqual([
      { text: 'b c', line: 1, reason: 'comment' },
      { text: 'f', line: 8, reason: 'comment' },
    ])
  })

  it('reports tables’ headers, contents lists, link targets and rows of links', async () => {
    const text =
      '- [One](#one)\n- [Out](http://a.b)\n\n|When|What|\n|-|-|\n|1|2|\n\n[x]: http://c.d\n\n[Home](/) | [News](/n)'
    const { blocks: read, leftOut } = await readMarkdown(text, dates)
    expect(read.map((block) => block.text)).toEqual(['Out', '1 · 2'])
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'navigation',
      'table header',
      'link target',
      'navigation',
    ])
  })

  it('looks for labels where nothing is marked as a heading', async () => {
    expect((await readMarkdown('The Old Wall\n\nIt broke.', dates)).blocks[0]).toMatchObject({
      kind: 'heading',
      marked: false,
    })
    expect(
      (await readMarkdown('# Walls\n\nThe Old Wall\n\nIt broke.', dates)).blocks[1],
    ).toMatchObject({
      kind: 'paragraph',
    })
  })
})
