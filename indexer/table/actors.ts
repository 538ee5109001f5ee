import { ACTOR_TYPES, type Actor, type ActorType } from '#schema/entry'
import { ownText } from '#schema/own-text'
import type { Authority } from '../actors/authority.ts'
import { GAZETTEER, isPlace } from '../actors/names/gazetteer.ts'
import { type ActorRef, OtherActors } from '../actors/others.ts'
import { tokensOf } from '../actors/tokens.ts'
import { longestName } from '../actors/trie.ts'
import { cellText, leavesOf } from './table.ts'

/** Between the actors of a cell, and between an actor's name and its type. */
const NEXT = '\u001e'
const TYPE = '\u001f'
const BETWEEN = new RegExp(`[;|${NEXT}]`)

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

/** Names that are remembered. */
const MOST_NAMES = 50_000

/** The actors that a column of one table names, as given: those of the authority file, the others unverified. */
export class ColumnActors {
  readonly #others: OtherActors
  /** By name and stated type, as written: rows name the same ones again and again. */
  readonly #known = new Map<string, Named | null>()

  constructor({ others, actors }: Authority) {
    this.#others = others ?? new OtherActors(actors)
  }

  /** @param cell names between semicolons or bars, or what `actorsText` makes of a cell */
  of(cell: string): Actor[] {
    if (cell === '') return []
    const actors = new Map<string, Actor>()
    for (const given of cell.split(BETWEEN)) {
      const named = this.#named(given)
      if (named === null || actors.has(named.actor.id)) continue
      const { id, name, type, verified } = named.actor
      const evidence = [{ text: named.text, offset: null }]
      actors.set(id, { id, name, type, verified, rule: 'column', evidence })
    }
    return [...actors.values()]
  }

  #named(given: string): Named | null {
    const known = this.#known.get(given)
    if (known !== undefined) return known
    const own = ownText(given)
    const [text = '', stated] = own.split(TYPE).map((part) => part.trim())
    const type = isActorType(stated) ? stated : null
    const actor = tokensOf(text).length === 0 ? null : actorOf(text, type, this.#others)
    const named = actor === null ? null : { text, actor }
    if (this.#known.size >= MOST_NAMES) this.#known.clear()
    this.#known.set(own, named)
    return named
  }
}

/** The name as written, and whose it is. */
type Named = { text: string; actor: ActorRef }

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
  if (given.length === 0) return recognised
  const merged = new Map(given.map((actor) => [actor.id, actor]))
  for (const actor of recognised) {
    const known = merged.get(actor.id)
    if (known === undefined) merged.set(actor.id, actor)
    else merged.set(actor.id, { ...known, evidence: [...known.evidence, ...actor.evidence] })
  }
  return [...merged.values()]
}
