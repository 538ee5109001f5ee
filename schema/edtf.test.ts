import { describe, expect, it } from 'vitest'
import { parseEdtf } from './edtf.ts'

describe('parseEdtf', () => {
  it.each([
    ['1999-06-10', '1999-06-10', '1999-06-10', 'day', null],
    ['1999-06', '1999-06-01', '1999-06-30', 'month', null],
    ['2000-02', '2000-02-01', '2000-02-29', 'month', null],
    ['1900-02', '1900-02-01', '1900-02-28', 'month', null],
    ['1999-21', '1999-03-01', '1999-05-31', 'season', null],
    ['1999-22', '1999-06-01', '1999-08-31', 'season', null],
    ['1999-23', '1999-09-01', '1999-11-30', 'season', null],
    ['1999-24', '1999-12-01', '2000-02-29', 'season', null],
    ['1999', '1999-01-01', '1999-12-31', 'year', null],
    ['199X', '1990-01-01', '1999-12-31', 'decade', null],
    ['18XX', '1800-01-01', '1899-12-31', 'century', null],
    ['00XX', '0001-01-01', '0099-12-31', 'century', null],
    ['1389~', '1389-01-01', '1389-12-31', 'year', 'approximate'],
    ['1999-06~', '1999-06-01', '1999-06-30', 'month', 'approximate'],
    ['1389?', '1389-01-01', '1389-12-31', 'year', 'uncertain'],
    ['../1911', null, '1911-12-31', 'interval', null],
    ['1945/..', '1945-01-01', null, 'interval', null],
    ['1998/1999', '1998-01-01', '1999-12-31', 'interval', null],
    ['1999-06-10/1999-06-12', '1999-06-10', '1999-06-12', 'interval', null],
    ['1999-24/2000-05', '1999-12-01', '2000-05-31', 'interval', null],
  ])('%s', (edtf, start, end, precision, qualifier) => {
    expect(parseEdtf(edtf)).toMatchObject({ start, end, precision, qualifier })
  })

  it.each([
    '',
    '1999-13',
    '1999-00',
    '1999-02-30',
    '1999-20',
    '1999-25',
    '0000',
    '19999',
    '../..',
    '1999/1998',
    '1998/1999/2000',
    '199X-06',
    '1999-6',
    ' 1999',
  ])('refuses %j', (edtf) => {
    expect(parseEdtf(edtf)).toBeNull()
  })

  it('names the units of both ends', () => {
    expect(parseEdtf('1999-06-10/2000')?.units).toEqual(['day', 'year'])
    expect(parseEdtf('../1911')?.units).toEqual(['year'])
  })
})
