import { fold } from '#schema/fold'
import type { ActorRef } from '../others.ts'
import { type Token, tokensOf } from '../tokens.ts'

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
   * @param words of the name, without titles
   * @param given the first names that the person is known by
   */
  introduce(actor: ActorRef, words: Token[], given = [givenOf(words)]): void {
    for (const surname of surnamesOf(words)) {
      const known = this.#people.get(surname) ?? []
      if (known.at(-1)?.actor.id === actor.id) continue
      const others = known.filter(({ actor: { id } }) => id !== actor.id)
      this.#set(this.#people, surname, [...others, { actor, given }])
    }
  }

  /** The person that a full name means when an agreeing one was named before. */
  sameName(words: Token[]): ActorRef | null {
    const [surname] = surnamesOf(words)
    const given = givenOf(words)
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

const PARTICLE = /^(?:de|da|do|dos|du|des|di|del|della|la|le|van|von|der|den|ter|bin|ibn|al|el|zu)$/
const SUFFIX = /^(?:jr|sr|[ivx]+)$/
/** Surnames that stand first in their languages, where the rest is a given name. */
const FIRST: ReadonlySet<string> = new Set(
  `mao zhou chiang deng kim ho park roh li jiang hu xi sun yuan liu lin chen wang zhang zhao chou
  ngo nguyen le pham vo tran syngman katsura ito tojo konoe yoshida ma lu liao peng ye hua wen qian
  huang xu zhu song gao luo tang han feng dong xiao cao`.split(/\s+/),
)

/** The words by which somebody is mentioned again, folded, the usual one first. */
export function surnamesOf(words: Token[]): string[] {
  let end = words.length
  while (end > 1 && SUFFIX.test(words[end - 1]?.folded ?? '')) end--
  if (end < 2) return []
  let from = end - 1
  while (from > 1 && words[from]?.gap === '-') from--
  const surnames = [joined(words, from, end)]
  // "al-Assad" is called "Assad" too.
  if (from < end - 1 && PARTICLE.test(words[from]?.folded ?? '')) {
    surnames.push(joined(words, from + 1, end))
  }
  let withParticles = from
  while (withParticles > 1 && PARTICLE.test(words[withParticles - 1]?.folded ?? '')) withParticles--
  if (withParticles < from) surnames.push(joined(words, withParticles, end))
  const first = words[0]?.folded ?? ''
  if (FIRST.has(first)) surnames.push(first)
  return surnames
}

const joined = (words: Token[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ folded, gap }, index) => (index === 0 ? folded : gap + folded))
    .join('')

/** The form in which `people` knows a surname. */
export const nameKey = (words: Token[]): string => joined(words, 0, words.length)

const givenOf = (words: Token[]): string => words[0]?.folded ?? ''

/** "Franklin D." and "Franklin", "F. D." and "Franklin": first names agree, or their initials do. */
function agree(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0))
}
