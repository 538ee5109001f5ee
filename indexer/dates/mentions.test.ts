import { describe, expect, it } from 'vitest'
import type { Anchor, DateContext } from './context.ts'
import { mentionsIn } from './mentions.ts'

const AUGUST_2000 = { year: 2000, month: 8 }

function found(text: string, anchor: Anchor | null = AUGUST_2000, more?: Partial<DateContext>) {
  const context = { anchor, numericOrder: null, century: null, ...more }
  return mentionsIn(text, context).map(({ edtf, text: words, inferred }) => [edtf, words, inferred])
}

describe('what only looks like a date', () => {
  it.each([
    '1,999 troops and 1999 troops, 1998 people and 2000 refugees',
    'an army of 1500 men, from 1500 to 2000 tons, between 1500 and 2000 people',
    'about 1800 Serbs, an exodus of 1500 Albanians',
    'output rose to 1500 and fell from 2000 to 1500',
    'a cost of $1999, a price in £1999, of #1999, in x=1999',
    '$1999, 1999 km, 1999 percent, 1999%, € 2000 million, 1430 hours, 2000 USD',
    'No. 1999, Resolution 1244, UNSCR 1244, S/RES/1199, resolution 1244 (1999)',
    'p. 1999, pp. 1998-99, page 1999, Chapter 1999, Article 1999, Flight 1999',
    'tel. 1999, 202-456-1999, (202) 456-1414, +381 38 1999, ISBN 0-306-40615-2',
    'Louis XIV, volume 12 VI, chapter VI, section 12.VI, article 4.IV.2, section 3.II.1250 b',
    'a 12 V 1500 battery, 10 X 20 and 4 I 15, 12.vi.1999, 12.IIX.1999',
    'version 1.21.0, 192.168.10.12, 19.99, 10:30, 10-12, 3/4, 24/7',
    'the F-117, a MiG-29, a Boeing 2000-300, Apollo-1999',
    'the Foreign Assistance Act of 1961 and the Civil Rights Act of 1964',
    'the 1998 Clean Something Act, the Human Rights Act 1998, Public Law 105-1998',
    'https://example.org/1999/06/10, someone1999@example.org, www.example.org/june-1999',
    'Order 66-1999-06 and report-1999-06-10.pdf',
    'It may march. May we? March on! To fall, to spring into action for a second.',
    'The April decision of May Whitman and June Carter under the October Agreement.',
    'the 79-day campaign of a 47,000-strong force for $2.082 billion and 80 percent',
    'the 1st Army, the 2nd Brigade, on the 28th floor, the 13th, 14th and 15th amendments',
    'Goals 2000, Agenda 2000, Windows 2000',
    'Resolutions 1160 and 1199, Nos. 1789, 1790 and 1812, 18 U.S.C. 1956 and 1957',
    'Resolutions 1160 (1998), 1199 (1998) and 1203 (1998)',
    'a Boeing 1945 and a Ford 1932, an engine of 1998 cc, 1920 x 1080 or 2000 x 1500',
    'a total of 1914 were killed, 1943 were wounded, a crowd of 1812, an estimated 1945',
    'Section 1917, Document 1612, Public Law 85-1, 1600 Pennsylvania Avenue, a score of 1912-1899',
    'our second century, the first century of independence, half a century',
    'in March last year, last October 8, October 8 next year, every July 4',
    'paragraphs 3 and 5; between 3 and 5; on 3 and 5',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('leaves the dates beside it alone', () => {
    expect(found('UNSCR 1244 of 10 June 1999')).toEqual([['1999-06-10', '10 June 1999', false]])
    expect(found('on page 12, 10 June 1999')).toEqual([['1999-06-10', '10 June 1999', false]])
    expect(found('On June 10, 1500 troops left.')).toEqual([['2000-06-10', 'June 10', true]])
    expect(found('In June 1999 10,000 troops left.')).toEqual([['1999-06', 'June 1999', false]])
    expect(found('In March 24 people died.')).toEqual([['2000-03', 'March', true]])
    expect(found('It ended in June. 1999 troops stayed.')).toEqual([['2000-06', 'June', true]])
  })
})

describe('a bare year in prose', () => {
  it.each([
    ['In 1999 troops came; by 1998, none; since 1945 many.', ['1999', '1998', '1945/..']],
    ['The war of 1812 and the Revolution of 1848 (1848).', ['1812', '1848', '1848']],
    ['NATO’s 1999 campaign, the 1998 talks, a landmark 1988 treaty', ['1999', '1998', '1988']],
    ['1998 was a year of war. Brussels, 1999.', ['1998', '1999']],
    ['fiscal year 1947, the year 2000, class of 1999', ['1947', '2000', '1999']],
    ['from 1910 to 1890; from 1790 and 1870 excluded people', ['1910', '1890', '1790', '1870']],
    ['by 1794 Spanish forces, the 1972 Biological Weapons Convention', ['1794', '1972']],
    ['And so, 1975 was a year of war, because 1970 marks the start', ['1975', '1970']],
    ['They made 1972 a year of peace and spent 1975 pushing for more', ['1972', '1975']],
    ['with 2010 as the target date, if 1961 expenditures rise', ['2010', '1961']],
    ['The budget for 1979 addresses these needs; as long ago as 1901', ['1979', '1901']],
    ['the laws of 1948 and the crime bill of 1994', ['1948', '1994']],
    [
      'before 1915 and after 1918; in 1998 and later the troops left',
      ['../1914', '1919/..', '1998'],
    ],
    ['1998 and later, 1999 and after', ['1998/..', '1999/..']],
    ['in the years after 1945, three years after 1945', ['1946/..', '1945']],
    ["the 1980s and '90s, in 1985 or '87", ['198X', '199X', '1985', '1987']],
    ['The Berlin Airlift, 1948–1949', ['1948/1949']],
    ['the 2001-02 season, not 2001-02', ['2001/2002', '2001-02']],
    ['before the 1972 elections, after the 1967 war', ['1972', '1967']],
    ['two years before 1999, the day after 10 June 1999', ['1999', '1999-06-10']],
  ])('%s', (text, expected) => {
    expect(found(text).map(([edtf]) => edtf)).toEqual(expected)
  })

  it('is not doubted by the question that ends with it', () => {
    expect(found('Was he born in 1389?')).toEqual([['1389', '1389', false]])
    expect(found('He was born in 1389?')).toEqual([['1389?', '1389?', false]])
    expect(found('He was born in 1389? and died')).toEqual([['1389?', '1389?', false]])
  })
})

describe('a date completed from the anchor', () => {
  it.each([
    ['UNMIK announces October 28th as the date', '2000-10-28', 'October 28th'],
    ['until Oct. 28th, when', '2000-10-28', 'Oct. 28th'],
    ['on 28 October they', '2000-10-28', '28 October'],
    ['on the 28th of October they', '2000-10-28', '28th of October'],
    ['on Thursday, October 28, they', '2000-10-28', 'Thursday, October 28'],
    ['on the 28th, they', '2000-08-28', '28th'],
    ['In March NATO began', '2000-03', 'March'],
    ['in March of that year', '2000-03', 'March'],
    ['By May, all had left', '2000-05', 'May'],
    ['early March saw', '2000-03~', 'early March'],
    ['by mid-May', '2000-05~', 'mid-May'],
    ['since July', '2000-07/..', 'since July'],
    ['after June 5', '2000-06-06/..', 'after June 5'],
    ['from March to June', '2000-03/2000-06', 'from March to June'],
    ['from March to June it rained', '2000-03/2000-06', 'from March to June'],
    ['from 28 February to 5 March', '2000-02-28/2000-03-05', 'from 28 February to 5 March'],
    ['on 31 December–2 January', '2000-12-31/2001-01-02', '31 December–2 January'],
    ['between 3 and 5 May', '2000-05-03/2000-05-05', 'between 3 and 5 May'],
  ])('%s', (text, edtf, words) => {
    expect(found(text)).toEqual([[edtf, words, true]])
    expect(found(text, null)).toEqual([])
  })

  it('needs a month in the anchor for a day alone', () => {
    expect(found('on the 28th, they', { year: 2000, month: null })).toEqual([])
  })
})

describe('the year 2000', () => {
  it.each([
    ['In the summer of 2000 the Serbs left.', ['2000-22']],
    ['By June 2000 people had returned.', ['2000-06']],
    ['On June 10, 2000 troops marched.', []],
  ])('%s', (text, edtfs) => {
    const read = found(text, null).map(([edtf]) => edtf)
    // A day and month without a year of their own are no date here.
    expect(read).toEqual(edtfs)
  })
})

describe('numeric dates', () => {
  it('follow the order and the century of the document', () => {
    const order = (numericOrder: DateContext['numericOrder']) =>
      found('on 6/10/1999', null, { numericOrder })[0]?.[0]
    expect(order('day-month')).toBe('1999-10-06')
    expect(order('month-day')).toBe('1999-06-10')
    expect(order(null)).toBeUndefined()
    const short = found('10.06.99, June ’98, in ’97, the ’80s', null, { century: 1900 })
    expect(short.map(([edtf]) => edtf)).toEqual(['1999-06-10', '1998-06', '1997', '198X'])
  })
})
