import { expect, it } from 'vitest'
import { datedIn } from './test-entries.ts'

it.each([
  ['spaces', '  '],
  ['more spaces', '     '],
  ['a tab', '\t'],
])('begins a text with the name of a month behind a day and %s', async (_, gap) => {
  const entries = await datedIn([
    'November 1975',
    '',
    `5th${gap}Talks open on the island.`,
    `7th${gap}The talks end.`,
    `10th${gap}March on Dili.`,
    `12th${gap}May is chosen to speak.`,
    `15th${gap}A ferry sails.`,
  ])
  expect(entries).toEqual([
    ['1975-11-05', 'Talks open on the island.'],
    ['1975-11-07', 'The talks end.'],
    ['1975-11-10', 'March on Dili.'],
    ['1975-11-12', 'May is chosen to speak.'],
    ['1975-11-15', 'A ferry sails.'],
  ])
})

it.each([
  ['spaces', '    '],
  ['a tab', '\t'],
])('does so behind a year and %s', async (_, gap) => {
  const entries = await datedIn([
    `1885${gap}Ada opens a shop`,
    `1887${gap}The roof falls`,
    `1890${gap}May resigns`,
    `1891${gap}April Jones takes over`,
  ])
  expect(entries).toEqual([
    ['1885', 'Ada opens a shop'],
    ['1887', 'The roof falls'],
    ['1890', 'May resigns'],
    ['1891', 'April Jones takes over'],
  ])
})

it.each([
  [
    'in a column of their own',
    ['1890  May      The board', '1891  June 3   Fire.', '1892    Rain.'],
  ],
  ['behind a gap that no other line has', ['1890  May The board', '1891 Fire.', '1892 Rain.']],
  [
    'behind a gap that is usual before them',
    ['1890  May The board', '1891  June: Fire.', '1892 Rain.', '1893  Sun.', '1894  Fog.'],
  ],
])('reads months %s', async (_, lines) => {
  const [first] = await datedIn(lines)
  expect(first).toEqual(['1890-05', 'The board'])
})

it('reads a day and its month where no heading names one', async () => {
  const lines = ['1890', '', '5 May  A talk.', '7 May  A walk.', '10  March back to the town.']
  expect((await datedIn(lines)).at(-1)?.[0]).toBe('1890-03-10')
})
