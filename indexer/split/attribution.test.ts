import { describe, expect, it } from 'vitest'
import { authorityOf, parseAuthority } from '../actors/authority.ts'
import type { Block } from '../blocks.ts'
import { attributedQuotation, attributionReader } from './attribution.ts'

const dates = { numericOrder: null, century: null }
const { authority } = parseAuthority(
  '[{id: ann, name: Ann Harbour, type: person}, {id: hl, name: Harbour League, type: organization}]',
  'actors.yaml',
)
const read = attributionReader(dates, authority)
const quotation = '"A wall is a promise."'

const paragraph = (line: number, ...lines: string[]): Block => ({
  kind: 'paragraph',
  text: lines.join(' '),
  line,
  lines,
})
const label = (line: number, text: string): Block => ({
  kind: 'heading',
  text,
  line,
  level: 1,
  marked: false,
})

describe('an attribution', () => {
  it.each([
    [['Ann Harbour', 'The Old Inn', 'June 10, 1999'], '1999-06-10', 'The Old Inn'],
    [['June 10, 1999', 'The Old Inn', 'Ann Harbour'], '1999-06-10', 'The Old Inn'],
    [['President Holm', 'The Old Inn', 'June 1999'], '1999-06', 'The Old Inn'],
    [
      ['Ann Harbour', 'Secretary of Works', 'Westport, Great Isle', '1999'],
      '1999',
      'Westport, Great Isle',
    ],
    [['Ann Harbour', 'Westport, June 10, 1999'], '1999-06-10', 'Westport'],
    [['— Ann Harbour, The Old Inn, June 10, 1999'], '1999-06-10', 'The Old Inn'],
    [['Ann Harbour, June 10, 1999'], '1999-06-10', null],
    [['Ann Harbour, mayor of Westport'], undefined, null],
    [['Ann Harbour', 'Foreign Minister', 'June 1999'], '1999-06', null],
  ])('%j', (lines, edtf, place) => {
    const found = read(lines)
    expect(found?.date?.edtf).toBe(edtf)
    expect(found?.date?.offset ?? null).toBeNull()
    expect(found?.place).toBe(place)
  })

  it.each([
    [['Rebuilding the Wall']],
    [['Harbour League Victories']],
    [['Ann Harbour smiled.']],
    [['The council met on the next day and decided that it would hold, June 10, 1999']],
  ])('is not: %j', (lines) => {
    expect(read(lines)).toBeNull()
  })

  it('names a person by title alone without an authority file', () => {
    const reader = attributionReader(dates, authorityOf([]))
    expect(reader(['President Holm'])).not.toBeNull()
    expect(reader(['Peter Holm'])).toBeNull()
  })
})

describe('attributedQuotation', () => {
  it('takes the lines right below, or short ones up to a date', () => {
    const close = [
      paragraph(1, quotation),
      label(3, 'Ann Harbour'),
      label(4, 'June 1999'),
      label(6, 'Walls'),
    ]
    expect(attributedQuotation(close, 0, read)?.next).toBe(3)
    const wide = [
      paragraph(1, quotation),
      label(3, 'Ann Harbour'),
      label(5, 'The Inn'),
      label(7, 'June 1999'),
    ]
    expect(attributedQuotation(wide, 0, read)).toMatchObject({
      next: 4,
      attribution: { place: 'The Inn', lines: ['Ann Harbour', 'The Inn', 'June 1999'] },
    })
  })

  it('goes over paragraphs that leave a quotation open, not over those that close it', () => {
    const long = [paragraph(1, '"One.'), paragraph(3, '"Two."'), label(5, 'Ann Harbour')]
    expect(attributedQuotation(long, 0, read)?.text).toBe('"One. "Two."')
    const said = [paragraph(1, '"One," she said.'), paragraph(3, '"Two."'), label(5, 'Ann Harbour')]
    expect(attributedQuotation(said, 0, read)).toBeNull()
    expect(attributedQuotation(said, 1, read)?.text).toBe('"Two."')
  })

  it('reads a source behind a dash in the quotation’s own block', () => {
    const inline = [paragraph(1, '“A wall.” — Ann Harbour, June 1999')]
    expect(attributedQuotation(inline, 0, read)).toMatchObject({ text: '“A wall.”', next: 1 })
    const lines = ['A wall is', 'a promise.', '— Ann Harbour']
    const block: Block = { kind: 'quotation', text: lines.join(' '), line: 1, lines }
    expect(attributedQuotation([block], 0, read)?.text).toBe('A wall is a promise.')
  })

  it('leaves a date above a list to the list', () => {
    const item: Block = { kind: 'list item', text: 'x', line: 5, depth: 0, mark: '-' }
    expect(
      attributedQuotation([paragraph(1, quotation), label(3, '1999'), item], 0, read),
    ).toBeNull()
  })
})
