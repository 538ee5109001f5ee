import { describe, expect, it } from 'vitest'
import type { DateForms } from '../blocks.ts'
import { readTxt } from './txt.ts'

/** Dates of this test: a day and a month, as much as reading has to know. */
const dates: DateForms = {
  isDate: (line) => /^\d{1,2} June 1999$|^June 1999$|^1999$/.test(line),
  isDay: (line) => /^\d{1,2} June 1999$/.test(line),
  startsWithDate: (line) => /^\d{1,2} June 1999:? \S/.test(line),
  beginsEntry: () => false,
  beginsWithName: () => false,
}

const blocks = (text: string): string[] =>
  readTxt(text, dates).blocks.map((block) => `${block.kind}: ${block.text}`)

describe('readTxt', () => {
  it('joins lines without a blank one between when they are wrapped', () => {
    const text =
      'The ferry left the old harbour before noon and reached an island\n' +
      'by evening, where nobody had waited for it since the great flood\n' +
      'of the year before. It went back.\n\nThe next day it left again.'
    expect(blocks(text)).toHaveLength(2)
  })

  it('keeps a wrapped line that begins with a date, a number or a dash in its sentence', () => {
    const text =
      'The delegates of all nine towns came together at the old inn and\n' +
      'waited for the boat that was to bring the treaty. The long day of\n' +
      '10 June 1999 was the one on which they signed what had been lost\n' +
      '- as all of them knew and some of them had said - in the very same\n' +
      '12. and last storm of the winter, together with all its seals and\n' +
      'all its copies.'
    expect(blocks(text)).toHaveLength(1)
  })

  it('makes every line of a timeline a block, with its wrapped lines', () => {
    const text =
      'Chronicle\n10 June 1999 The first ferry leaves\nfor the islands\n11 June 1999: It comes back\n' +
      '12 June 1999\nIt sinks.'
    expect(blocks(text)).toEqual([
      'heading: Chronicle',
      'paragraph: 10 June 1999 The first ferry leaves for the islands',
      'paragraph: 11 June 1999: It comes back',
      'paragraph: It sinks.',
    ])
  })

  it('reads bullets without and numbers with their marks', () => {
    expect(blocks('We need:\n- boats;\n--nets,\nand ropes;\n(2) men.')).toEqual([
      'paragraph: We need:',
      'list item: boats;',
      'list item: nets, and ropes;',
      'list item: (2) men.',
    ])
  })

  it('reads rows whose first cell is a date, and leaves rows of links out', () => {
    const { blocks: read, leftOut } = readTxt(
      'Home | News\n\n10 June 1999 | The ferry leaves | Westport',
      dates,
    )
    expect(read).toMatchObject([
      { kind: 'table row', cells: ['10 June 1999', 'The ferry leaves', 'Westport'] },
    ])
    expect(leftOut).toEqual([{ text: 'Home | News', line: 1, reason: 'navigation' }])
  })

  it('does not take bars and dots within a sentence for links', () => {
    const text =
      'We speak of the sea\u00a6s rights and first of all\nof the rule |x| < 1 in its second part.'
    expect(readTxt(text, dates).leftOut).toEqual([])
  })

  it('marks underlined headings, and only those', () => {
    const read = readTxt('The Wall\n========\n\nText.\n\nThe Cost\n\nMore text.', dates).blocks
    expect(read.filter((block) => block.kind === 'heading')).toMatchObject([
      { text: 'The Wall', marked: true },
      { text: 'The Cost', marked: false },
    ])
  })

  it('tells capitals between paragraphs of one line each', () => {
    const long =
      'This is a paragraph in one line that is much longer than any line that is wrapped would be, as in many speeches that were written down by a clerk.'
    expect(blocks(`${long}\nWHERE WE STAND\n${long}\n${long}`)).toEqual([
      `paragraph: ${long}`,
      'heading: WHERE WE STAND',
      `paragraph: ${long}`,
      `paragraph: ${long}`,
    ])
  })
})
