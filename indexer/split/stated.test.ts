import { describe, expect, it } from 'vitest'
import type { StatedDate } from '../blocks.ts'
import { lineLead } from './line-lead.ts'
import type { Piece } from './split.ts'
import { statedLead } from './stated.ts'

const context = { numericOrder: null, century: null, anchor: null, hint: 'timeline' } as const

function lead(text: string, stated?: StatedDate) {
  const piece: Piece = {
    kind: 'paragraph',
    text,
    line: 1,
    cells: [],
    section: null,
    anchor: null,
    attribution: null,
    stated,
  }
  const found = statedLead(piece, lineLead(text, context))
  return found && `${found.date.edtf} ${found.date.rule} [${found.margin}] ${found.text}`
}

describe('statedLead', () => {
  const day = { edtf: '1999-06-10', text: 'St. Anthony’s eve' }

  it('believes an edition, whatever the words are', () => {
    expect(lead('St. Anthony’s eve. It holds.', { ...day, rule: 'tei-date' })).toBe(
      '1999-06-10 tei-date [St. Anthony’s eve] It holds.',
    )
    expect(
      lead('June 1999 It holds.', { edtf: '1999-06-10', text: 'June 1999', rule: 'tei-date' }),
    ).toBe('1999-06-10 tei-date [June 1999] It holds.')
  })

  it('lets what is written in full go before what a page states', () => {
    const stated = { edtf: '1999-06-01', text: 'June 1999', rule: 'time-element' } as const
    expect(lead('June 1999 It holds.', stated)).toBe('1999-06 month-year [June 1999] It holds.')
    expect(lead('10 June: It holds.', { ...day, text: '10 June', rule: 'time-element' })).toBe(
      '1999-06-10 time-element [10 June] It holds.',
    )
  })

  it('takes what is stated of the whole for what does not say itself when', () => {
    const stated = { edtf: '1999-06-10', text: '', rule: 'tei-date' } as const
    expect(lead('It holds.', stated)).toBe('1999-06-10 tei-date [] It holds.')
    expect(lead('June 1999: It holds.', stated)).toBe('1999-06 month-year [June 1999] It holds.')
  })

  it('needs a text after the date, and a date that is one', () => {
    expect(lead('St. Anthony’s eve.', { ...day, rule: 'tei-date' })).toBeNull()
    expect(lead('Then: It holds.', { edtf: '1999-13', text: 'Then', rule: 'tei-date' })).toBeNull()
    expect(lead('It holds.')).toBeNull()
  })
})
