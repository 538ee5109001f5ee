import { expect, it } from 'vitest'
import { statedIn } from './stated-date.ts'

it.each([
  [{ datetime: '1999-06-10T14:00:00+02:00' }, '1999-06-10'],
  [{ datetime: '1999-06' }, '1999-06'],
  [{ datetime: 'PT5M' }, null],
  [{ when: '1999-06-10' }, '1999-06-10'],
  [{ when: '1999' }, '1999'],
  [{ when: '--06-10' }, null],
  [{ when: '-0044-03-15' }, null],
  [{ when: '1999-02-30' }, null],
  [{ from: '1999-03-24', to: '1999-06-10' }, '1999-03-24/1999-06-10'],
  [{ from: '1999', to: '1999' }, '1999'],
  [{ notBefore: '1999-03', notAfter: '1999-06' }, '1999-03/1999-06'],
  [{ from: '1999-03-24' }, '1999-03-24/..'],
  [{ to: '1999' }, '../1999'],
  [{ 'when-iso': '1999-06-10T14:00' }, '1999-06-10'],
  [{ 'from-iso': '1999-03-24', 'to-iso': '1999-06-10' }, '1999-03-24/1999-06-10'],
  [{}, null],
])('reads %j', (attributes, edtf) => {
  expect(statedIn(new Map(Object.entries(attributes)))?.edtf ?? null).toBe(edtf)
})
