import { expect, test } from 'vitest'
import { parseEdtf } from '#schema/edtf'
import type { PartialDate } from '#schema/entry'
import { firstDate, groupKey, groupName, inGroups } from './months.ts'

function date(edtf: string): PartialDate {
  const span = parseEdtf(edtf)
  if (span === null) throw new Error(edtf)
  const { start, end, precision, qualifier } = span
  return {
    edtf,
    start,
    end,
    precision,
    qualifier,
    inferred: false,
    rule: '',
    text: edtf,
    offset: null,
  }
}

const own = (edtf: string) => ({ date: date(edtf), mentions: [] })

test('an entry hangs where its earliest date begins, never narrower than it is', () => {
  expect(groupKey(own('1999-06-10'))).toBe('1999-06')
  expect(groupKey(own('1999-21'))).toBe('1999-03')
  expect(groupKey(own('1999'))).toBe('1999')
  expect(groupKey(own('199X'))).toBe('1990')
  expect(groupKey({ date: null, mentions: [date('2000'), date('1998-05')] })).toBe('1998-05')
  expect(groupKey({ date: null, mentions: [date('2000'), date('../1911')] })).toBe('…')
  expect(groupKey({ date: null, mentions: [] })).toBe('')
})

test('the first date is the one that the engine orders by', () => {
  const entry = { date: null, mentions: [date('1999-03'), date('1998/2000'), date('1999-01-01')] }
  expect(firstDate(entry)?.edtf).toBe('1998/2000')
})

test('groups keep the order and every entry', () => {
  const entries = ['1998-05', '1999', '1999-01-03', '1999-01-04', '1999-02'].map(own)
  const groups = inGroups(entries)
  expect(groups.map(({ key }) => key)).toEqual(['1998-05', '1999', '1999-01', '1999-02'])
  expect(groups.flatMap((group) => group.entries)).toEqual(entries)
  expect(groups.map(({ key }) => groupName(key))).toEqual([
    'May 1998',
    '1999',
    'January 1999',
    'February 1999',
  ])
})
