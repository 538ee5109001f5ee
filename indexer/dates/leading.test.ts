import { describe, expect, it } from 'vitest'
import type { Anchor, DateContext } from './context.ts'
import { leadingDate } from './leading.ts'

function lead(line: string, anchor: Anchor | null = null, more?: Partial<DateContext>) {
  const leading = leadingDate(line, { anchor, numericOrder: null, century: null, ...more })
  return leading === null ? null : [leading.date.edtf, line.slice(leading.rest)]
}

describe('a line that begins with a date', () => {
  it.each([
    ['March 1999 Under Secretary Albright', '1999-03', 'Under Secretary Albright'],
    ['October 2000 Successful elections', '2000-10', 'Successful elections'],
    ['**8 July 1947** — the thing', '1947-07-08', 'the thing'],
    ['**8 July 1947:** the thing', '1947-07-08', 'the thing'],
    ['_8 July 1947_ The thing', '1947-07-08', 'The thing'],
    ['8 July 1947: the thing', '1947-07-08', 'the thing'],
    ['8 July 1947 - the thing', '1947-07-08', 'the thing'],
    ['8 July 1947—the thing', '1947-07-08', 'the thing'],
    ['8 July 1947 -- the thing', '1947-07-08', 'the thing'],
    ['8 July 1947 = the thing', '1947-07-08', 'the thing'],
    ['8 July 1947 | the thing', '1947-07-08', 'the thing'],
    ['8 July 1947\tthe thing', '1947-07-08', 'the thing'],
    ['8 July 1947. The thing', '1947-07-08', 'The thing'],
    ['July 8, 1947, NATO came', '1947-07-08', 'NATO came'],
    ['[1999-06-10] The thing', '1999-06-10', 'The thing'],
    ['[10 June 1999](https://example.org/x_(y)): the thing', '1999-06-10', 'the thing'],
    ['(10 June 1999) the thing', '1999-06-10', 'the thing'],
    ['(10 June 1999), the thing', '1999-06-10', 'the thing'],
    ['1999.06.10 (Thu) The thing', '1999-06-10', 'The thing'],
    ['- 10 June 1999: the thing', '1999-06-10', 'the thing'],
    ['  • 10 June 1999 – the thing', '1999-06-10', 'the thing'],
    ['1. 10 June 1999: the thing', '1999-06-10', 'the thing'],
    ['The 1990s: the thing', '199X', 'the thing'],
    ['1999: the thing', '1999', 'the thing'],
    ['1999 – the thing', '1999', 'the thing'],
    ['1998–2000: the thing', '1998/2000', 'the thing'],
    ['1872 (circa): the thing', '1872~', 'the thing'],
    ['June 1872 (c.) – the thing', '1872-06~', 'the thing'],
    ['1999 June 10 – the thing', '1999-06-10', 'the thing'],
    ['1999, 10 June: the thing', '1999-06-10', 'the thing'],
    ['1999 10th of June – the thing', '1999-06-10', 'the thing'],
    ['1999, 24 March – 10 June: the thing', '1999-03-24/1999-06-10', 'the thing'],
    ['On 10 June 1999: the thing', '1999-06-10', 'the thing'],
    ['10 June 1999 250 refugees', '1999-06-10', '250 refugees'],
    ['10 June 1999 “Text”', '1999-06-10', '“Text”'],
    ['10 June 1999 al-Qaeda came', '1999-06-10', 'al-Qaeda came'],
    ['1999-06-10 the war ends', '1999-06-10', 'the war ends'],
    ['10 June 1999 – 250 refugees', '1999-06-10', '250 refugees'],
    ['10 June 1999 – 2000 refugees', '1999-06-10', '2000 refugees'],
    ['10 June 1999 – 15 July 1999 deadline set', '1999-06-10', '15 July 1999 deadline set'],
    ['June 1999 – May Day parade', '1999-06', 'May Day parade'],
    ['10 June 1999', '1999-06-10', ''],
  ])('%s', (line, edtf, text) => {
    expect(lead(line)).toEqual([edtf, text])
  })

  it.each([
    ['10 June 1999, 14:30 – The thing', '10 June 1999, 14:30'],
    ['10 June 1999 14:30 UTC The thing', '10 June 1999 14:30 UTC'],
    ['10 June 1999 at 3 p.m. The thing', '10 June 1999 at 3 p.m.'],
    ['Thursday, 10 June 1999, noon: The thing', 'Thursday, 10 June 1999, noon'],
    ['10 June 1999, Thursday: The thing', '10 June 1999, Thursday'],
    ['10 June 1999 (Thursday) The thing', '10 June 1999 (Thursday)'],
    ['10 June 1999 (14:30) – The thing', '10 June 1999 (14:30)'],
    ['10 June 1999 (at 9.15 pm): The thing', '10 June 1999 (at 9.15 pm)'],
    ['10 June 1999, evening: The thing', '10 June 1999, evening'],
    ['10 June 1999 (night) The thing', '10 June 1999 (night)'],
    ['Night of 10 June 1999: The thing', '10 June 1999'],
    ['On the morning of the 10th of June 1999 – The thing', '10th of June 1999'],
  ])('takes weekday and time with it: %s', (line, words) => {
    const leading = leadingDate(line, { anchor: null, numericOrder: null, century: null })
    expect(leading?.date).toMatchObject({ edtf: '1999-06-10', text: words })
    expect(line.slice(leading?.rest)).toBe('The thing')
  })
})

describe('a sentence that merely begins with a date', () => {
  it.each([
    'On 10 June 1999 the war ended.',
    'In 1999, they left.',
    'June 10, 1999, was the day',
    'June 10, 1999 was the day',
    'June 1999 saw the end',
    '10 June 1999 troops enter',
    'The night of 10 June 1999 was long',
    'On the evening of 10 June 1999, they left',
    '1999-06-10 was the day',
    '1999 troops came',
    '1998 United Nations resolution',
    '1998, 1999 and 2000 were years',
    'Since 1989, APEC has expanded',
    'Between March and October 1991, Baker succeeded',
    'The August 17, 1982 U.S.-China Communiqué',
    '19th Century Map of France',
    '"10 June 1999" is a date',
    'March on Rome',
    'May Day: a parade',
    '30th: they met',
    'March 24: they met',
    '1.2 Numbers',
    `10 June 1999${' '.repeat(300)}The thing`,
  ])('%s', (line) => {
    expect(lead(line)).toBeNull()
  })
})

describe('a line under a heading', () => {
  const JANUARY = { year: 2020, month: 1 }
  const YEAR = { year: 1999, month: null }
  it.each<[string, Anchor, string]>([
    ['30th: They met', JANUARY, '2020-01-30'],
    ['- 30th: They met', JANUARY, '2020-01-30'],
    ['30th They met', JANUARY, '2020-01-30'],
    ['30: They met', JANUARY, '2020-01-30'],
    ['30 – They met', JANUARY, '2020-01-30'],
    ['Thursday 30: They met', JANUARY, '2020-01-30'],
    ['30th, 5 p.m. – They met', JANUARY, '2020-01-30'],
    ['10-12: They met', JANUARY, '2020-01-10/2020-01-12'],
    ['March 24: They met', YEAR, '1999-03-24'],
    ['24 March They met', YEAR, '1999-03-24'],
    ['24.03.: They met', YEAR, '1999-03-24'],
    ['24/3: They met', YEAR, '1999-03-24'],
    ['March: They met', YEAR, '1999-03'],
    ['Spring: They met', YEAR, '1999-21'],
    ['June 10–12: They met', YEAR, '1999-06-10/1999-06-12'],
    ['June 10 – 12: They met', YEAR, '1999-06-10/1999-06-12'],
    ['6-17 February: They met', YEAR, '1999-02-06/1999-02-17'],
  ])('%s', (line, anchor, edtf) => {
    expect(lead(line, anchor)).toEqual([edtf, 'They met'])
    expect(leadingDate(line, { anchor, numericOrder: null, century: null })?.date.inferred).toBe(
      true,
    )
  })

  it.each<[string, Anchor]>([
    ['10:30 They met', JANUARY],
    ['30 They met', JANUARY],
    ['3) They met', JANUARY],
    ['30 They met', YEAR],
    ['March on Rome', YEAR],
    ['1.2 Numbers', YEAR],
  ])('has no date: %s', (line, anchor) => {
    expect(lead(line, anchor)).toBeNull()
  })

  it('keeps a number that belongs to the text', () => {
    expect(lead('June 10 – 12 people killed', YEAR)).toEqual(['1999-06-10', '12 people killed'])
    expect(lead('15 January 45 killed', YEAR)).toEqual(['1999-01-15', '45 killed'])
    expect(lead('Jan 1st - 3rd Test begins', YEAR)).toEqual(['1999-01-01', '3rd Test begins'])
  })
})

describe('a line among dated lines', () => {
  const hint = { hint: 'timeline' as const }
  it('may begin with less', () => {
    expect(lead('1999 The war ends', null, hint)).toEqual(['1999', 'The war ends'])
    expect(lead('March The war ends', { year: 1999, month: null }, hint)?.[0]).toBe('1999-03')
    expect(lead('10 June 1999 troops enter', null, hint)?.[0]).toBe('1999-06-10')
    expect(lead('June 1999 the war ends', null, hint)?.[0]).toBe('1999-06')
    expect(lead('30 They met', { year: 2020, month: 1 }, hint)?.[0]).toBe('2020-01-30')
    expect(lead('Since 1989, APEC has expanded', null, hint)?.[0]).toBe('1989/..')
  })

  it('may still be a sentence', () => {
    expect(lead('1999 troops came', null, hint)).toBeNull()
    expect(lead('10 June 1999 was the day', null, hint)).toBeNull()
    expect(lead('On 10 June 1999 the war ended.', null, hint)).toBeNull()
  })
})

describe('what stands under a month', () => {
  const june = { year: 1916, month: 6 }

  it('is of several days where both are ordinals, but no count', () => {
    const days = '1916-06-04/1916-06-06'
    expect(lead('4th-6th Rain all day', june, { hint: 'timeline' })).toEqual([days, 'Rain all day'])
    expect(lead('4th-6th grade pupils', june, { hint: 'timeline' })).toBeNull()
    expect(lead('4-6 Rain all day', june, { hint: 'timeline' })).toBeNull()
  })
})

describe('a year of three digits', () => {
  const early = { hint: 'timeline', early: true } as const

  it.each([
    ['793: Raiders land', '0793', 'Raiders land'],
    ['793 – 120 monks flee', '0793', '120 monks flee'],
    ['793–795 – Raiders land', '0793/0795', 'Raiders land'],
    ['798/99: Raiders land', '0798/0799', 'Raiders land'],
  ])('begins %j where the document is about such years', (line, edtf, text) => {
    expect(lead(line, null, early)).toEqual([edtf, text])
    expect(lead(line, null, { hint: 'timeline' })).toBeNull()
  })

  it('needs more than a space after it', () => {
    expect(lead('300 Spartans fall', null, early)).toBeNull()
  })
})

it('ends an interval of years before a month that begins the text', () => {
  const line = '1887-1890 June Carter leaves'
  expect(lead(line, null, { hint: 'timeline' })).toEqual(['1887/1890', 'June Carter leaves'])
})
