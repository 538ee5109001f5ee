import { expect, it } from 'vitest'
import { authorityOf, parseAuthority } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { Suggestions } from './suggestions.ts'

const TEXT = `President Ada Bell met the Pilots Relief League (PRL) on 3 May 1999.

Bell told the PRL: "No; never", and Emil Bell agreed # with her.

- 4 May 1999: Orla Keane left for Ghana. Keane’s letter came later.`

async function suggested(yaml: string, text = TEXT): Promise<string> {
  const { authority } = parseAuthority(yaml, 'a.yaml')
  const suggestions = new Suggestions()
  const source = { id: 'd', source: 'd.md', format: 'md', text } as const
  const { entries } = await parseDocument(source, authority)
  for await (const chunk of entries) suggestions.add(chunk)
  return suggestions.toYaml(authority)
}

it('writes an authority file with counts, contexts and aliases that mean nobody else', async () => {
  expect(await suggested('[]')).toMatchInlineSnapshot(`
    "# Names that the authority file does not have, as --suggest-actors found them. Correct names and
    # types, delete what is no actor, merge what is one, and move the rest to the authority file
    # (data/README.md describes its form). What is "also called" otherwise was merged because nobody else
    # here can be meant: check it.
    actors:
      # 2 entries, 1 document
      #   President Ada Bell met the Pilots Relief League (PRL) on 3 May 1999.
      #   Bell told the PRL: "No; never", and Emil Bell agreed # with her.
      - id: ada-bell
        name: Ada Bell
        type: person
      # 2 entries, 1 document
      #   President Ada Bell met the Pilots Relief League (PRL) on 3 May 1999.
      #   Bell told the PRL: "No; never", and Emil Bell agreed # with her.
      - id: pilots-relief-league
        name: Pilots Relief League
        type: organization
        aliases:
          - PRL
      # 1 entry, 1 document
      #   Bell told the PRL: "No; never", and Emil Bell agreed # with her.
      - id: emil-bell
        name: Emil Bell
        type: person
      # 1 entry, 1 document
      #   Orla Keane left for Ghana. Keane’s letter came later.
      - id: ghana
        name: Ghana
        type: state
      # 1 entry, 1 document
      #   Orla Keane left for Ghana. Keane’s letter came later.
      - id: orla-keane
        name: Orla Keane
        type: person
        aliases:
          - Keane
    "
  `)
})

it('writes what loads without a fault, and then finds nothing to suggest', async () => {
  const file = await suggested('[]')
  const { authority, problems } = parseAuthority(file, 'found.yaml')
  expect(problems).toEqual([])
  expect(authority.actors.length).toBeGreaterThan(3)
  expect(parseAuthority(await suggested(file), 'again.yaml').authority.actors).toEqual([])
})

it('escapes whatever a name or a context holds', async () => {
  const text =
    'He met Ada: Bell there.\u0007 It was "Yes" O\'Brien Keane # of Ada Šimić-Ørsted: yes.'
  const { problems } = parseAuthority(await suggested('[]', text), 'found.yaml')
  expect(problems).toEqual([])
})

it('is a valid file when there is nothing to suggest', async () => {
  const { authority, problems } = parseAuthority(await suggested('[]', 'Nobody came.'), 'f.yaml')
  expect(problems).toEqual([])
  expect(authority.actors).toEqual(authorityOf([]).actors)
})
