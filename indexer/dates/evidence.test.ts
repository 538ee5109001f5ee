import { describe, expect, it } from 'vitest'
import { documentContext } from './context.ts'

const order = (...texts: string[]) => documentContext(texts).numericOrder
const century = (...texts: string[]) => documentContext(texts).century

describe('the order of numeric dates', () => {
  it('follows the days that can be no month', () => {
    expect(order('on 6/10/1999', 'on 13/6/1999')).toBe('day-month')
    expect(order('on 6/10/1999', 'on 6/13/99')).toBe('month-day')
    expect(order('on 13-06-1999')).toBe('day-month')
  })

  it('stays open without evidence, or against it', () => {
    expect(order('on 6/10/1999 and 7/11/1999')).toBeNull()
    expect(order('on 13/6/1999', 'on 6/13/1999')).toBeNull()
    expect(order('13.06.1999 and 1999-06-13 and 202-456-1999')).toBeNull()
  })

  it('survives a slip among many', () => {
    const many = Array.from({ length: 30 }, (_, index) => `${13 + (index % 15)}/6/1999`)
    expect(order(...many, '6/13/1999')).toBe('day-month')
  })

  it('follows the run of a chronology', () => {
    const run = ['1/5/1999', '2/3/1999', '3/1/1999', '4/12/1999', '5/2/1999']
    expect(order(...run)).toBe('month-day')
    expect(order(...[...run].reverse())).toBe('month-day')
    // Both ways in order, or neither: nothing is settled.
    expect(order('1/1/1999', '2/2/1999', '3/3/1999', '4/4/1999')).toBeNull()
    expect(order('5/1/1999', '2/7/1999', '9/1/1999', '4/4/1999')).toBeNull()
  })
})

describe('the century of two-digit years', () => {
  it('is that of all full years', () => {
    expect(century('on 10 June 1999', 'June 1945', '10.06.1901', '1999-06-10')).toBe(1900)
    expect(century('1848')).toBe(1800)
    expect(century('in 1999, 2000 men came')).toBe(1900)
  })

  it('stays open when they disagree or there are none', () => {
    expect(century('on 10 June 1999', 'in June 2000')).toBeNull()
    expect(century('no year, and 1,999 men', '10.06.99')).toBeNull()
  })
})

it('knows a document about years of three digits by several with their era, or behind a day', () => {
  const early = (...texts: string[]) => documentContext(texts).early
  expect(early('A.D. 733. It burns.', '768 AD: It is built.')).toBe(true)
  expect(early('A.D. 733. It burns.', '768: It is built.')).toBe(false)
  expect(early('the 120 CEOs', 'AD 1,200', 'No. 733')).toBe(false)
  expect(early('24 November 881 – The see is void.', '17 February 895: A fire.')).toBe(true)
  expect(early('24 November 881 – The see is void.')).toBe(false)
  expect(early('3 May 120 - men', '4 May 300 men: all came')).toBe(false)
})
