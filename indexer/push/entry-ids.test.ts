import { expect, it } from 'vitest'
import { entryId } from '../ids.ts'
import { EntryIds } from './entry-ids.ts'

const DOCUMENT = 'a-register'

it('holds every id that was added, once, whatever its form, and no other', () => {
  const texts = Array.from({ length: 5_000 }, (_, index) => `Row ${index}`)
  const ids = [
    ...texts.map((text) => entryId(DOCUMENT, text, 1)),
    entryId(DOCUMENT, 'Row 1', 2),
    entryId(DOCUMENT, 'Row 1', 3),
    `${DOCUMENT}-no hash`,
    `${DOCUMENT}-ABCDEFGHIJKL`,
    'another',
  ]
  const held = new EntryIds(DOCUMENT)
  for (const id of [...ids, ...ids]) held.add(id)
  expect(held.size).toBe(ids.length)
  expect([...held].sort()).toEqual([...ids].sort())
  expect(ids.every((id) => held.has(id))).toBe(true)
  const absent = [
    entryId(DOCUMENT, 'Row 2', 2),
    entryId(DOCUMENT, 'Row 5000', 1),
    entryId('b-register', 'Row 1', 1),
  ]
  expect(absent.filter((id) => held.has(id))).toEqual([])
})
