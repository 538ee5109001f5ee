import { fold } from '#schema/fold'
import type { ActorRef } from '../others.ts'
import { tokensOf } from '../tokens.ts'
import { agree, type FullName } from './full-name.ts'

const NOBODY: Person[] = []

/** How many short forms a document remembers; the oldest are forgotten first. */
const MOST = 50_000

export type Person = {
  actor: ActorRef
  /** Folded first words of the person's names. */
  given: string[]
}

/**
 * What one document calls its actors: surnames of people who were named in full, acronyms and shorter
 * forms of organizations, and what is no actor.
 */
export class NameMemory {
  /** Folded surname → people, the one named last at the end. */
  readonly #people = new Map<string, Person[]>()
  /** Folded name or acronym; null: of something that does not act. */
  readonly #names = new Map<string, ActorRef | null>()

  /**
   * A person named in full.
   *
   * @param given the first names that the person is known by
   */
  introduce(actor: ActorRef, surnames: readonly string[], given: string[]): void {
    for (const surname of surnames) {
      const known = this.#people.get(surname) ?? NOBODY
      if (known.at(-1)?.actor.id === actor.id) continue
      const others = known.filter((person) => person.actor.id !== actor.id)
      others.push({ actor, given })
      this.#set(this.#people, surname, others)
    }
  }

  /** The person that a full name means when an agreeing one was named before. */
  sameName({ surnames: [surname], given }: FullName): ActorRef | null {
    const people = surname === undefined ? [] : (this.#people.get(surname) ?? [])
    return people.findLast((person) => person.given.some((own) => agree(own, given)))?.actor ?? null
  }

  /** Everyone who was named with this surname, the last one first. */
  people(surname: string): Person[] {
    return this.#people.get(surname)?.toReversed() ?? NOBODY
  }

  name(actor: ActorRef | null, name: string): void {
    this.#set(this.#names, fold(name), actor)
  }

  /** An organization with what texts shorten its name to. */
  organization(actor: ActorRef, name: string): void {
    const words = tokensOf(name)
    this.name(actor, name)
    const initials = words
      .filter(({ word }) => /^\p{Lu}/u.test(word))
      .map(({ word }) => word.charAt(0))
      .join('')
    if (initials.length >= 3) this.#unlessKnown(initials, actor)
    if (words.some(({ word }) => /^(?:of|for|on)$/.test(word))) return
    for (let from = 1; from < words.length - 1; from++) {
      this.#unlessKnown(name.slice(words[from]?.start), actor)
    }
  }

  /** By a folded name; undefined when the document has not said what it is. */
  named(key: string): ActorRef | null | undefined {
    return this.#names.get(key)
  }

  #unlessKnown(name: string, actor: ActorRef): void {
    if (!this.#names.has(fold(name))) this.name(actor, name)
  }

  #set<T>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key)
    map.set(key, value)
    if (map.size <= MOST) return
    for (const oldest of map.keys()) {
      map.delete(oldest)
      break
    }
  }
}
