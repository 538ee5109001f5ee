import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { plainRows } from './plain-rows.ts'

const PIECES = ['"', '"', '""', ',', ',', '\n', '\n', 'a', ' ', 'é', '\t', '1901', '"b"', ',"c d",']

it('reads the rows that a library reads, up to the first that is not plain', () => {
  const random = seeded()
  let plain = 0
  for (let round = 0; round < 20_000; round++) {
    const count = random.between(0, 14)
    const text = `${Array.from({ length: count }, () => random.pick(PIECES)).join('')}\n`
    const { rows, end, next } = plainRows(text, 1, ',')
    const message = `seed ${random.seed}: ${JSON.stringify(text)}`
    const read: string[][] = parse(text.slice(0, end), {
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
    })
    expect(
      rows.map(({ cells }) => cells),
      message,
    ).toEqual(read)
    expect(next, message).toBe(text.slice(0, end).split('\n').length)
    if (end === text.length) plain++
  }
  expect(plain).toBeGreaterThan(2_000)
})

it.each([
  ['a,"b, ""c""",\n', [['a', 'b, "c"', '']]],
  [',"",x\n\n"y"\n', [['', '', 'x'], ['y']]],
])('reads %j to its end', (text, cells) => {
  const { rows, end } = plainRows(text, 5, ',')
  expect(rows.map((row) => row.cells)).toEqual(cells)
  expect(end).toBe(text.length)
  expect(rows[0]?.line).toBe(5)
})

it.each(['a "b",c\n', '"a"b\n', '"a\nb"\n', 'a,"b\n'])('leaves %j to the library', (text) => {
  expect(plainRows(`1,2\n${text}`, 1, ',')).toEqual({
    rows: [{ line: 1, cells: ['1', '2'] }],
    end: 4,
    next: 2,
  })
})
