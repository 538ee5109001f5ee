import { describe, expect, it } from 'vitest'
import { type Authority, authorityOf, parseAuthority } from './authority.ts'
import { DocumentActors } from './recognise.ts'

const { authority } = parseAuthority(
  `- {id: bill-clinton, name: Bill Clinton, type: person, aliases: [William Jefferson Clinton, President Clinton, Mr. Clinton, Clinton]}
- {id: hillary-clinton, name: Hillary Clinton, type: person, aliases: [Hillary Rodham Clinton]}
- {id: albright, name: Madeleine Albright, type: person}
- {id: cook, name: Robin Cook, type: person}
- {id: stoel, name: Max van der Stoel, type: person}
- {id: us, name: United States, type: state, aliases: [US, U.S.]}`,
  'a.yaml',
)
const nobody = (): Authority => authorityOf([])

/** For each entry: `name` of what is verified, `name?` of what is not. */
function actorsOf(known: Authority, ...texts: string[]): string[][] {
  const passages = texts.map((text) => ({ text, attribution: null }))
  const recognised = new DocumentActors(known).recognise(passages)
  for (const [index, actors] of recognised.entries()) {
    for (const { text, offset } of actors.flatMap(({ evidence }) => evidence)) {
      expect(texts[index]?.slice(...(offset ?? []))).toBe(text)
    }
  }
  return recognised.map((actors) =>
    actors.map(({ name, verified }) => (verified ? name : `${name}?`)),
  )
}

describe('a second mention', () => {
  it.each<[string, string[], string[][]]>([
    [
      'of a known person by surname',
      ['Robin Cook spoke.', 'Later Cook left.', 'In the kitchen the cook left.'],
      [['Robin Cook'], ['Robin Cook'], []],
    ],
    [
      'under a title that the file does not have',
      [
        'Madeleine Albright came.',
        'Secretary Albright left.',
        'Secretaries Albright and Cook spoke.',
      ],
      [['Madeleine Albright'], ['Madeleine Albright'], ['Madeleine Albright', 'Cook?']],
    ],
    [
      'with particles',
      ['Max van der Stoel came.', 'Then van der Stoel spoke, and Mr. Stoel left.'],
      [['Max van der Stoel'], ['Max van der Stoel']],
    ],
    [
      'before the first',
      ['Nobody heard Cook.', 'It was Robin Cook.'],
      [['Robin Cook'], ['Robin Cook']],
    ],
    [
      'of somebody else of the name',
      ['George Clinton was governor.', 'Clinton ran again.'],
      [['George Clinton?'], ['George Clinton?']],
    ],
    [
      'of the person of the file, where both were named',
      ['Bill Clinton met George Clinton.', 'Clinton ran again.'],
      [['Bill Clinton', 'George Clinton?'], ['Bill Clinton']],
    ],
    ['of a couple', ['Bill and Hillary Clinton left.'], [['Bill Clinton', 'Hillary Clinton']]],
    [
      'before an administration',
      ['Hillary Clinton came.', 'The Clinton administration agreed.'],
      [['Hillary Clinton'], ['Bill Clinton']],
    ],
    ['by initials', ['B. Clinton and W. J. Clinton spoke.'], [['Bill Clinton']]],
    [
      'of whom a place is called after',
      ['Bill Clinton went to Clinton, New York, in Clinton County.'],
      [['Bill Clinton']],
    ],
    [
      'of a woman',
      ['Hillary Clinton came.', 'Clinton spoke.'],
      [['Hillary Clinton'], ['Hillary Clinton']],
    ],
    [
      'in a place of the name',
      ['Robin Cook came.', 'He lived in Cook, Ohio.'],
      [['Robin Cook'], []],
    ],
  ])('%s', (_, texts, expected) => {
    expect(actorsOf(authority, ...texts)).toEqual(expected)
  })

  it('is understood in the next batch', () => {
    const document = new DocumentActors(nobody())
    document.recognise([{ text: 'The office of Ada B. Lindgren opened.', attribution: null }])
    const [actors] = document.recognise([{ text: 'It was Lindgren who left.', attribution: null }])
    expect(actors).toMatchObject([{ name: 'Ada B. Lindgren', rule: 'surname', verified: false }])
  })
})

describe('a name that is in no file', () => {
  it.each<[string, string, string[]]>([
    ['behind a title', 'Then President Kimani spoke.', ['Kimani?']],
    [
      'behind an office',
      'U.S. Secretary of the Treasury Ada Bell',
      ['United States?', 'Ada Bell?'],
    ],
    ['with an initial', 'It was J. Q. Oduya', ['J. Q. Oduya?']],
    [
      'with a particle in front',
      'They met Ali al-Barakat; al-Barakat and Barakat left.',
      ['Ali al-Barakat?'],
    ],
    ['of an organization', 'the Harbour Workers’ Union met', ["Harbour Workers' Union?"]],
    [
      'with small words',
      'the Ministry of Trade and Industry met',
      ['Ministry of Trade and Industry?'],
    ],
    ['of a state, by several names', 'the USSR and the Soviet Union', ['Soviet Union?']],
    ['with an acronym', 'the Pilots Relief League (PRL) and the PRL', ['Pilots Relief League?']],
    ['of a state with spaces', 'the U. S. army', ['United States?']],
    ['among names', 'Pope John Paul II met King Harald.', ['Pope John Paul II?', 'King Harald?']],
    ['behind a quotation', '“Let it be,” Lindgren said.', ['Lindgren?']],
    ['at the start', 'Von der Aue spoke. Max von der Aue left.', ['Max von der Aue?']],
    ['of a government', 'the Oduya administration fell', ['Oduya?']],
    ['in a list of titles', 'Presidents Oduya and Kimani met', ['Oduya?', 'Kimani?']],
    ['a ruler’s', 'he told King Harald of it', ['King Harald?']],
    ['her', 'Eleanor Bell met Mrs. Oduya', ['Eleanor Bell?', 'Mrs. Oduya?']],
  ])('%s', (_, text, expected) => {
    expect(actorsOf(nobody(), text)).toEqual([expected])
  })

  it.each([
    'He said that She would go on Monday, in March or in May.',
    'Yesterday the rain fell. Tomorrow it stops. Fishing ended.',
    'THE WALL FELL AND THEY LET US GO HOME',
    'At last: THE WALL FALLS.',
    'Your Majesty, dear Sir, it is English.',
    'The Great Wall Falls in the North as Crowds Gather',
    'The Treaty of Westport ended the Harbour War after the Battle of Long Reach.',
    'in Westport, near Long Reach, at Harbour City',
    'an intercontinental missile (ICBM) of the type SS-20',
    'the British, the Serbs and the Kosovar Albanians',
    'a Western-backed plan, a Moscow-led bloc',
    'World War II and the Cold War; the Constitution; Article V',
    'Washington and Moscow agreed.',
  ])('is not: %s', (text) => {
    expect(actorsOf(nobody(), text)).toEqual([[]])
  })

  it('is one actor in all documents, whatever its case and diacritics', () => {
    const known = nobody()
    const names = ['Ada Šimić came.', 'Ada Simic came.', 'It was ADA Simic.']
    const actors = names.flatMap((text) =>
      new DocumentActors(known).recognise([{ text, attribution: null }]).flat(),
    )
    expect(new Set(actors.map(({ id, name }) => `${id} ${name}`))).toEqual(
      new Set(['ada-simic Ada Šimić']),
    )
  })

  it('never has a name of the file', () => {
    const texts = ['It was America that told Joan Cook of it.', 'Then Ann CLINTON spoke of Iran.']
    expect(actorsOf(authority, ...texts)).toEqual([['Joan Cook?'], ['Ann CLINTON?', 'Iran?']])
  })
})
