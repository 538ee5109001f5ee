import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { nameOf, takeTitle, WithoutTitle } from './title.ts'

const heading = (text: string, marked: boolean, level = 1): Block => ({
  kind: 'heading',
  text,
  line: 1,
  level,
  marked,
})
const text: Block = { kind: 'paragraph', text: 'It broke.', line: 9, lines: ['It broke.'] }
const isDate = (block: { text: string }): boolean => /^\d{4}$/.test(block.text)

const titleOf = (blocks: Block[], stated: string | null = null): [string, number] => {
  const titled = takeTitle({ title: stated, blocks }, 'some/old_wall-2.txt', isDate)
  const rest = new WithoutTitle(titled).part(blocks)
  expect(rest.items.length + rest.leftOut.length).toBe(blocks.length)
  return [titled.title, rest.leftOut.length]
}

describe('takeTitle', () => {
  it.each<[string, Block[], string | null, [string, number]]>([
    ['a label at the top', [heading('Walls', false), text], null, ['Walls', 1]],
    ['a marked heading, wherever', [text, heading('Walls', true)], null, ['Walls', 1]],
    ['what the format states', [heading('Walls', true), text], 'Stated', ['Stated', 1]],
    ['the name, below text', [text, heading('Walls', false)], null, ['Old wall 2', 0]],
    ['the name, above a year', [heading('1985', false), text], null, ['Old wall 2', 0]],
    [
      'no later heading when the first is a year',
      [heading('1985', true), heading('Walls', true)],
      null,
      ['Old wall 2', 0],
    ],
    ['no heading of a lower level', [heading('Walls', true, 2), text], null, ['Old wall 2', 0]],
    [
      'the first label that is no link',
      [heading('Home', false), heading('Walls', false), text],
      null,
      ['Walls', 1],
    ],
  ])('%s', (_, blocks, stated, expected) => {
    expect(titleOf(blocks, stated)).toEqual(expected)
  })
})

it.each([
  ['whitehouse-kosovo.txt', 'Whitehouse kosovo'],
  ['a/b/Old__Log.v2.md', 'Old Log.v2'],
  ['https://example.org/a/the-wall.html?x=1#y', 'The wall'],
  ['https://example.org/', 'Example'],
  ['---.txt', '---.txt'],
])('nameOf %s', (source, name) => {
  expect(nameOf(source)).toBe(name)
})
