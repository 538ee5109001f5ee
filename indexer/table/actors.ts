import type { Actor } from '#schema/entry'
import type { Authority, AuthorityActor } from '../actors/authority.ts'
import { tokensOf } from '../actors/tokens.ts'
import { longestName } from '../actors/trie.ts'
import { documentSlug } from '../ids.ts'

/** The actors that a row names, as given: those of the authority file, the others unverified. */
export function givenActors(cell: string, authority: Authority): Actor[] {
  const actors = new Map<string, Actor>()
  for (const name of cell.split(/[;|]/).map((name) => name.trim())) {
    if (name === '') continue
    const slug = documentSlug(`${name} `)
    const tokens = tokensOf(name)
    const hit = longestName(authority.names, tokens, 0)
    const known = hit?.next === tokens.length ? hit.entry.actor : byId(authority).get(slug)
    const id = known?.id ?? slug
    if (actors.has(id)) continue
    actors.set(id, {
      id,
      name: known?.name ?? name,
      type: known?.type ?? 'unknown',
      verified: known !== undefined,
      rule: 'column',
      evidence: [{ text: name, offset: null }],
    })
  }
  return [...actors.values()]
}

const INDEXES = new WeakMap<Authority, Map<string, AuthorityActor>>()

/** A name that gives a known id differs from the canonical one in case or accents only. */
function byId(authority: Authority): Map<string, AuthorityActor> {
  const index =
    INDEXES.get(authority) ?? new Map(authority.actors.map((actor) => [actor.id, actor]))
  INDEXES.set(authority, index)
  return index
}

/** Actors of the column and those of the text, each once with all its evidence. */
export function mergedActors(given: Actor[], recognised: Actor[]): Actor[] {
  const merged = new Map(given.map((actor) => [actor.id, actor]))
  for (const actor of recognised) {
    const known = merged.get(actor.id)
    if (known === undefined) merged.set(actor.id, actor)
    else merged.set(actor.id, { ...known, evidence: [...known.evidence, ...actor.evidence] })
  }
  return [...merged.values()]
}
