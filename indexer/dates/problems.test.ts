import { describe, expect, it } from 'vitest'
import type { DateProblem } from './context.ts'
import { leadingDate } from './leading.ts'
import { mentionsIn } from './mentions.ts'
import { wholeDate } from './whole.ts'

describe('what was seen but is no date', () => {
  it.each([
    ['30 February 1999', 'impossible'],
    ['February 30, 1999', 'impossible'],
    ['29 February 1999', 'impossible'],
    ['31 April 1999', 'impossible'],
    ['32 January 1999', 'impossible'],
    ['0 June 1999', 'impossible'],
    ['13.13.1999', 'impossible'],
    ['1999-02-30', 'impossible'],
    ['1999-13-10', 'impossible'],
    ['31/4/1999', 'impossible'],
    ['28 February – 30 February 1999', 'impossible'],
    ['June 10-31, 1999', 'impossible'],
    ['30 February', 'impossible'],
    ['6/10/1999', 'ambiguous-order'],
    ['44 BC', 'bce'],
    ['10,000 B.C.', 'bce'],
    ['10 June 323 BC', 'bce'],
    ['1200–1150 BC', 'bce'],
    ['5th century BCE', 'bce'],
    ['10.06.99', 'two-digit-year'],
    ['6/10/99', 'two-digit-year'],
    ['June ’99', 'two-digit-year'],
    ['10-Jun-99', 'two-digit-year'],
    ['0000-06-10', 'out-of-range'],
    ['10 June 12000', 'out-of-range'],
    ['after 31 December 9999', 'out-of-range'],
    ['before A.D. 1', 'out-of-range'],
  ])('%s: %s', (written, code) => {
    const problems: DateProblem[] = []
    const report = (problem: DateProblem) => problems.push(problem)
    const context = { anchor: null, numericOrder: null, century: null, report }
    const text = `They met in ${written}, it says.`
    // Neither the whole nor a part of it is read as a date.
    expect(mentionsIn(text, context)).toEqual([])
    expect(wholeDate(written, context)).toBeNull()
    expect(leadingDate(`${written}: they met`, context)).toBeNull()
    expect(problems.map((problem) => problem.code)).toEqual([code, code, code])
    const [mention] = problems
    expect(mention?.text).toContain(written)
    expect(text.slice(...(mention?.offset ?? []))).toBe(mention?.text)
    expect(mention?.reason).toMatch(/^[^.]*.+\.$/)
  })

  it('is refused in the anchor’s year only', () => {
    const leap = { anchor: { year: 2000, month: 2 }, numericOrder: null, century: null }
    const common = { ...leap, anchor: { year: 1999, month: 2 } }
    expect(mentionsIn('on 29 February they', leap)).toHaveLength(1)
    expect(mentionsIn('on 29 February they', common)).toEqual([])
    expect(leadingDate('29th: they', leap)?.date.edtf).toBe('2000-02-29')
    expect(leadingDate('29th: they', common)).toBeNull()
  })
})
