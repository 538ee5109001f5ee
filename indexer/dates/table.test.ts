import { describe, expect, it } from 'vitest'
import type { DateContext } from './context.ts'
import { leadingDate } from './leading.ts'
import { mentionsIn } from './mentions.ts'
import { wholeDate } from './whole.ts'

const context: DateContext = { anchor: null, numericOrder: null, century: null }

/** Every row of the date table and every form that the rules name, as written and in EDTF. */
const FORMS: [written: string, edtf: string][] = [
  ['10 June 1999', '1999-06-10'],
  ['10 JUNE 1999', '1999-06-10'],
  ['10th June 1999', '1999-06-10'],
  ['10th of June, 1999', '1999-06-10'],
  ['10th day of June 1999', '1999-06-10'],
  ['tenth of June 1999', '1999-06-10'],
  ['10-Jun-1999', '1999-06-10'],
  ['June 10, 1999', '1999-06-10'],
  ['June 10 1999', '1999-06-10'],
  ['June 10th, 1999', '1999-06-10'],
  ['June the 10th, 1999', '1999-06-10'],
  ['JUNE 10, 1999', '1999-06-10'],
  ['Sept. 5, 1998', '1998-09-05'],
  ['Sept 5, 1998', '1998-09-05'],
  ['DEC 30 1998', '1998-12-30'],
  ['10.06.1999', '1999-06-10'],
  ['10. 6. 1999', '1999-06-10'],
  ['10.VI.1999', '1999-06-10'],
  ['10. VI. 1999', '1999-06-10'],
  ['10 VI 1999', '1999-06-10'],
  ['10-VI-1999', '1999-06-10'],
  ['31.XII.1999', '1999-12-31'],
  ['9/VIII/1999', '1999-08-09'],
  ['10–12.VI.1999', '1999-06-10/1999-06-12'],
  ['10.VI.1999–12.VII.1999', '1999-06-10/1999-07-12'],
  ['1999-06-10', '1999-06-10'],
  ['1999.06.10', '1999-06-10'],
  ['1999.06.10 (Thu)', '1999-06-10'],
  ['1999/06/10', '1999-06-10'],
  ['1999-06-10T14:30:00Z', '1999-06-10'],
  ['6/13/1999', '1999-06-13'],
  ['13/6/1999', '1999-06-13'],
  ['6/6/1999', '1999-06-06'],
  ['Thursday, 10 June 1999', '1999-06-10'],
  ['Thu 10 June 1999', '1999-06-10'],
  ['Thurs., June 10, 1999', '1999-06-10'],
  ['10 June 1999 (Thursday)', '1999-06-10'],
  ['June 1999', '1999-06'],
  ['June, 1999', '1999-06'],
  ['June of 1999', '1999-06'],
  ['1999-06', '1999-06'],
  ['06/1999', '1999-06'],
  ['spring of 1999', '1999-21'],
  ['Spring 1999', '1999-21'],
  ['summer 1999', '1999-22'],
  ['autumn of 1999', '1999-23'],
  ['fall of 1999', '1999-23'],
  ['winter of 1999', '1999-24'],
  ['winter of 1998-99', '1998-24'],
  ['winter 1998/99', '1998-24'],
  ['winter of 1998–1999', '1998-24'],
  ['1999', '1999'],
  ['1990s', '199X'],
  ["1990's", '199X'],
  ['1800s', '18XX'],
  ['2000s', '200X'],
  ['19th century', '18XX'],
  ['nineteenth century', '18XX'],
  ['twenty-first century', '20XX'],
  ['A.D. 476', '0476'],
  ['476 CE', '0476'],
  ['June 10-12, 1999', '1999-06-10/1999-06-12'],
  ['June 10 – 12, 1999', '1999-06-10/1999-06-12'],
  ['June 10—12, 1999', '1999-06-10/1999-06-12'],
  ['June 10 to 12, 1999', '1999-06-10/1999-06-12'],
  ['June 10 through June 12, 1999', '1999-06-10/1999-06-12'],
  ['10–12 June 1999', '1999-06-10/1999-06-12'],
  ['10/11 June 1999', '1999-06-10/1999-06-11'],
  ['10-12.06.1999', '1999-06-10/1999-06-12'],
  ['between 3 and 5 May 1999', '1999-05-03/1999-05-05'],
  ['from 3 to 5 May 1999', '1999-05-03/1999-05-05'],
  ['March 24 to June 10, 1999', '1999-03-24/1999-06-10'],
  ['March 24, 1999 to June 10', '1999-03-24/1999-06-10'],
  ['24 March 1999 until 10 June 1999', '1999-03-24/1999-06-10'],
  ['28 February – 5 March 1998', '1998-02-28/1998-03-05'],
  ['Dec. 30, 1998 – Jan. 2, 1999', '1998-12-30/1999-01-02'],
  ['December 30 – January 2, 1999', '1998-12-30/1999-01-02'],
  ['June-August 1999', '1999-06/1999-08'],
  ['June/July 1999', '1999-06/1999-07'],
  ['November–February 1999', '1998-11/1999-02'],
  ['April 1961–October 1962', '1961-04/1962-10'],
  ['Spring 1999–Summer 2000', '1999-21/2000-22'],
  ['1998-99', '1998/1999'],
  ['1998/99', '1998/1999'],
  ['1904–05', '1904/1905'],
  ['1998–2002', '1998/2002'],
  ['1998–02', '1998/2002'],
  ['1998–9', '1998/1999'],
  ['1998-9', '1998/1999'],
  ['1998/9', '1998/1999'],
  ['1914–8', '1914/1918'],
  ['winter 1998–9', '1998-24'],
  ['June 10/11, 1999', '1999-06-10/1999-06-11'],
  ['June tenth, 1999', '1999-06-10'],
  ['Jun-10-1999', '1999-06-10'],
  ['1999-Jun-10', '1999-06-10'],
  ['1999 June 10', '1999-06-10'],
  ['from April 1, 1948, to June 30, 1952', '1948-04-01/1952-06-30'],
  ['1870s–early 1900s', '187X/19XX~'],
  ['first week of June 1999', '1999-06~'],
  ['last third of the 19th century', '18XX~'],
  ['c1389', '1389~'],
  ['beyond 2014', '2015/..'],
  ['from 1998 to 2000', '1998/2000'],
  ['between 1998 and 2000', '1998/2000'],
  ['1998-06-01/1998-06-30', '1998-06-01/1998-06-30'],
  ['1999-03/1999-06', '1999-03/1999-06'],
  ['16th to 18th centuries', '15XX/17XX'],
  ['from the 1850s through the 1870s', '185X/187X'],
  ['1998 to present', '1998/..'],
  ['from June 1999 onwards', '1999-06/..'],
  ['mid-July 1959', '1959-07~'],
  ['early 1999', '1999~'],
  ['late 1999', '1999~'],
  ['early in July 1990', '1990-07~'],
  ['beginning of 1999', '1999~'],
  ['end of June 1999', '1999-06~'],
  ['first half of the 19th century', '18XX~'],
  ['early 1990s', '199X~'],
  ['mid- to late 1990s', '199X~'],
  ['c. 1389', '1389~'],
  ['c.1389', '1389~'],
  ['ca. 1389', '1389~'],
  ['circa 1389', '1389~'],
  ['c. 800', '0800~'],
  ['about June 1999', '1999-06~'],
  ['around 1389', '1389~'],
  ['approximately 10 June 1999', '1999-06-10~'],
  ['between late 1907 and early 1908', '1907~/1908~'],
  ['possibly 1389', '1389?'],
  ['perhaps June 1999', '1999-06?'],
  ['probably 10 June 1999', '1999-06-10?'],
  ['1389?', '1389?'],
  ['1389 (?)', '1389?'],
  ['before 1912', '../1911'],
  ['prior to 1912', '../1911'],
  ['before June 1999', '../1999-05'],
  ['before January 1999', '../1998-12'],
  ['before 10 June 1999', '../1999-06-09'],
  ['before 1 March 2000', '../2000-02-29'],
  ['before the 1990s', '../198X'],
  ['before mid-1999', '../1999~'],
  ['on or before 10 June 1999', '../1999-06-10'],
  ['after 1945', '1946/..'],
  ['after June 1999', '1999-07/..'],
  ['after 31 December 1999', '2000-01-01/..'],
  ['after the winter of 1998-99', '1999-21/..'],
  ['since 1945', '1945/..'],
  ['since June 1999', '1999-06/..'],
  ['since the early 1960s', '196X~/..'],
]

describe('a date as written', () => {
  it.each(FORMS)('%s inside a sentence', (written, edtf) => {
    const text = `They had met ${preposition(written)}${written}, and nobody left.`
    const [date, ...more] = mentionsIn(text, context)
    expect(date).toMatchObject({ edtf, text: written, inferred: false })
    expect(more).toEqual([])
    expect(text.slice(...(date?.offset ?? []))).toBe(written)
  })

  it.each(FORMS)('%s at the head of a line', (written, edtf) => {
    for (const [before, after] of [
      ['', ': they left.'],
      ['', ' – they left.'],
      ['* ', ' — they left.'],
      ['**', '** — they left.'],
      ['[', '] They left.'],
    ]) {
      const line = `${before}${written}${after}`
      const leading = leadingDate(line, context)
      expect(leading?.date, line).toMatchObject({ edtf, text: written, offset: null })
      expect(line.slice(leading?.rest)).toMatch(/^[Tt]hey left\.$/)
    }
  })

  it.each(FORMS)('%s as a whole', (written, edtf) => {
    expect(wholeDate(written, context)).toMatchObject({ edtf, offset: null })
    expect(wholeDate(`  ${written}: `, context)).toMatchObject({ edtf })
    expect(wholeDate(`${written} and more`, context)).toBeNull()
  })
})

describe('dates that share their words', () => {
  it.each([
    [
      'in 3 and 5 May 1999',
      [
        ['3', '1999-05-03'],
        ['5 May 1999', '1999-05-05'],
      ],
    ],
    [
      'on May 3, 5, and 7, 1999',
      [
        ['May 3', '1999-05-03'],
        ['5', '1999-05-05'],
        ['7, 1999', '1999-05-07'],
      ],
    ],
    [
      'in June and July 1999',
      [
        ['June', '1999-06'],
        ['July 1999', '1999-07'],
      ],
    ],
    [
      'the spring and early summer of 1978',
      [
        ['spring', '1978-21'],
        ['summer of 1978', '1978-22~'],
      ],
    ],
    [
      'in March and February 1999',
      [
        ['March', '1999-03'],
        ['February 1999', '1999-02'],
      ],
    ],
    [
      'in December and January 1999',
      [
        ['December', '1998-12'],
        ['January 1999', '1999-01'],
      ],
    ],
    [
      'in 1998, 1999 and 2000',
      [
        ['1998', '1998'],
        ['1999', '1999'],
        ['2000', '2000'],
      ],
    ],
    [
      'the 18th and 19th centuries',
      [
        ['18th', '17XX'],
        ['19th centuries', '18XX'],
      ],
    ],
    [
      'on 24 March and 10 June 1999',
      [
        ['24 March', '1999-03-24'],
        ['10 June 1999', '1999-06-10'],
      ],
    ],
  ])('%s', (text, expected) => {
    const found = mentionsIn(text, context).map((date) => [date.text, date.edtf])
    // A qualifier between two of them belongs to the second, without being counted in its words.
    expect(found).toEqual(expected)
  })

  it('make one interval of a line', () => {
    const leading = leadingDate('June 10 and 12, 1999: talks', context)
    expect(leading?.date).toMatchObject({
      edtf: '1999-06-10/1999-06-12',
      text: 'June 10 and 12, 1999',
    })
  })
})

/** The word that prose puts before such a date, so that a bare year stands where years do. */
function preposition(written: string): string {
  return /^(?:before|prior|after|beyond|since|between|from|on)/.test(written) ? '' : 'in '
}
