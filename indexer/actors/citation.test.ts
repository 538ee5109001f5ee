import { describe, expect, it } from 'vitest'
import { authorityOf } from './authority.ts'
import { citationStart } from './citation.ts'
import { DocumentActors } from './recognise.ts'

describe('citationStart', () => {
  it.each([
    ['Planes fly over the border. [NATO]', 28],
    ['“We shall stay.” [White House] [State Department]', 17],
    ['Did they agree? [OSCE report, p. 4] ', 16],
  ])('finds the source behind %s', (text, start) => {
    expect(citationStart(text)).toBe(start)
  })

  it.each([
    'The message came from [Ahtisaari]',
    'He told [the President] that it was over.',
    'They met. [Clinton] left early.',
    'No brackets at all.',
    '[NATO]',
    '',
  ])('takes no part of a sentence for one: %s', (text) => {
    expect(citationStart(text)).toBe(text.length)
  })

  it('keeps a source out of the actors, known or not', () => {
    const nato = { id: 'nato', name: 'NATO', type: 'organization' as const, aliases: [], line: 1 }
    const actors = new DocumentActors(authorityOf([nato])).recognise([
      { text: 'Refugees return to Prizren. [NATO] [State Department]', attribution: null },
      { text: 'NATO stops its flights. [State Department]', attribution: null },
    ])
    expect(actors.map((some) => some.map(({ name }) => name))).toEqual([[], ['NATO']])
  })
})
