import { describe, expect, it } from 'vitest'
import type { Heading } from '../blocks.ts'
import { Sections } from './sections.ts'

const dates = { numericOrder: null, century: null }

const enter = (...headings: [text: string, level: number, marked: boolean][]): Sections => {
  const sections = new Sections(dates)
  for (const [text, level, marked] of headings) {
    const heading: Heading = { kind: 'heading', text, line: 1, level, marked }
    sections.enter(heading)
  }
  return sections
}

describe('Sections', () => {
  it('gives the innermost heading', () => {
    const at = enter(['A', 1, true], ['B', 3, true], ['C', 2, true])
    expect(at.current).toMatchObject({ name: 'C', date: null, under: null })
  })

  it('completes a month from the year above it, and keeps it under headings without a date', () => {
    const at = enter(['1999', 1, true], ['June', 2, true], ['Walls', 3, true])
    expect(at.current).toMatchObject({ name: 'Walls', date: null, under: { edtf: '1999-06' } })
  })

  it('forgets a date with its heading', () => {
    expect(enter(['1999', 2, true], ['Walls', 2, true]).current?.under).toBeNull()
  })

  it.each([
    [['1998 in Serbia', 'Events', 'January'], '1998-01', { year: 1998, month: 1 }],
    [['Kosovo Chronology, 1999', 'Talks'], undefined, { year: 1999, month: null }],
    [['Events of June 1999'], undefined, { year: 1999, month: 6 }],
    [['Chronicle, 1998–2000', '1998 in brief'], undefined, { year: 1998, month: null }],
    [['1999', 'The law as in 1912'], '1999', { year: 1999, month: null }],
    [['Resolution 1244', 'Talks'], undefined, null],
    [['From 1998 and from 1999'], undefined, null],
  ])('completes what is below %j', (names, under, anchor) => {
    const at = enter(...names.map((name, at): [string, number, boolean] => [name, at + 1, true]))
    expect(at.current?.under?.edtf).toBe(under)
    expect(at.current?.anchor).toEqual(anchor)
  })

  it('takes the year from the title where no heading names one', () => {
    const at = new Sections(dates, '1998 in Serbia')
    expect(at.titled).toEqual({ year: 1998, month: null })
    at.enter({ kind: 'heading', text: 'January', line: 1, level: 2, marked: true })
    expect(at.current?.under?.edtf).toBe('1998-01')
    expect(new Sections(dates, 'Our paper, 12 March 2004').titled).toBeNull()
  })

  it('nests unmarked dates by their unit', () => {
    const at = enter(['Log', 1, false], ['1999', 1, false], ['June', 1, false], ['July', 1, false])
    expect(at.current).toMatchObject({ name: 'July', under: { edtf: '1999-07' } })
    at.enter({ kind: 'heading', text: '2000', line: 1, level: 1, marked: false })
    expect(at.current).toMatchObject({ under: { edtf: '2000' } })
  })

  it('reads a date before a colon, and keeps long names whole for the engine', () => {
    expect(enter(['1999: The Long Year', 2, true]).current?.under?.edtf).toBe('1999')
    const name = enter(['x'.repeat(2000), 1, true]).current?.name ?? ''
    expect(name.length).toBeLessThanOrEqual(400)
  })
})
