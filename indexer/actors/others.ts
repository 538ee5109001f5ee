import type { ActorType } from '#schema/entry'
import { clampName } from '#schema/facet-key'
import { fold } from '#schema/fold'
import { ownText } from '#schema/own-text'
import { documentSlug } from '../ids.ts'
import type { AuthorityActor } from './authority.ts'

export type ActorRef = { id: string; name: string; type: ActorType; verified: boolean }

/** Each takes some hundred bytes for as long as the run lasts, and more at its end. */
export const MOST_OTHERS = 100_000
const MOST_SPELLINGS = 50_000

/** "H. W." and "H.W." are spellings of one name. */
const keyOf = (name: string): string => fold(name).replace(/\. (?=\p{L}\.)/gu, '.')

/**
 * The actors of a collection that are not in its authority file. A name means one actor, whatever its
 * case and diacritics: the spelling and the type that came first hold for all documents.
 */
export class OtherActors {
  /** By folded name or alias. */
  readonly #owners = new Map<string, AuthorityActor>()
  /** By `keyOf` the name. */
  readonly #others = new Map<string, ActorRef>()
  /** Id → `keyOf` the name, of all actors. */
  readonly #ids = new Map<string, string>()

  /** By a name as written: a cache. */
  readonly #spellings = new Map<string, ActorRef | null>()

  readonly #most: number
  #isFull = false

  constructor(actors: AuthorityActor[], most = MOST_OTHERS) {
    this.#most = most
    for (const actor of actors) {
      this.#ids.set(actor.id, keyOf(actor.name))
      for (const name of [...actor.aliases, actor.name]) this.#owners.set(fold(name), actor)
    }
  }

  /** The actor of the authority file that has this name or alias, in any case. */
  owner(name: string): AuthorityActor | null {
    return this.#owners.get(fold(name)) ?? null
  }

  /** The actor of a name; null when the name is one of the authority file's, or one too many. */
  get(name: string, type: ActorType): ActorRef | null {
    const spelt = this.#spellings.get(name)
    if (spelt !== undefined) return spelt
    const actor = this.#get(name, type)
    if (this.#spellings.size >= MOST_SPELLINGS) this.#spellings.clear()
    this.#spellings.set(ownText(name), actor)
    return actor
  }

  #get(name: string, type: ActorType): ActorRef | null {
    const key = keyOf(name)
    if (this.#owners.has(fold(name))) return null
    const known = this.#others.get(key)
    if (known !== undefined) return known
    if (this.#others.size >= this.#most) {
      this.#isFull = true
      return null
    }
    const id = this.#freeId(name, key)
    const actor = { id, name: clampName(ownText(name)), type, verified: false }
    this.#others.set(key, actor)
    this.#ids.set(id, key)
    return actor
  }

  /** Whether there were more names than are kept: those that came later are no actors. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Actors of an earlier run keep their spelling and id. */
  remember(actors: Iterable<ActorRef>): void {
    for (const { id, name, type, verified } of actors) {
      const key = keyOf(name)
      if (verified || this.#owners.has(fold(name)) || this.#others.has(key) || this.#ids.has(id))
        continue
      this.#others.set(key, { id, name, type, verified })
      this.#ids.set(id, key)
    }
  }

  #freeId(name: string, key: string): string {
    // The space keeps the end of a name from being taken for a file's extension.
    const slug = documentSlug(`${name} `)
    for (let count = 1; ; count++) {
      const id = count === 1 ? slug : `${slug}-${count}`
      if ((this.#ids.get(id) ?? key) === key) return id
    }
  }
}
