import { describe, expect, it } from 'vitest'
import type { Anchor, DateContext } from './context.ts'
import { wholeDate } from './whole.ts'

function whole(text: string, anchor: Anchor | null = null, more?: Partial<DateContext>) {
  return wholeDate(text, { anchor, numericOrder: null, century: null, ...more })?.edtf ?? null
}

describe('a string that is nothing but a date', () => {
  it.each([
    ['Jan 2020', '2020-01'],
    ['June 10, 1999', '1999-06-10'],
    ['**1999**', '1999'],
    ['[1389]', '1389'],
    ['Thu, 10 Jun 1999 14:30:00 GMT', '1999-06-10'],
    ['1999-06-10 14:30:00+02:00', '1999-06-10'],
    ['19990610', '1999-06-10'],
    ['1999-21', '1999-21'],
    ['199X', '199X'],
    ['1999~', '1999~'],
    ['1999-06-10/..', '1999-06-10/..'],
    ['1999 June 10', '1999-06-10'],
    ['from 1998 to 2000', '1998/2000'],
  ])('%s', (text, edtf) => {
    expect(whole(text)).toBe(edtf)
  })

  it.each([
    '',
    'President Clinton',
    'June 10, 1999 at the White House',
    'Washington, June 10, 1999',
    'March',
    '30th',
    '4500',
    '0',
    '12',
    '1,999',
    '99999999',
    'On 10 June 1999',
    `1999${' '.repeat(200)}`,
  ])('none: %s', (text) => {
    expect(whole(text)).toBeNull()
  })

  it('is completed from what it stands under', () => {
    expect(whole('June', { year: 1999, month: null })).toBe('1999-06')
    expect(whole('Spring', { year: 1999, month: null })).toBe('1999-21')
    expect(whole('28 October', { year: 1999, month: null })).toBe('1999-10-28')
    expect(whole('30th', { year: 2020, month: 1 })).toBe('2020-01-30')
    expect(whole('30', { year: 2020, month: 1 })).toBeNull()
    expect(whole('30', { year: 2020, month: 1 }, { hint: 'timeline' })).toBe('2020-01-30')
    expect(whole('4500', null, { hint: 'timeline' })).toBe('4500')
  })
})

it.each([
  ['until 1872', '../1872'],
  ['till June 1872', '../1872-06'],
  ['Up to 3 May 1872', '../1872-05-03'],
  ['by 1872', '../1872'],
  ['by the 1870s', '../187X'],
  ['by about 1872', '../1872~'],
  ['by 1872–74', '../1874'],
  ['before 1872', '../1871'],
  ['after 1872', '1873/..'],
  ['since 1872', '1872/..'],
])('a cell that says one end only, %s', (text, edtf) => {
  expect(whole(text)).toBe(edtf)
})
