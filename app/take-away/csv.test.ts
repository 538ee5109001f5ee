import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { seeded } from '#schema/seeded'
import { csvField } from './csv.ts'

const { seed, pick, between } = seeded()
const PIECES = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  ';',
  "'",
  ' ',
  '\u200b',
  '＝',
  'a',
  'é',
  '1',
]

test(`no field begins like a formula, and each is read back, seed ${seed}`, () => {
  for (let round = 0; round < 3000; round++) {
    const value = Array.from({ length: between(0, 6) }, () => pick(PIECES)).join('')
    const { data } = Papa.parse<string[]>(`${csvField(value)},next\r\n`, { newline: '\r\n' })
    const [read, next] = data[0] ?? []
    expect(next).toBe('next')
    // What a spreadsheet sees, blanks and marks of no width left aside.
    expect(read?.replace(/^[\s\u200b]+/, '') ?? '').not.toMatch(/^[=+\-@＝]/)
    expect([value, `'${value}`]).toContain(read)
    if (/^[a-zé1]/.test(value)) expect(read).toBe(value)
  }
})

test('what spreadsheets are known to run is text', () => {
  for (const value of ['=HYPERLINK("x")', '+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '\n=1']) {
    expect(csvField(value).replace(/^"/, '')).toMatch(/^'/)
  }
})
