import { describe, expect, it } from 'vitest'
import { parseAuthority } from './authority.ts'

const problemsOf = (yaml: string): string[] =>
  parseAuthority(yaml, 'data/actors.yaml').problems.map(({ message }) => message)

const ann = '- {id: ann, name: Ann Harbour, type: person, aliases: [Harbour, Mrs. Harbour]}'

describe('parseAuthority', () => {
  it('reads a list, alone or under its key, with optional fields', () => {
    const yaml = `${ann}\n- id: hl\n  name:  Harbour   League\n  type: organization\n  wikidata: Q1\n`
    for (const text of [yaml, `actors:\n${yaml.replace(/^/gm, '  ')}`]) {
      const { authority, problems } = parseAuthority(text, 'a.yaml')
      expect(problems).toEqual([])
      expect(authority.actors).toMatchObject([
        { id: 'ann', aliases: ['Harbour', 'Mrs. Harbour'] },
        { id: 'hl', name: 'Harbour League', aliases: [], wikidata: 'Q1' },
      ])
    }
    expect(problemsOf('')).toEqual([])
    expect(problemsOf('actors:\n')).toEqual([])
  })

  it.each([
    [
      '- {id: b, name: Ben, type: person, aliases: [HARBOUR]}',
      2,
      'alias "HARBOUR" is already an alias of Ann Harbour (line 1)',
    ],
    [
      '- {id: b, name: Ben, type: person, aliases: [ann harbour]}',
      2,
      'alias "ann harbour" is already the name of Ann Harbour (line 1)',
    ],
    ['- {id: ann, name: Ben, type: person}', 2, 'id "ann" is already that of Ann Harbour (line 1)'],
    [
      '- {id: b, name: Ann Hárbour, type: person}',
      2,
      'name "Ann Hárbour" is already a name (line 1)',
    ],
    [
      '- id: b\n  name: Ben\n  type: persn',
      4,
      'unknown type "persn" (known: person, organization, state, unknown)',
    ],
    ['- id: b\n  name: Ben', 2, 'an actor has no type'],
    ['- id: b c\n  name: Ben\n  type: person', 2, 'id "b c": use letters, digits, - and _ only'],
    [
      '- id: b\n  name: Ben\n  type: person\n  alias: [x]',
      5,
      'unknown field "alias" (known: id, name, type, aliases, wikidata, onlyWith, notWith)',
    ],
    [
      '- id: b\n  name: Ben\n  type: person\n  aliases:\n    - 8',
      6,
      'an alias must be a text: put it in quotation marks',
    ],
    ['- id: b\n  name: Ben\n  type: person\n  aliases: Benny', 5, 'aliases must be a list'],
    [
      '- id: b\n  name: Ben\n  type: person\n  aliases: [B, "…", B]',
      5,
      'alias "…" of Ben has neither letters nor digits',
    ],
    [
      '- id: b\n  name: Ben\n  type: person\n  aliases: [B, B]',
      5,
      'alias "B" stands twice for Ben',
    ],
    ['- id: b\n  name: Ben\n  type: person\n  wikidata: 12', 5, 'wikidata must be a text'],
    [
      '- id: b\n  name: Ben\n  type: person\n  notWith: [river, 3]',
      5,
      'notWith must be a list of words or names',
    ],
    [
      '- id: b\n  name: Ben\n  type: person\n  aliases:\n    - {alias: Benny, only: x}',
      6,
      'unknown field "only" of an alias (known: alias, onlyWith, notWith)',
    ],
    ['- just words', 2, 'expected an actor with id, name and type'],
  ])('names the line: %j', (yaml, line, message) => {
    const { authority, problems } = parseAuthority(`${ann}\n${yaml}\n`, 'data/actors.yaml')
    expect(problems).toContainEqual({ line, message: `data/actors.yaml:${line}: ${message}` })
    expect(authority.actors[0]).toMatchObject({ id: 'ann', aliases: ['Harbour', 'Mrs. Harbour'] })
  })

  it('names everything that is wrong with one actor', () => {
    const yaml = '- {id: b c, name: Ben, type: persn, wikidata: 1, alias: x, aliases: [1]}'
    expect(problemsOf(yaml)).toHaveLength(5)
  })

  it('names the place of bad YAML in one line, and knows no actor then', () => {
    const { authority, problems } = parseAuthority(`${ann}\n- {id: b, name: [`, 'a.yaml')
    expect(authority.actors).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
    for (const { message } of problems)
      expect(message).toMatch(/^a\.yaml:\d+: not valid YAML: [^\n]+$/)
  })

  it.each(['people: []', 'just words', '12'])('refuses what is no list: %s', (yaml) => {
    expect(problemsOf(yaml)).toHaveLength(1)
  })

  it('reads context rules of an actor and of one alias', () => {
    const { authority, problems } = parseAuthority(
      `- id: j\n  name: Jordan\n  type: state\n  notWith: river\n` +
        `  aliases: [Hashemite Kingdom, {alias: Amman, onlyWith: [talks, King  Hussein]}]`,
      'a.yaml',
    )
    expect(problems).toEqual([])
    expect(authority.actors[0]?.rules).toEqual(
      new Map([
        ['Hashemite Kingdom', { onlyWith: [], notWith: ['river'] }],
        ['Amman', { onlyWith: ['talks', 'King Hussein'], notWith: [] }],
      ]),
    )
  })

  it('lets one actor be spelt in several ways', () => {
    expect(
      problemsOf('- {id: m, name: Milošević, type: person, aliases: [Milosevic, MILOSEVIC]}'),
    ).toEqual([])
  })
})
