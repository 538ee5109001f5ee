import { describe, expect, it } from 'vitest'
import type { Actor } from '#schema/entry'
import { type Authority, type AuthorityActor, authorityOf, onlyVerified } from './authority.ts'
import { DocumentActors } from './recognise.ts'

const actor = (
  name: string,
  type: AuthorityActor['type'],
  ...aliases: string[]
): AuthorityActor => ({
  id: name.toLowerCase().replace(/[^a-z]+/g, '-'),
  name,
  type,
  aliases,
  line: 1,
})

/** Of one entry, by the authority file alone. */
const recognise = (known: Authority, text: string, attribution: string | null = null): Actor[] =>
  new DocumentActors(onlyVerified(known)).recognise([{ text, attribution }])[0] ?? []

const authority = authorityOf([
  actor('Bill Clinton', 'person', 'President Clinton', 'Mr. Clinton', 'Clinton'),
  actor('Madeleine Albright', 'person', 'Secretary Albright'),
  actor('William Cohen', 'person', 'Secretary Cohen'),
  actor('Robin Cook', 'person', 'Foreign Minister Cook'),
  actor('Louise Arbour', 'person', 'Arbour'),
  actor('Slobodan Milošević', 'person', 'Milosevic'),
  actor('Hans Haekkerup', 'person'),
  actor('Rosa de Lind', 'person'),
  actor('United States', 'state', 'US', 'U.S.', 'USA'),
  actor('United Nations', 'organization', 'UN'),
  actor('UN Security Council', 'organization'),
  actor('NATO', 'organization'),
  actor('G-8', 'organization', 'Group of Eight'),
  actor("Pilots' Union", 'organization'),
])

/** `Name: words[start,end]` for every piece of evidence. */
const found = (text: string, attribution: string | null = null): string[] =>
  recognise(authority, text, attribution).flatMap(({ name, evidence }) =>
    evidence.map(({ text: words, offset }) => {
      if (offset !== null) expect(text.slice(...offset)).toBe(words)
      return `${name}: ${words}`
    }),
  )

describe('names', () => {
  it.each([
    [
      'longest first',
      'the UN Security Council of the UN',
      ['UN Security Council: UN Security Council', 'United Nations: UN'],
    ],
    ['capitals decide', 'NATO, nato, Nato, NATOs; US, us, Us', ['NATO: NATO', 'United States: US']],
    ['capitalised or in capitals', 'CLINTON and clinton', ['Bill Clinton: CLINTON']],
    [
      'word borders',
      'UNMIK, UNO, KUN, G-80, a G-8-led UN-led force',
      ['G-8: G-8', 'United Nations: UN'],
    ],
    [
      'a full stop of its own',
      'the U.S. army; in the U.S',
      ['United States: U.S.', 'United States: U.S'],
    ],
    ['not inside a longer acronym', 'the U.S.A.F. and the U.S. army', ['United States: U.S.']],
    ['at a sentence’s end', 'It left the U.S.', ['United States: U.S.']],
    [
      'possessives',
      "Clinton's, the United States' and Milosevic’s",
      ['Bill Clinton: Clinton', 'United States: United States', 'Slobodan Milošević: Milosevic'],
    ],
    [
      'diacritics both ways',
      'Slobodan Milosevic, Milošević, Hans Hækkerup',
      [
        'Slobodan Milošević: Slobodan Milosevic',
        'Slobodan Milošević: Milošević',
        'Hans Haekkerup: Hans Hækkerup',
      ],
    ],
    [
      'apostrophes, hyphens, spaces',
      'the Pilots’ Union, the G‑8, the United\u00a0Nations',
      ["Pilots' Union: Pilots’ Union", 'G-8: G‑8', 'United Nations: United\u00a0Nations'],
    ],
    [
      'abbreviated titles with and without a stop',
      'Mr Clinton, Mr. Clinton',
      ['Bill Clinton: Mr Clinton', 'Bill Clinton: Mr. Clinton'],
    ],
    [
      'no name over a sentence’s end',
      'He is president. Clinton left. A President. Clinton came.',
      ['Bill Clinton: Clinton', 'Bill Clinton: Clinton'],
    ],
    ['no word among capitals, no currency', 'LET US GO for US$5 and US 6', ['United States: US']],
    [
      'small words in any case',
      'Rosa De Lind of the GROUP OF EIGHT',
      ['Rosa de Lind: Rosa De Lind', 'G-8: GROUP OF EIGHT'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort())
  })
})

describe('a bare surname', () => {
  it.each([
    'Then Clinton left.',
    'In May Clinton left.',
    'Former President Clinton left.',
    'the Democrat Clinton',
    'NATO and Clinton',
    'NATO Clinton',
    'Secretary of State Clinton',
    'Visiting Clinton, he left.',
    'Russia’s Clinton',
    'B. Clinton',
    'Vice President Clinton',
    'Sir Clinton',
  ])('stands for its person: %s', (text) => {
    expect(found(text)).toHaveLength(text.startsWith('NATO') ? 2 : 1)
  })

  it.each([
    'George Clinton',
    'Hillary Clinton',
    'Mrs. Clinton',
    'H. Clinton',
    'Secretary Hillary Clinton',
    'DeWitt Clinton',
  ])('does not: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes both titles where nothing is known', () => {
    expect(found('Mrs. Arbour and Mr. Arbour')).toHaveLength(2)
  })
})

describe('a plural title', () => {
  it.each([
    [
      'Secretaries Albright and Cohen agreed',
      ['Madeleine Albright: Albright', 'William Cohen: Cohen'],
    ],
    ['Foreign Ministers Holm, Cook, and others', ['Robin Cook: Cook']],
    ['Secretaries Holm and Albright', ['Madeleine Albright: Albright']],
    [
      'Secretaries William Cohen and Albright',
      ['William Cohen: William Cohen', 'Madeleine Albright: Albright'],
    ],
    ['Presidents Clinton and Holm', ['Bill Clinton: Clinton']],
    ['the secretaries Albright and Cohen', []],
    ['Secretaries met. Albright and Cohen came', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('a context rule', () => {
  const rules = new Map([['Jordan', { onlyWith: ['King Hussein', 'Amman'], notWith: ['river'] }]])
  const jordan = authorityOf([
    { ...actor('Kingdom of Jordan', 'state', 'Jordan'), rules },
    actor('Jordan Valley Authority', 'organization'),
  ])
  it.each([
    ['Jordan and King Hussein', 1],
    ['Amman: JORDAN', 1],
    ['Jordan', 0],
    ['King Hussein at the River Jordan', 0],
    ['the King, Hussein of Jordan', 1],
    ['the Kingdom of Jordan at the river', 1],
    ['the Jordan Valley Authority', 1],
  ])('%s', (text, count) => {
    expect(recognise(jordan, text)).toHaveLength(count)
  })

  it('looks at the attribution too', () => {
    expect(recognise(jordan, 'Jordan agrees.', 'King Hussein')).toHaveLength(1)
  })
})

it('lists each actor once, the attribution’s first and without an offset', () => {
  const actors = recognise(authority, 'NATO and Clinton and NATO.', 'President Clinton\nThe UN')
  expect(actors.map(({ name }) => name)).toEqual(['Bill Clinton', 'United Nations', 'NATO'])
  expect(actors[0]?.evidence).toEqual([
    { text: 'President Clinton', offset: null },
    { text: 'Clinton', offset: [9, 16] },
  ])
  expect(actors.every(({ verified }) => verified)).toBe(true)
})

it('finds what a naive search finds, in texts made of names and near-names', () => {
  const names = ['Ada', 'Ada Bell', 'Bell Cove', 'Ada Bell Cove', 'Cove of Dunes', 'ABC', 'A.B.']
  const known = authorityOf(names.map((name) => actor(name, 'organization')))
  const pieces = [
    'Ada',
    'Bell',
    'Cove',
    'of',
    'Dunes',
    'ABC',
    'abc',
    'A.B.',
    'and',
    'Bells',
    'ada',
    ',',
    '-',
  ]
  let state = 42
  const next = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % limit
  }
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: 8 }, () => pieces[next(pieces.length)]).join(' ')
    const spans = recognise(known, text).flatMap((one) => one.evidence)
    const offsets = spans.map(({ offset }) => offset?.join()).sort()
    expect(offsets, text).toEqual(naive(text, names).sort())
  }
})

/** Leftmost and longest among plain occurrences at word borders. */
function naive(text: string, names: string[]): string[] {
  const spans: string[] = []
  for (let at = 0; at < text.length; ) {
    const before = text[at - 1] ?? ' '
    const hits = names.filter((name) => {
      const after = text[at + name.length] ?? ' '
      return (
        text.startsWith(name, at) && !/\w/.test(before) && (!/\w/.test(after) || name.endsWith('.'))
      )
    })
    const longest = hits.sort((a, b) => b.length - a.length)[0]
    if (longest === undefined) at++
    else {
      spans.push(`${at},${at + longest.length}`)
      at += longest.length
    }
  }
  return spans
}
