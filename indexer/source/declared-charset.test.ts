import { expect, it } from 'vitest'
import { declaredCharset } from './declared-charset.ts'
import { decode } from './decode.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

it.each([
  ['<meta charset="windows-1251">', 'windows-1251'],
  ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-2">', 'iso-8859-2'],
  ['<!-- <meta charset="koi8-r"> --><meta charset=shift_jis>', 'shift_jis'],
  ['<?xml version="1.0" encoding="ISO-8859-1"?><TEI/>', 'ISO-8859-1'],
  ['<meta charset="utf-16">', 'utf-8'],
  ['<p>charset="koi8-r"', null],
  [`${' '.repeat(5000)}<meta charset="koi8-r">`, null],
])('finds the encoding in %s', (head, charset) => {
  expect(declaredCharset(bytes(head))).toBe(charset)
})

it('lets a page of another alphabet be read', () => {
  const page = Buffer.concat([
    bytes('<meta charset="windows-1251"><p>'),
    Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
  ])
  expect(decode(page, declaredCharset(page))).toContain('Москва')
})
