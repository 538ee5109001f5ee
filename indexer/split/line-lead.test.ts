import { describe, expect, it } from 'vitest'
import type { DateContext } from '../dates/context.ts'
import { lineLead } from './line-lead.ts'

const alone: DateContext = { anchor: null, numericOrder: null, century: null }
const timeline: DateContext = { ...alone, hint: 'timeline' }

describe('lineLead', () => {
  it.each([
    ['June 1999 The wall breaks.', '1999-06', 'June 1999', 'The wall breaks.'],
    ['**8 July 1947** — The wall breaks.', '1947-07-08', '8 July 1947', 'The wall breaks.'],
    ['1999.06.10 (Thu) The wall breaks.', '1999-06-10', '1999.06.10 (Thu)', 'The wall breaks.'],
    ['In June 1999: the wall breaks.', '1999-06', 'In June 1999', 'the wall breaks.'],
    ['Since 1945: no wall.', '1945/..', 'Since 1945', 'no wall.'],
    [
      'August 3 – 11, 1947 de Gaulle waits.',
      '1947-08-03/1947-08-11',
      'August 3 – 11, 1947',
      'de Gaulle waits.',
    ],
    [
      'From 19 to 24 March 1947 al-Rashid waits.',
      '1947-03-19/1947-03-24',
      'From 19 to 24 March 1947',
      'al-Rashid waits.',
    ],
    ['19th century – The wall is built', '18XX', '19th century', 'The wall is built'],
  ])('%s', (line, edtf, margin, text) => {
    expect(lineLead(line, timeline)).toMatchObject({ date: { edtf, offset: null }, margin, text })
  })

  it.each([
    'The 1967 war was short.',
    'The August 17, 1982 Treaty of the Straits',
    'Since 1989, the League has grown to nine towns.',
    'Between March and October 1991, the wall was rebuilt.',
    '21st century walls need drains.',
    'June 1999',
  ])('a sentence or a date alone has none: %s', (line) => {
    expect(lineLead(line, alone)).toBeNull()
    expect(lineLead(line, timeline)).toBeNull()
    expect(lineLead(line, { ...timeline, sentences: true })).toBeNull()
  })

  it('lets a day open a sentence where that is asked for', () => {
    const line = 'On Tuesday, 8 July 1947, the board meets.'
    expect(lineLead(line, timeline)).toBeNull()
    const lead = lineLead(line, { ...timeline, sentences: true })
    expect(lead).toMatchObject({ date: { edtf: '1947-07-08' }, text: 'the board meets.' })
    for (const other of ['On 8 July 1947 the board met.', 'In 1947, the board met.'])
      expect(lineLead(other, { ...timeline, sentences: true })).toBeNull()
  })

  it.each([
    '14:30, 8 July 1947: The wall breaks.',
    '2.30 p.m. on 8 July 1947 – The wall breaks.',
    '0630Z 8 July 1947: The wall breaks.',
    'At noon on Tuesday, July 8, 1947: The wall breaks.',
  ])('a day behind its time of day: %s', (line) => {
    const lead = lineLead(line, alone)
    expect(lead).toMatchObject({ date: { edtf: '1947-07-08' }, text: 'The wall breaks.' })
  })
})

it.each([
  ['Until 1872: no wall.', '../1872', 'Until 1872', 'no wall.'],
  ['until 3 May 1872 – no wall.', '../1872-05-03', 'until 3 May 1872', 'no wall.'],
  ['By 1872: three walls.', '../1872', 'By 1872', 'three walls.'],
  ['By 1872 Three walls stand.', '../1872', 'By 1872', 'Three walls stand.'],
  ['Before 1872: no wall.', '../1871', 'Before 1872', 'no wall.'],
  ['After 1872: no wall.', '1873/..', 'After 1872', 'no wall.'],
])('reads a lead that says one end only: %s', (line, edtf, margin, text) => {
  expect(lineLead(line, timeline)).toMatchObject({ date: { edtf, offset: null }, margin, text })
})

it.each([
  'Until 1872, the wall was of wood.',
  'Until 1872 the wall was of wood.',
  'By 1872 three walls stood.',
  'By 1872, Thorne had built three walls.',
  'By the 1872 elections Thorne had gone.',
])('leaves a sentence that begins with one end: %s', (line) => {
  expect(lineLead(line, timeline)).toBeNull()
})
