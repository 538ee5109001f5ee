import { ACTOR_TYPES, type Actor, type ActorType } from '#schema/entry'
import type { Authority } from '../actors/authority.ts'
import { GAZETTEER, isPlace } from '../actors/names/gazetteer.ts'
import { type ActorRef, OtherActors } from '../actors/others.ts'
import { tokensOf } from '../actors/tokens.ts'
import { longestName } from '../actors/trie.ts'
import { cellText, leavesOf } from './table.ts'

/** Between the actors of a cell, and between an actor's name and its type. */
const NEXT = '\u001e'
const TYPE = '\u001f'

/** The text of a cell of actors: names, those of objects with the type that they state. */
export function actorsText(cell: unknown): string {
  const leaves = Array.isArray(cell) ? leavesOf(cell) : [cell]
  return leaves.map(actorText).join(NEXT)
}

function actorText(leaf: unknown): string {
  const name = cellText(leaf)
  if (typeof leaf !== 'object' || leaf === null || !('type' in leaf)) return name
  return name !== '' && isActorType(leaf.type) ? `${name}${TYPE}${leaf.type}` : name
}

const isActorType = (type: unknown): type is ActorType =>
  (ACTOR_TYPES as readonly unknown[]).includes(type)

/**
 * The actors that a row names, as given: those of the authority file, the others unverified.
 *
 * @param cell names between semicolons or bars, or what `actorsText` makes of a cell
 */
export function givenActors(cell: string, authority: Authority): Actor[] {
  const others = authority.others ?? new OtherActors(authority.actors)
  const actors = new Map<string, Actor>()
  for (const given of cell.split(NEXT).flatMap((part) => part.split(/[;|]/))) {
    const [name = '', stated] = given.split(TYPE).map((part) => part.trim())
    if (tokensOf(name).length === 0) continue
    const actor = actorOf(name, isActorType(stated) ? stated : null, others)
    if (actor === null || actors.has(actor.id)) continue
    const { id, type, verified } = actor
    const evidence = [{ text: name, offset: null }]
    actors.set(id, { id, name: actor.name, type, verified, rule: 'column', evidence })
  }
  return [...actors.values()]
}

/** A name of the authority file, or a state by any of its names, else the name as it stands. */
function actorOf(name: string, stated: ActorType | null, others: OtherActors): ActorRef | null {
  const owner = others.owner(name)
  if (owner !== null) return { ...owner, verified: true }
  const tokens = tokensOf(name)
  const hit = longestName(GAZETTEER, tokens, 0)
  const listed = hit?.next === tokens.length && !isPlace(hit.entry.actor) ? hit.entry.actor : null
  // "U.S." is the United States here too.
  const known = listed === null ? null : others.owner(listed.name)
  if (known !== null) return { ...known, verified: true }
  return others.get(listed?.name ?? name, stated ?? listed?.type ?? 'unknown')
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
