import { describe, expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { isBound } from './range.ts'
import { typedDate } from './typed-dates.ts'

describe('dates as people type them', () => {
  it.each([
    ['june 1999', '1999-06', '1999-06', ''],
    ['refugees june 1999', '1999-06', '1999-06', 'refugees'],
    ['refugees in June of 1999 return', '1999-06', '1999-06', 'refugees return'],
    ['spring 1999', '1999-03', '1999-05', ''],
    ['winter of 1998', '1998-12', '1999-02', ''],
    ['1998-2000', '1998', '2000', ''],
    ['1998–2000 talks', '1998', '2000', 'talks'],
    ['10 June 1999', '1999-06-10', '1999-06-10', ''],
    ['June 10th, 1999', '1999-06-10', '1999-06-10', ''],
    ['1999-06-10', '1999-06-10', '1999-06-10', ''],
    ['1999-06', '1999-06', '1999-06', ''],
    ['before 1999', null, '1998', ''],
    ['after June 1999', '1999-07', null, ''],
    ['since 10 June 1999', '1999-06-10', null, ''],
    ['until 1999', null, '1999', ''],
    ['1990s', '1990', '1999', ''],
    ['the 1990s', '1990', '1999', ''],
    ['19th century', '1800', '1899', ''],
    ['between March and June 1999', '1999-03', '1999-06', ''],
    ['march to june 1999', '1999-03', '1999-06', ''],
    ['from 10 June 1999 to July 1999', '1999-06-10', '1999-07', ''],
    ['december 1999', '1999-12', '1999-12', ''],
    ['before 1 January 1999', null, '1998-12-31', ''],
    ['elections 2000', '2000', '2000', 'elections'],
  ])('%s', (query, from, to, rest) => {
    expect(typedDate(query)).toEqual({ from, to, rest })
  })

  it.each([
    '',
    'may',
    'resolution 1244a',
    '"june 1999"',
    '30 february 1999 x',
    'june',
    '12',
    'KV-1999',
  ])('offers nothing, or only a year, for %j', (query) => {
    const found = typedDate(query)
    expect(found === null || /^\d{4}$/.test(found.from ?? '')).toBe(true)
  })

  it('never throws, and its bounds are such as a link takes', () => {
    const random = seeded()
    const parts = [
      'june',
      '1999',
      '-',
      'to',
      'and',
      '31',
      'before',
      'spring',
      '2000',
      '"',
      '0000',
      '9999',
      '1990s',
    ]
    for (let round = 0; round < 5000; round++) {
      const query = Array.from({ length: random.between(0, 7) }, () => random.pick(parts)).join(' ')
      const found = typedDate(query)
      for (const bound of [found?.from, found?.to]) {
        if (bound) expect(isBound(bound), `${query}, seed ${random.seed}`).toBe(true)
      }
    }
  })
})
