import { describe, expect, it } from 'vitest'
import { SourceError } from '../errors.ts'
import { openTei } from './tei.ts'

const no = (): boolean => false
const dates = { isDate: no, isDay: no, startsWithDate: no, beginsEntry: no, beginsWithName: no }
const body = (xml: string): string => `<TEI><text><body>${xml}</body></text></TEI>`
const shown = (xml: string): string[] =>
  openTei(xml)
    .read(dates)
    .blocks.map(({ kind, text }) => `${kind}: ${text}`)

describe('openTei', () => {
  it.each([
    ['<p>One <persName>Ada</persName><lb/>two<note>A note.</note>.</p>', ['One Ada two A note..']],
    ['<p>&lt;a&gt; &amp; <![CDATA[<b>]]> &#x2014;</p>', ['<a> & <b> —']],
    ['<p>He said <q>no</q> <title>in print</title>.</p>', ['He said no in print.']],
    ['<p><choice><abbr>Dr.</abbr><expan>Doctor</expan></choice> Berg.</p>', ['Doctor Berg.']],
  ])('reads the text of %s', (xml, texts) => {
    expect(shown(body(xml))).toEqual(texts.map((text) => `paragraph: ${text}`))
  })

  it('nests sections', () => {
    const xml = body('<div><head>A</head><p>One.</p><div><head>B</head><p>Two.</p></div></div>')
    const levels = openTei(xml)
      .read(dates)
      .blocks.map((block) => (block.kind === 'heading' ? block.level : block.text))
    expect(levels).toEqual([2, 'One.', 3, 'Two.'])
  })

  it('fetches and expands nothing that a DOCTYPE declares', () => {
    const xml = `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///x">]>
      ${body('<p>It says &b; and &c; here.</p>')}`
    expect(shown(xml)).toEqual(['paragraph: It says &b; and &c; here.'])
  })

  it.each([
    [body('\n<p>One\n<hi>two</p>'), 'in line 3 </p> stands where </hi> is expected'],
    ['<TEI>\n<text>', 'in line 2 the file ends where </text> is expected'],
    ['<TEI></TEI>\n</p>', 'in line 2 </p> stands where no element is open'],
    ['<rss><p>One.</p></rss>', 'is XML, but not TEI (its root is <rss>)'],
    ['Nothing.', 'is XML, but not TEI'],
  ])('refuses %j', (xml, message) => {
    expect(() => openTei(xml)).toThrow(SourceError)
    expect(() => openTei(xml)).toThrow(message)
  })

  it('reads what is nested too deep', () => {
    const deep = 100_000
    const xml = body(`${'<div>'.repeat(deep)}<p>Deep.</p>${'</div>'.repeat(deep)}`)
    expect(shown(xml)).toEqual(['paragraph: Deep.'])
  })
})
