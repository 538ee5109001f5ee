import { describe, expect, it } from 'vitest'
import { inOnePart } from '../stages.ts'
import { surveyDates } from './date-forms.ts'

const forms = async (text: string) => (await surveyDates(inOnePart(text.split('\n')))).forms

const CHRONICLE = '10 June 1999: talks begin\n11 June 1999: talks go on\n12 June 1999: talks end'

describe('dateForms', () => {
  it('knows the form in which the entries of a text begin', async () => {
    const { beginsEntry } = await forms(CHRONICLE)
    expect(beginsEntry('3 May 2000: they meet again')).toBe(true)
    expect(beginsEntry('June 2000: nothing happens')).toBe(true)
    expect(beginsEntry('3 May 2000 they meet again')).toBe(false)
    expect(beginsEntry('Same day: they part')).toBe(true)
  })

  it('takes lines for the same form however wide the gap behind their days is', async () => {
    const columns = 'May 1999\n5    Talks begin.\n12   Talks go on.\n21   Talks end.'
    const { beginsEntry } = await forms(columns)
    expect(beginsEntry('12 Talks go on.')).toBe(true)
    expect((await forms(columns.replace('May 1999\n', ''))).beginsEntry('12 Talks')).toBe(false)
  })

  it('does not take wrapped prose for entries', async () => {
    const prose =
      'The delegates of all nine towns came to the old inn, and on the day\n' +
      '10 June 1999: a Thursday, as all of them knew, they waited there for\n' +
      '11 June 1999: a Friday, and for the boat that was to bring the treaty\n' +
      '12 June 1999: a Saturday, on which nobody had come to the old inn yet'
    expect((await forms(prose)).beginsEntry('10 June 1999: a Thursday')).toBe(false)
  })

  it('does not count what stands below a day, and no ordinary word for a date of its own', async () => {
    const { beginsEntry, isDay } = await forms(
      ['1', '2', '3', '4'].map((day) => `${day} May 1999\nApril Jones leaves.\n`).join('\n'),
    )
    expect(isDay('2 May 1999')).toBe(true)
    expect(isDay('May 1999')).toBe(false)
    expect(beginsEntry('5 May 1999')).toBe(true)
    expect(beginsEntry('April Jones leaves.')).toBe(false)
    expect(beginsEntry('winter.')).toBe(false)
  })

  it('tells a name that begins with a month from the month of a line below a year', async () => {
    const { beginsWithName } = await forms(CHRONICLE)
    expect(beginsWithName('March on Rome', 'October 1922')).toBe(true)
    expect(beginsWithName('March: they march', 'October 1922')).toBe(false)
    expect(beginsWithName('March 3 They march', 'October 1922')).toBe(false)
    expect(beginsWithName('March They march', '1922')).toBe(false)
  })
})
