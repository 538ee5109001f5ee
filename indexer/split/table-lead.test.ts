import { describe, expect, it } from 'vitest'
import type { Piece } from './split.ts'
import { TableDates } from './table-lead.ts'

const context = { numericOrder: null, century: null, anchor: null } as const

/** The dates and texts of the rows of a table, given as lines with bars. */
function leads(...lines: string[]): string[] {
  const rows = lines.map((line): Piece => {
    const cells = line.split('|').map((cell) => cell.trim())
    const none = { section: null, anchor: null, attribution: null }
    return { kind: 'table row', text: '', line: 1, cells, ...none }
  })
  const table = new TableDates(rows, () => context)
  return rows.map((row) => {
    const lead = table.lead(row)
    if (lead === null) return '-'
    return `${lead.date.edtf}${lead.date.inferred ? ' inferred' : ''} [${lead.margin}] ${lead.text}`
  })
}

describe('TableDates', () => {
  it('reads the first column', () => {
    expect(leads('10 June 1999 | Talks | Westport', 'June 2000 | More')).toEqual([
      '1999-06-10 [10 June 1999] Talks · Westport',
      '2000-06 [June 2000] More',
    ])
  })

  it('carries a date down to rows whose cell is empty or a ditto mark', () => {
    expect(leads('10 June 1999 | Talks', ' | They end', '" | Rain')).toEqual([
      '1999-06-10 [10 June 1999] Talks',
      '1999-06-10 inferred [] They end',
      '1999-06-10 inferred ["] Rain',
    ])
    expect(leads(' | Before all', '10 June 1999 | Talks')[0]).toBe('-')
  })

  it('reads a day with the year in the cell before it, or above that', () => {
    expect(leads('1999 | June 10 | Talks', ' | July 3 | More', '2000 | | A quiet year')).toEqual([
      '1999-06-10 [1999 June 10] Talks',
      '1999-07-03 inferred [July 3] More',
      '2000 [2000] A quiet year',
    ])
    expect(leads('1999 | June | 10 | Talks', ' | | 12 | More')).toEqual([
      '1999-06-10 [1999 June 10] Talks',
      '1999-06-12 inferred [12] More',
    ])
  })

  it('passes over running numbers, not over years', () => {
    expect(leads('1 | 10 June 1999 | Talks', '2 | 11 June 1999 | More')).toEqual([
      '1999-06-10 [10 June 1999] 1 · Talks',
      '1999-06-11 [11 June 1999] 2 · More',
    ])
    expect(leads('1999 | Talks', '2000 | More')[1]).toBe('2000 [2000] More')
  })

  it('leaves counts, and columns of something else, alone', () => {
    expect(leads('1999 | 12 | boats', '2000 | 30 | boats')).toEqual([
      '1999 [1999] 12 · boats',
      '2000 [2000] 30 · boats',
    ])
    expect(leads('Westport | 10 June 1999', 'Eastport | 11 June 1999')).toEqual(['-', '-'])
  })
})
