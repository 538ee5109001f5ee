import { describe, expect, it } from 'vitest'
import { bucketsOf, type CalendarUnit } from '#schema/buckets'
import { parseEdtf } from '#schema/edtf'
import type { PartialDate } from '#schema/entry'
import { seeded } from '#schema/seeded'
import type { Calendar, Tally } from '#search/calendar'
import { dayRange } from '#search/range'
import { detailOf, overviewOf, widerOf } from './bars.ts'
import { rangeInWords } from './units.ts'

const UNITS: CalendarUnit[] = ['century', 'decade', 'year', 'month', 'day']

/** What the engine would count for entries with these dates, one each. */
function calendar(...edtfs: string[]): Calendar {
  const counted: Record<string, Record<string, [number, number, number]>> = {}
  for (const edtf of edtfs) {
    const { units: _, ...span } = parseEdtf(edtf) ?? { units: [] }
    const date = { edtf, ...span, inferred: false } as PartialDate
    for (const unit of UNITS) {
      for (const [bucket, { width, certainty }] of bucketsOf({ date, mentions: [] }, unit)) {
        counted[unit] ??= {}
        counted[unit][bucket] ??= [0, 0, 0]
        const tally = counted[unit][bucket]
        tally[0]++
        if (width === 'wider' || certainty !== 'stated') tally[1]++
        if (width !== 'finer') tally[2]++
      }
    }
  }
  const { day, ...others } = counted as Calendar
  return Object.keys(day ?? {}).length > 62 ? others : (counted as Calendar)
}

const none: Calendar = {}
const counts = ({ name, found, whole }: { name: string; found: Tally; whole: Tally }) => [
  name,
  found[0],
  whole[0],
]

describe('the overview', () => {
  it('shows months in order, without gaps, in front of the whole collection', () => {
    const whole = calendar('1998-11', '1998-11-20', '1999-02', '1999-02-03', '1999-02-04')
    const chart = overviewOf(calendar('1999-02-03'), whole)
    expect(chart?.bars.map(counts)).toEqual([
      ['1998-11', 0, 2],
      ['1998-12', 0, 0],
      ['1999-01', 0, 0],
      ['1999-02', 1, 3],
    ])
  })

  it.each([
    ['decade', ['1142-06', '1389~', '2026-01-01']],
    ['century', ['0001', '1999']],
    ['year', ['1990-02-03', '2026-01-01']],
    ['year', ['1998', '1999', '1999-02-03']],
    ['month', ['1998-10-10', '1999', '2000-11', '1998-02', '1999-06-10']],
    ['day', ['1999-03-24', '1999-03-29/1999-03-30', '1999-03-30']],
  ])('is drawn by %s for %j', (unit, dates) => {
    const chart = overviewOf(none, calendar(...dates))
    expect(chart?.unit).toBe(unit)
    expect(chart?.bars.length).toBeLessThanOrEqual(120)
  })

  it('keeps every dated entry in a bar or under the bars', () => {
    const random = seeded()
    for (let round = 0; round < 200; round++) {
      const start = random.between(1000, 2000)
      const dates = Array.from({ length: random.between(1, 12) }, () => {
        const year = String(start + random.between(0, random.pick([0, 3, 80, 900]))).slice(-4)
        const month = String(random.between(1, 12)).padStart(2, '0')
        return random.pick([year, `${year}~`, `${year}-${month}`, `${year}-${month}-11`])
      })
      const chart = overviewOf(none, calendar(...dates))
      const inBars = chart?.bars.reduce((sum, bar) => sum + bar.whole[0], 0) ?? 0
      const under = chart?.wide.reduce((sum, span) => sum + span.whole, 0) ?? 0
      expect(inBars + under, `seed ${random.seed}: ${dates.join(' ')}`).toBe(dates.length)
      const names = chart?.bars.map((bar) => bar.name) ?? []
      expect(names).toEqual([...names].sort())
    }
  })

  it('of nothing dated is nothing', () => {
    expect(overviewOf(none, none)).toBeNull()
  })
})

describe('the detail', () => {
  const dates = ['1142', '1389-06-15', '1990-02', '1999', '1999-06-10', '1999-06-12', '2026-01-01']
  const whole = calendar(...dates)
  const overview = overviewOf(none, whole)
  it.each([
    ['1990', '1999', 'year', 10],
    ['1950', '2000', 'year', 51],
    ['1999', '1999', 'month', 12],
    ['1999-06', '1999-06', 'day', 30],
    ['1999-06-10', '1999-06-12', 'day', 3],
    ['2020', null, 'year', 10],
  ])('of %s to %s is drawn by %s', (from, to, unit, bars) => {
    const detail = overview && detailOf(overview, dayRange(from, to), none, whole)
    expect([detail?.unit, detail?.bars.length]).toEqual([unit, bars])
  })

  it.each([
    [null, null],
    ['1300', null],
    ['1999', '1998'],
    ['1999-06-10', '1999-06-10'],
    ['3000', null],
  ])('of %s to %s would not tell more', (from, to) => {
    expect(overview && detailOf(overview, dayRange(from, to), none, whole)).toBeNull()
  })

  it('tells what is dated by the month or year only', () => {
    const detail = overview && detailOf(overview, dayRange('1999', '1999'), none, whole)
    expect(detail?.wide).toEqual([{ name: '1999', first: 0, last: 11, found: 0, whole: 1 }])
  })
})

describe('the ways back', () => {
  const overview = overviewOf(none, calendar('1142', '2026'))
  const short = overviewOf(none, calendar('1998-02', '2000-11'))
  it.each([
    ['1999-06-10', '1999-06-20', ['1999-06', '1999', '199', '19']],
    ['1999-06', '1999-06', ['1999', '199', '19']],
    ['1998', '1999', ['199', '19']],
    ['1900', '1999', []],
    ['1999', null, []],
  ])('from %s to %s', (from, to, names) => {
    const range = dayRange(from, to)
    expect(range && overview && widerOf(range, overview)).toEqual(names)
  })

  it('do not go beyond the collection', () => {
    const range = dayRange('1999-06', '1999-06')
    expect(range && short && widerOf(range, short)).toEqual(['1999', '199'])
  })
})

describe('a range in words', () => {
  it.each([
    ['1999-06', '1999-06', 'June 1999'],
    ['1999-03', '1999-06', 'March to June 1999'],
    ['1998-12', '1999-06', 'December 1998 to June 1999'],
    ['1990', '1999', '1990s'],
    ['1990', null, 'from 1990'],
    [null, '1999-06-10', 'until 10 June 1999'],
  ])('%s – %s is %s', (from, to, words) => {
    expect(rangeInWords(from, to)).toBe(words)
  })
})
