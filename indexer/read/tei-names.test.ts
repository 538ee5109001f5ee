import { expect, it } from 'vitest'
import { parseAuthority } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

const { authority } = parseAuthority(
  `actors:
  - { id: ida-thorne, name: Ida Thorne, type: person, aliases: [Thorne] }
  - { id: harbour-league, name: Harbour League, type: organization, aliases: [HL] }`,
  'actors.yaml',
)

async function actorsOf(body: string): Promise<string[][]> {
  const text = `<TEI><teiHeader><p><persName>Nobody</persName></p></teiHeader><text><body>${body}</body></text></TEI>`
  const source = { id: 'a', source: 'a.xml', format: 'tei', text } as const
  const { entries } = await wholeOf(await parseDocument(source, authority))
  for (const { entry } of entries) {
    for (const { text, offset } of entry.actors.flatMap(({ evidence }) => evidence)) {
      if (offset !== null) expect(entry.text.slice(...offset)).toBe(text)
    }
  }
  return entries.map(({ entry }) =>
    entry.actors.map(
      ({ id, name, type, verified, rule, evidence }) =>
        `${id} ${name} ${type} ${verified} ${rule} ${evidence.map(({ text }) => text).join('/')}`,
    ),
  )
}

async function placesOf(body: string): Promise<(string | null)[]> {
  const text = `<TEI><text><body>${body}</body></text></TEI>`
  const source = { id: 'a', source: 'a.xml', format: 'tei', text } as const
  const { entries } = await wholeOf(await parseDocument(source, authority))
  return entries.map(({ entry }) => entry.place)
}

it('takes the names that editors mark as given', async () => {
  const body = `<p>Then <persName ref="#berg">Emil Berg</persName> spoke, and <orgName>the League</orgName> heard.</p>
<p><persName ref="#berg">He</persName> met <persName>Ida <surname>Thorne</surname></persName> of the HL.</p>
<p>He met nobody.</p>`
  expect(await actorsOf(body)).toEqual([
    [
      'emil-berg Emil Berg person false tei-name Emil Berg',
      'the-league the League organization false tei-name the League',
    ],
    [
      'emil-berg Emil Berg person false tei-name He',
      'ida-thorne Ida Thorne person true tei-name Ida Thorne',
      'harbour-league Harbour League organization true authority-alias HL',
    ],
    [],
  ])
})

it('takes a place for a place, and for an actor only where it is a state', async () => {
  const body = `<p><persName>Emil Berg</persName> left <placeName>Westport</placeName> at night.</p>
<p>In <placeName>Westport</placeName> and <placeName>Nieuwport</placeName> nobody knew.</p>
<p>The envoy of <placeName>France</placeName> came to <placeName ref="#harbour-league">the quay</placeName>.</p>`
  expect(await actorsOf(body)).toEqual([
    ['emil-berg Emil Berg person false tei-name Emil Berg'],
    [],
    [
      'harbour-league Harbour League organization true tei-name the quay',
      expect.stringMatching(/^france France state false /),
    ],
  ])
  expect(await placesOf(body)).toEqual(['Westport', null, 'France'])
})

it('believes a reference more than the name', async () => {
  const body = `<p><persName key="peter">Peter Thorne</persName> spoke; <persName key="peter">Thorne</persName> left.</p>
<p><persName ref="https://example.org/people#ida-thorne">The mayor</persName> stayed.</p>`
  expect(await actorsOf(body)).toEqual([
    ['peter-thorne Peter Thorne person false tei-name Peter Thorne/Thorne'],
    ['ida-thorne Ida Thorne person true tei-name The mayor'],
  ])
})
