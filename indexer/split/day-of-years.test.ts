import { describe, expect, it } from 'vitest'
import { wholeDate } from '../dates/whole.ts'
import { dayWithoutYear, onDay } from './day-of-years.ts'

const dates = { numericOrder: null, century: null }

describe('dayWithoutYear', () => {
  it.each([
    ['5 March', '-03-05'],
    ['February 29', '-02-29'],
    ['5 March 1912', null],
    ['March', null],
    ['5–7 March', null],
    ['On this day', null],
  ])('%s', (heading, day) => {
    expect(dayWithoutYear(heading, dates)).toBe(day)
  })
})

describe('onDay', () => {
  it.each([
    ['1912', '-03-05', '1912-03-05'],
    ['1912', '-02-29', '1912-02-29'],
    ['1913', '-02-29', '1913'],
    ['c. 1912', '-03-05', '1912~'],
    ['June 1912', '-03-05', '1912-06'],
    ['1912–1914', '-03-05', '1912/1914'],
  ])('%s under %s', (year, day, edtf) => {
    const date = wholeDate(year, { ...dates, anchor: null, hint: 'timeline' })
    expect(date && onDay(date, day)).toMatchObject({
      edtf,
      inferred: edtf.length === 10,
      text: year,
    })
  })
})
