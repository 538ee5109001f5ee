import { expect, it } from 'vitest'
import type { ActorType } from '#schema/entry'
import { shorterForms } from './shorter-forms.ts'

const LETTERS: Record<string, ActorType> = { p: 'person', o: 'organization', u: 'unknown' }

/** Names as `p Ada Bell`; the shorter ones with what they may stand for. */
function formsOf(...names: string[]): string[] {
  const forms = shorterForms(
    names.map((line) => ({
      id: line.slice(2),
      name: line.slice(2),
      type: LETTERS[line.charAt(0)] ?? 'unknown',
    })),
  )
  return [...forms].map(([short, long]) => `${short} = ${long}`).sort()
}

it.each<[string, string[], string[]]>([
  [
    'a surname and a name without its initial are the one person who can be meant',
    ['p John F. Kennedy', 'u Kennedy', 'p John Kennedy'],
    ['John Kennedy = John F. Kennedy', 'Kennedy = John F. Kennedy'],
  ],
  [
    "a surname of two people is nobody's",
    ['p John F. Kennedy', 'p Robert Kennedy', 'u Kennedy'],
    [],
  ],
  [
    'nor is a name without initials',
    ['p George W. Bush', 'p George H.W. Bush', 'p George Bush', 'u Bush'],
    [],
  ],
  ['a spelled middle name tells people apart', ['p John Adams', 'p John Quincy Adams'], []],
  [
    'initials stand for what begins with them',
    ['p Franklin Roosevelt', 'p Franklin D. Roosevelt', 'p Franklin Delano Roosevelt'],
    [
      'Franklin D. Roosevelt = Franklin Delano Roosevelt',
      'Franklin Roosevelt = Franklin Delano Roosevelt',
    ],
  ],
  [
    'an acronym is the one organization of these initials',
    ['o Palestine Liberation Organization', 'o PLO', 'o NSC'],
    ['PLO = Palestine Liberation Organization'],
  ],
  [
    'or of none, when two have them',
    ['o National Security Council', 'o National Science Council', 'o NSC'],
    [],
  ],
  ['organizations are no surnames', ['p Ada Bell', 'o Bell'], []],
])('%s', (_, names, expected) => {
  expect(formsOf(...names)).toEqual(expected)
  expect(formsOf(...names.toReversed())).toEqual(expected)
})
