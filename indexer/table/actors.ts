import type { Actor } from '#schema/entry'
import type { Authority } from '../actors/authority.ts'
import { OtherActors } from '../actors/others.ts'

/** The actors that a row names, as given: those of the authority file, the others unverified. */
export function givenActors(cell: string, authority: Authority): Actor[] {
  const others = authority.others ?? new OtherActors(authority.actors)
  const actors = new Map<string, Actor>()
  for (const name of cell.split(/[;|]/).map((name) => name.trim())) {
    if (name === '') continue
    const owner = others.owner(name)
    const actor = owner === null ? others.get(name, 'unknown') : { ...owner, verified: true }
    if (actor === null || actors.has(actor.id)) continue
    const { id, type, verified } = actor
    const evidence = [{ text: name, offset: null }]
    actors.set(id, { id, name: actor.name, type, verified, rule: 'column', evidence })
  }
  return [...actors.values()]
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
