import { describe, expect, it } from 'vitest'
import { bucketsOf, coverOf } from './buckets.ts'
import { dayNumber, formatDay, lastDayOfMonth, nextDay, ordinal, previousDay } from './day.ts'
import { parseEdtf } from './edtf.ts'
import type { PartialDate } from './entry.ts'
import { facetKey, facetLabel } from './facet-key.ts'
import { seeded } from './seeded.ts'
import { shadeMark, shadeOf } from './shade.ts'

function dated(...edtfs: string[]): { date: null; mentions: PartialDate[] } {
  const mentions = edtfs.map((edtf) => {
    const span = parseEdtf(edtf)
    if (span === null) throw new Error(`no EDTF: ${edtf}`)
    const { units: _, ...rest } = span
    return { edtf, ...rest, inferred: false, rule: 'test', text: edtf, offset: null }
  })
  return { date: null, mentions }
}

describe('calendar buckets', () => {
  it.each([
    ['1999-06-10', ['1999'], ['1999-06'], ['1999-06-10']],
    ['1999-06', ['1999'], ['1999-06'], []],
    ['1999-24', ['1999', '2000'], ['1999-12', '2000-01', '2000-02'], []],
    ['1999', ['1999'], [], []],
    [
      '199X',
      ['1990', '1991', '1992', '1993', '1994', '1995', '1996', '1997', '1998', '1999'],
      [],
      [],
    ],
    ['1998/1999', ['1998', '1999'], [], []],
    ['1999-11/2000-01', ['1999', '2000'], ['1999-11', '1999-12', '2000-01'], []],
    [
      '1999-12-31/2000-01-01',
      ['1999', '2000'],
      ['1999-12', '2000-01'],
      ['1999-12-31', '2000-01-01'],
    ],
    ['1999-12-31/2000', ['1999', '2000'], [], []],
    ['../1911', ['1911'], [], []],
    ['1999-06/..', ['1999'], ['1999-06'], []],
    ['../1999-06-09', ['1999'], ['1999-06'], ['1999-06-09']],
    ['9999-12-31', ['9999'], ['9999-12'], ['9999-12-31']],
    ['199X/..', ['1990'], [], []],
    ['../18XX', ['1899'], [], []],
    ['1999-24/..', ['1999'], ['1999-12'], []],
    ['../1999-24', ['2000'], ['2000-02'], []],
  ])('%s', (edtf, years, months, days) => {
    const entry = dated(edtf)
    const names = (unit: 'year' | 'month' | 'day') => [...bucketsOf(entry, unit).keys()]
    expect([names('year'), names('month'), names('day')]).toEqual([years, months, days])
  })

  it('counts an entry once in a bucket that two dates share', () => {
    expect([...bucketsOf(dated('1999-06', '1999-03-24'), 'year').keys()]).toEqual(['1999'])
  })
})

describe('centuries and decades', () => {
  it('are the years with their last digits cut off', () => {
    const random = seeded()
    for (let round = 0; round < 300; round++) {
      const [first, last] = [random.between(1, 2100), random.between(0, 300)]
      const years = [first, Math.min(9999, first + last)].map((year) =>
        String(year).padStart(4, '0'),
      )
      const entry = dated(years.join('/'), String(random.between(1000, 2000)))
      for (const [unit, length] of [
        ['century', 2],
        ['decade', 3],
      ] as const) {
        const cut = [...bucketsOf(entry, 'year').keys()].map((year) => year.slice(0, length))
        expect([...bucketsOf(entry, unit).keys()], `seed ${random.seed}`).toEqual([...new Set(cut)])
      }
    }
  })
})

describe('the shade of a bucket', () => {
  it.each([
    [['1999-06-10'], 'finer stated'],
    [['1999'], 'same stated'],
    [['1998/1999'], 'same stated'],
    [['199X'], 'wider stated'],
    [['1999~'], 'same approximate'],
    [['1999-06?'], 'finer approximate'],
    [['199X', '1999'], 'same stated'],
    [['1999-06~', '1999-07'], 'finer stated'],
    [['1999/..'], 'same stated'],
  ])('of 1999 for %j is %s', (edtfs, expected) => {
    const shade = bucketsOf(dated(...edtfs), 'year').get('1999')
    expect(`${shade?.width} ${shade?.certainty}`).toBe(expected)
  })

  it('tells a season wider than its months, and what was inferred', () => {
    expect(bucketsOf(dated('1999-22'), 'month').get('1999-07')?.width).toBe('wider')
    const [mention] = dated('1999-06-10').mentions
    const inferred = { date: { ...mention, inferred: true } as PartialDate, mentions: [] }
    expect(bucketsOf(inferred, 'day').get('1999-06-10')?.certainty).toBe('inferred')
  })

  it('survives as the mark of a facet key', () => {
    for (const width of ['finer', 'same', 'wider'] as const) {
      for (const certainty of ['stated', 'inferred', 'approximate'] as const) {
        const mark = shadeMark({ width, certainty })
        expect(shadeOf(facetLabel(facetKey('1999-06', mark)))).toEqual({ width, certainty })
      }
    }
  })
})

describe('the cover', () => {
  /** What the engine does with a cover, see search/server/filters.ts. */
  function passes(cover: ReturnType<typeof coverOf>, first: string, last: string): boolean {
    const inside = (values: number[], digits: number) => {
      const low = Math.floor(dayNumber(first) / digits)
      const high = Math.floor(dayNumber(last) / digits)
      return values.some((value) => low <= value && value <= high)
    }
    return (
      inside(cover.fullYears, 10000) ||
      inside(cover.fullMonths, 100) ||
      inside(cover.edgeDays, 1) ||
      cover.openFrom.some((day) => day <= dayNumber(last)) ||
      cover.openUntil.some((day) => day >= dayNumber(first))
    )
  }

  it('overlaps a range exactly when one of the dates does', () => {
    const random = seeded()
    const day = () => {
      const [year, month] = [random.between(1990, 2003), random.pick([1, 2, 6, 11, 12])]
      const last = Number(lastDayOfMonth(year, month).slice(8))
      // First and last days of months and years are where a cover goes wrong.
      return formatDay(year, month, random.pick([1, 2, random.between(1, last), last - 1, last]))
    }
    for (let round = 0; round < 20_000; round++) {
      const [a = '', b = ''] = [day(), day()].sort()
      const [c = '', d = ''] = [day(), day()].sort()
      const edtfs = random.some(
        [`${a}/${b}`, c.slice(0, 7), d.slice(0, 4), `../${a}`, `${d}/..`],
        0.3,
      )
      const entry = dated(...edtfs)
      const [first = '', last = ''] = [day(), day()].sort()
      const naive = entry.mentions.some(
        ({ start, end }) => (start === null || start <= last) && (end === null || end >= first),
      )
      const message = `seed ${random.seed}: ${edtfs.join(' ')} in ${first}…${last}`
      expect(passes(coverOf(entry), first, last), message).toBe(naive)
    }
  })

  it('of a long date stays short', () => {
    const cover = coverOf(dated('1900-02-03/1999-11-28'))
    const size = cover.fullYears.length + cover.fullMonths.length + cover.edgeDays.length
    expect(size).toBeLessThan(98 + 20 + 56)
  })
})

describe('days', () => {
  it('follow each other without gaps', () => {
    let day = '1898-12-30'
    for (let count = 0; count < 40_000; count++) {
      const next = nextDay(day)
      expect(previousDay(next)).toBe(day)
      expect(ordinal(next)).toBe(ordinal(day) + 1)
      day = next
    }
    // 40,000 days after 30 December 1898, by the Julian day numbers of both: 2414654 and 2454654.
    expect(day).toBe('2008-07-06')
  })
})
