import { describe, expect, it } from 'vitest'
import { parseAuthority } from '../actors/authority.ts'
import type { Reading } from '../blocks.ts'
import { parseDocument } from '../parse.ts'
import { type WholeDocument, wholeOf } from '../parsed.ts'
import { openHtml } from './html.ts'

const { authority } = parseAuthority('actors: []', 'actors.yaml')

/** Days and months of the 1990s are dates. */
const DATE = /^(?:\d{1,2} )?(?:(?:January|March|June) )?19\d\d/
const dates = {
  isDate: (line: string): boolean => new RegExp(`${DATE.source}$`).test(line),
  startsWithDate: (line: string): boolean => new RegExp(`${DATE.source}[: ]+\\S`).test(line),
  isDay: (line: string): boolean => /^\d+ \w+ \d{4}$/.test(line),
  beginsEntry: (): boolean => false,
  beginsWithName: (): boolean => false,
}

const open = (html: string): Reading => openHtml(html).read(dates)
const shown = (html: string): string[] =>
  open(html).blocks.map((block) => `${block.kind}: ${block.text}`)
const left = (html: string): string[] => open(html).leftOut.map(({ text }) => text)
const parse = async (text: string): Promise<WholeDocument> =>
  wholeOf(await parseDocument({ id: 'page', source: 'page.html', format: 'html', text }, authority))

describe('text', () => {
  it.each([
    [
      '<p>One <b>two</b>\n\t<i>three</i>,&nbsp;four&shy;teen.',
      ['paragraph: One two three, fourteen.'],
    ],
    [
      '<p>a &lt;b&gt; &amp;amp; &eacute;&#x2013;&#150; &unknown; R&D</p>',
      ['paragraph: a <b> &amp; é–– &unknown; R&D'],
    ],
    ['<p>It<br>goes<br><br>on', ['paragraph: It goes', 'paragraph: on']],
    ['<p>Un<wbr>broken<!-- a comment --> word.', ['paragraph: Unbroken word.']],
    [
      '<div>Text.<div>within</div>text</div>',
      ['paragraph: Text.', 'paragraph: within', 'paragraph: text'],
    ],
    [
      '<h2>1998<span>[<a href="#e">edit</a>]</span></h2><p>Text.<div>[<a href="#e">edit</a>]</div>',
      ['heading: 1998', 'paragraph: Text.'],
    ],
    ['<h2>A <em>head</em></h3><p>Text.', ['heading: A head', 'paragraph: Text.']],
    [
      '<pre>10 June 1999 one.\n\n  wide   text\n</pre>',
      ['paragraph: 10 June 1999 one.', 'paragraph: wide text'],
    ],
    ['<p>Said <q>no</q>.', ['paragraph: Said “no”.']],
    [
      '<p>In 1999<sup><a href="#n">2</a></sup> on the 4<sup>th</sup>.',
      ['paragraph: In 1999 on the 4th.'],
    ],
  ])('reads %s', (html, blocks) => {
    expect(shown(html)).toEqual(blocks)
  })

  it('counts lines of the source', async () => {
    const html =
      '<html>\r\n<p>\r\n\r\nOne\r\ntwo<br>\r\nthree\r\n<ul>\r\n<li>Four</ul>\r\n<pre>\r\nFive'
    expect(open(html).blocks.map(({ text, line }) => [line, text])).toEqual([
      [4, 'One two three'],
      [8, 'Four'],
      [10, 'Five'],
    ])
  })

  it('shows nothing that a page hides', () => {
    const hidden = ['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'p hidden']
    const html = hidden.map((tag) => `<${tag}>Unseen sentence.</${tag.split(' ')[0]}>`).join('\n')
    const styled = '<p style="DISPLAY: none">Unseen.</p><p>Seen.</p>'
    expect(open(html + styled)).toMatchObject({ blocks: [{ text: 'Seen.' }], leftOut: [] })
  })
})

describe('lists', () => {
  it.each([
    ['<ul><li>One<ol><li>Two</ol><li>Three</ul>', ['0 •One', '1 Two', '0 •Three']],
    ['<ul><li><p>One</p><p>two</p></li></ul>', ['0 •One two']],
    [
      '<dl><dt>Reef<dd>A rock.<dt>Sound:<dd>A strait.</dl>',
      ['0 Reef: A rock.', '0 Sound: A strait.'],
    ],
    ['<dl><dt>June 1999<dd>One.<dd>Two.</dl>', ['0 One.', '0 Two.']],
  ])('reads %s', (html, items) => {
    const found = open(html).blocks.map((block) =>
      block.kind === 'list item' ? `${block.depth} ${block.mark}${block.text}` : block.kind,
    )
    expect(found).toEqual(items)
  })

  it('loses no term and no text around one', () => {
    expect(
      shown('<dl><dt>Alone<dt>Reef<dd>A rock.<dd>More of it.</dl><dl><dd>Indented.</dl>'),
    ).toEqual(['list item: Alone, Reef: A rock.', 'paragraph: More of it.', 'paragraph: Indented.'])
  })
})

describe('tables', () => {
  it('leaves out a first row that names the columns without being marked', () => {
    const html =
      '<table><tr><td>Date<td>What<tr><td>June 1999<td>One<tr><td>March 1999<td>Two</table>'
    expect(shown(html)).toEqual(['table row: June 1999 · One', 'table row: March 1999 · Two'])
    expect(left(html)).toEqual(['Date | What'])
  })

  it('reads rows, carries a date down, and leaves the header out', () => {
    const html = `<table><caption>Works on it.</caption><tr><th>When<th>What
      <tr><td rowspan=2>June 1999<td>One<tr><td>Two<tr><td>March 1998<td></table>`
    expect(shown(html)).toEqual([
      'paragraph: Works on it.',
      'table row: June 1999 · One',
      'table row: June 1999 · Two',
      'table row: March 1998',
    ])
    expect(left(html)).toEqual(['When | What'])
  })

  it.each([
    ['one column', '<table><tr><td>One.<tr><td>Two.</table>'],
    ['a role', '<table role=presentation><tr><th>One.<td>Two.</table>'],
    ['cells with lists', '<table><tr><td>One.<td><ul><li>Two.</ul><tr><td>3<td>4</table>'],
    ['running text', `<table><tr><td>1<td>${'Long text. '.repeat(90)}<tr><td>2<td>3</table>`],
    ['a table within', '<table><tr><td>One.<td><table><tr><td>Two.</table><tr><td>3<td>4</table>'],
  ])('flattens a table that arranges the page: %s', (_, html) => {
    expect(open(html).blocks.some(({ kind }) => kind === 'table row')).toBe(false)
  })

  it('lets a forgotten end tag in a cell close nothing outside', () => {
    expect(shown('<div><table><tr><th>A<td>1</div></p></b></ul><td>2</table>')).toEqual([
      'table row: A · 1 · 2',
    ])
  })
})

describe('what a page carries around its text', () => {
  const text = '<p>The wall broke in one night, and nobody had looked at it for years.</p>'
  it.each([
    ['nav', '<nav><p>See <a href=a>this</a>.</p></nav>'],
    ['aside', '<aside>Read our other news, too.</aside>'],
    ['footer', '<footer><p>All rights are ours.</p></footer>'],
    ['search form', '<form><label>Search</label><button>Go</button></form>'],
    ['a menu', '<ul><li><a href=a>Tides</a><li><a href=b>Boats</a></ul>'],
    ['a row of links', '<p><a href=a>Tides</a> | <a href=b>Boats</a></p>'],
    ['a row of links beside text', '<div><a href=a>Tides</a> - <a href=b>Boats</a><br><br></div>'],
    ['breadcrumbs', '<div class="page-breadcrumb breadcrumb"><a href=a>Home</a> Wall</div>'],
    ['a cookie notice', '<div id="cookie-notice">We count our readers.</div>'],
    ['a link to the text', '<a href="#main">Skip to content</a>'],
    ['a dialog', '<div role=dialog>Subscribe to our letter.</div>'],
  ])('leaves out and counts: %s', (_, html) => {
    const { blocks, leftOut } = open(`${html}${text}`)
    expect(blocks).toHaveLength(1)
    expect(leftOut).toMatchObject([{ reason: 'navigation' }])
  })

  it.each([
    [
      'a link in a sentence',
      '<p><a href=a>The report</a> named <a href=b>the places</a> long ago.</p>',
    ],
    [
      'a timeline of links',
      '<ul><li><a href=a>June 1999 It breaks</a><li><a href=b>March 1998 It holds</a></ul>',
    ],
    [
      'sentences that are links',
      `<ul><li><a href=a>${'Long sentence of a link '.repeat(4)}</a><li><a href=b>${'Another sentence in a link '.repeat(4)}</a></ul>`,
    ],
    ['a form around the page', `<form>${text.repeat(9)}</form>`],
    ['the header of an article', '<article><header><p>By Ada Berg.</p></header></article>'],
    ['anchors', '<p><a name=one>The First</a> <a name=two>and the Second</a></p>'],
  ])('keeps %s', (_, html) => {
    expect(left(html + text)).toEqual([])
  })
})

describe('quotations', () => {
  it('takes the lines under one as its source', async () => {
    const html = `<h1>Walls</h1><blockquote>"We have one calm season, let us use it."<br>
      President Thorne<br>The Custom House<br>June 10, 1999</blockquote>`
    const [first] = (await parse(html)).entries
    expect(first?.entry).toMatchObject({
      text: '"We have one calm season, let us use it."',
      date: { edtf: '1999-06-10' },
      place: 'The Custom House',
    })
  })

  it('is none when the whole page is indented', () => {
    const html = `<blockquote><p>June 1999 One.<p>March 1998 Two.</blockquote>`
    expect(shown(html)).toEqual(['paragraph: June 1999 One.', 'paragraph: March 1998 Two.'])
  })
})

describe('the title', () => {
  it.each([
    ['<title>Walls | The Chronicle</title><p>Text.', 'Walls'],
    ['<title>The war, 1998 - 2000</title><p>Text.', 'The war, 1998 - 2000'],
    ['<title>Old walls - Island Chronicle</title><p>Text.', 'Old walls'],
    ['<title>Chronicle</title><h1>Walls</h1><p>Text.', 'Walls'],
    [
      '<title>T | C</title><meta property="og:title" content="Walls &amp; gates"><p>Text.',
      'Walls & gates',
    ],
    ['<title>Years</title><h1>1998</h1><p>A.<h1>1999</h1><p>B.', 'Years'],
    ['<p>Text.', 'Page'],
  ])('of %s is %s', async (html, title) => {
    expect((await parse(html)).document.title).toBe(title)
  })

  it('keeps every section when several headings share the first level', async () => {
    const { entries } = await parse('<title>Years</title><h1>Before</h1><p>A.<h1>After</h1><p>B.')
    expect(entries.map(({ entry }) => entry.section)).toEqual(['Before', 'After'])
  })
})

describe('whatever the input', () => {
  const DEEP = 100_000
  it.each([
    ['divs', '<div>'.repeat(DEEP)],
    ['paragraphs in fonts', '<font><p>a'.repeat(DEEP)],
    ['lists', '<ul><li>a'.repeat(DEEP)],
    ['tables', '<table><tr><td>a'.repeat(DEEP / 4)],
    ['quotations', '<blockquote>a'.repeat(DEEP)],
    ['links', '<div><a href=a>1999</a> <a href=b>b</a>'.repeat(DEEP / 4)],
    ['end tags', `${'<div>'.repeat(DEEP)}${'</b></p></td>'.repeat(DEEP)}`],
    ['tags that never end', '<p '.repeat(DEEP)],
  ])(
    'reads %s nested too deep',
    (_, html) => {
      expect(open(`${html}The last word.`).blocks.length).toBeGreaterThanOrEqual(0)
    },
    20_000,
  )
})
