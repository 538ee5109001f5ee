import { expect, it } from 'vitest'
import { withinField } from './field-size.ts'
import type { Piece } from './split.ts'

const piece = (text: string): Piece => ({
  kind: 'paragraph',
  text,
  line: 1,
  cells: [],
  section: null,
  anchor: null,
  attribution: null,
})

it('cuts a long text between its sentences and loses nothing', () => {
  const text = Array.from({ length: 30_000 }, (_, n) => `Boat ${n} sails home.`).join(' ')
  const parts = withinField(piece(text)).map((part) => part.text)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.every((part) => part.endsWith('home.') && part.length <= 200_000)).toBe(true)
  expect(parts.join(' ')).toBe(text)
})

it('cuts what has neither sentences nor spaces, between characters', () => {
  const text = `a${'🚀'.repeat(150_000)}`
  const parts = withinField(piece(text)).map((part) => part.text)
  expect(parts.join('')).toBe(text)
  expect(parts.every((part) => !/\p{Surrogate}/u.test(part))).toBe(true)
})

it('leaves a text of usual length alone', () => {
  const short = piece('One sentence.')
  expect(withinField(short)).toEqual([short])
})
