import { expect, it } from 'vitest'
import { parseAuthority } from '../actors/authority.ts'
import { actorsText, ColumnActors } from './actors.ts'

const { authority } = parseAuthority(
  '- {id: nato, name: NATO, type: organization, aliases: [Atlantic Alliance]}',
  'a.yaml',
)

const given = (cell: unknown): string[] =>
  new ColumnActors(authority)
    .of(actorsText(cell))
    .map(
      ({ id, name, type, verified }) => `${id}: ${name} (${type}${verified ? ', verified' : ''})`,
    )

it.each<[string, unknown, string[]]>([
  [
    'names between semicolons and bars',
    'nato; Ada Bell | Food and Drug Agency ;; U.S.',
    [
      'nato: NATO (organization, verified)',
      'ada-bell: Ada Bell (unknown)',
      'food-and-drug-agency: Food and Drug Agency (unknown)',
      'united-states: United States (state)',
    ],
  ],
  [
    'one actor by several names',
    ['NATO', 'atlantic alliance'],
    ['nato: NATO (organization, verified)'],
  ],
  [
    'objects with name and type',
    [{ name: 'Ora Lind', type: 'person' }, { name: 'Ole', type: 'ship' }, { title: 'x' }, 3],
    ['ora-lind: Ora Lind (person)', 'ole: Ole (unknown)', '3: 3 (unknown)'],
  ],
  ['nothing', null, []],
  ['no words', ' ; – | ', []],
])('takes %s as given', (_, cell, expected) => {
  expect(given(cell)).toEqual(expected)
})

it('knows a name again, with the type that a cell states', () => {
  const column = new ColumnActors(authority)
  const types = (cell: unknown) => column.of(actorsText(cell)).map(({ id, type }) => [id, type])
  const person = [{ name: 'Ora Lind', type: 'person' }]
  expect(types(person)).toEqual([['ora-lind', 'person']])
  expect(types('NATO; Ora Lind')).toEqual([
    ['nato', 'organization'],
    ['ora-lind', 'person'],
  ])
  expect(types(person)).toEqual([['ora-lind', 'person']])
  const [[first], [second]] = [column.of('NATO'), column.of('NATO')]
  expect(first).toEqual(second)
  // Evidence is added to an entry's own.
  expect(first?.evidence).not.toBe(second?.evidence)
})
