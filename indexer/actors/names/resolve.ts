import type { Actor } from '#schema/entry'
import type { Authority } from '../authority.ts'
import type { ActorRef } from '../others.ts'
import { isTitle } from '../titles.ts'
import { tokensOf } from '../tokens.ts'
import type { NamedActor } from '../trie.ts'
import { fullNameOf } from './full-name.ts'
import { genderOf } from './gender.ts'
import { byInitials } from './initials.ts'
import { NameMemory, type Person } from './memory.ts'
import type { Mention, OtherMention, ReadText, VerifiedMention } from './read-text.ts'

/** A mention and the actor that it means. */
export type Meant = { actor: ActorRef; rule: string; start: number; end: number }

type Meaning = { actor: ActorRef; rule?: string } | null

/** What was said before a mention, and what else the batch says. */
type Known = { memory: NameMemory; ahead: NameMemory | null }

/** Decides what the names in a document mean, by what else the document says. */
export class Resolver {
  readonly #authority: Authority
  readonly #memory = new NameMemory()

  constructor(authority: Authority) {
    this.#authority = authority
  }

  /** @returns for each text what its names mean, in text order */
  resolve(batch: readonly ReadText[]): Meant[][] {
    const ahead = new NameMemory()
    const first = { memory: ahead, ahead: null }
    const known = { memory: this.#memory, ahead }
    for (const { mentions } of batch) {
      for (const mention of mentions) if (isTelling(mention)) this.#meaning(mention, first)
    }
    return batch.map(({ mentions }) => {
      const meant: Meant[] = []
      for (const mention of mentions) {
        const found = this.#meaning(mention, known)
        if (found === null) continue
        const { start, end, rule } = mention
        meant.push({ actor: found.actor, rule: found.rule ?? rule, start, end })
      }
      return meant
    })
  }

  #meaning(mention: Mention, known: Known): Meaning {
    if (mention.entry !== null) return verifiedMeaning(mention, known.memory)
    const found = this.#otherMeaning(mention, known)
    // An acronym stands for the name before it, or for nothing that acts.
    if (mention.acronym !== null && mention.rule !== 'acronym') {
      known.memory.name(found?.actor ?? null, mention.acronym)
    }
    return found
  }

  #otherMeaning(mention: OtherMention, known: Known): Meaning {
    const { name, key, weight, listed, rule, type, full } = mention
    const { memory, ahead } = known
    const person = full !== null || weight === 'no' ? null : bySurname(mention, known)
    if (person !== null) return { actor: person, rule: 'surname' }
    if (listed) return weight === 'certain' ? this.#other(name, type) : null
    if (full !== null) {
      const same =
        memory.sameName(full) ?? ahead?.sameName(full) ?? byInitials(full.initials, this.#authority)
      if (same === null && (weight === 'asked' || weight === 'no')) return null
      const found = same === null ? this.#other(name, type) : { actor: same }
      if (found !== null) memory.introduce(found.actor, full.surnames, [full.given])
      return found
    }
    const named = memory.named(key) ?? ahead?.named(key)
    if (named === null) return null
    if (named !== undefined) {
      return { actor: named, rule: named.name === name ? rule : 'short-form' }
    }
    if (weight === 'no' || weight === 'asked') return null
    const found = this.#other(addressed(mention), type)
    if (found !== null && type === 'organization') memory.organization(found.actor, name)
    else if (found !== null) memory.name(found.actor, name)
    return found
  }

  #other(name: string, type: ActorRef['type']): { actor: ActorRef } | null {
    const actor = this.#authority.others?.get(name, type) ?? null
    return actor === null ? null : { actor }
  }
}

/** Whether a mention says something about others: one that only asks what it means says nothing. */
function isTelling(mention: Mention): boolean {
  if (mention.acronym !== null) return true
  if (mention.entry !== null) return mention.entry.actor.type === 'person'
  return mention.full !== null || mention.weight === 'certain' || mention.weight === 'likely'
}

function verifiedMeaning(
  { entry, rule, only, acronym }: VerifiedMention & Pick<Mention, 'acronym'>,
  memory: NameMemory,
): Meaning {
  const { actor, surnames, given } = verifiedOf(entry.actor)
  if (actor.type !== 'person') {
    if (acronym !== null) memory.name(actor, acronym)
    return { actor }
  }
  if (only !== null && rule === 'authority-alias') {
    // "Clinton" in a document that has spoken of George Clinton only.
    const people = memory.people(only)
    const [other] = people
    if (other !== undefined && people.every(({ actor: { id } }) => id !== actor.id)) {
      return { actor: other.actor, rule: 'surname' }
    }
  }
  memory.introduce(actor, surnames, given)
  return { actor }
}

/** The person whom a surname means, named in full before or, if there is only one, later. */
function bySurname(
  { located, title, type, listed, surname }: OtherMention,
  { memory, ahead }: Known,
): ActorRef | null {
  if (surname === null || located || (listed && type !== 'unknown')) return null
  const before = memory.people(surname).find((person) => mayBe(person, title))
  if (before !== undefined) return before.actor
  const later = (ahead?.people(surname) ?? []).filter((person) => mayBe(person, title))
  return later.length === 1 ? (later[0]?.actor ?? null) : null
}

function mayBe({ given, actor }: Person, title: OtherMention['title']): boolean {
  if (actor.type !== 'person') return false
  const gender = title === null ? null : genderOf(given[0] ?? '')
  return gender === null || title?.address === gender
}

/** "Mrs. Roosevelt", where the surname alone is somebody else's. */
function addressed({ name, rule, title }: OtherMention): string {
  if (rule !== 'title' || title?.address !== 'female') return name
  return `${title.word}${/^m(?:r?s)$/i.test(title.word) ? '.' : ''} ${name}`
}

/** An actor of the authority file, and by what a person is mentioned again. */
type Verified = { actor: ActorRef; surnames: string[]; given: string[] }

const VERIFIED = new WeakMap<NamedActor, Verified>()

function verifiedOf(named: NamedActor): Verified {
  const known = VERIFIED.get(named)
  if (known !== undefined) return known
  const { id, name, type, aliases } = named
  const words = type === 'person' ? [name, ...aliases].map((text) => tokensOf(text)) : []
  const full = words.filter(({ length }) => length > 1).map(fullNameOf)
  const surnames = new Set(full.flatMap(({ surnames }) => surnames))
  const given = new Set(full.map(({ given }) => given).filter((word) => !isTitle(word)))
  const actor = { id, name, type, verified: true }
  const verified = { actor, surnames: [...surnames], given: [...given] }
  VERIFIED.set(named, verified)
  return verified
}

/**
 * Adds to an entry's actors what one of its texts names.
 *
 * @param place of an attribution, whose words have no offsets; null for the entry's own text
 */
export function addMeant(
  actors: Map<string, Actor>,
  { text }: ReadText,
  meant: Meant[],
  place: string | null,
): void {
  for (const { actor, rule, start, end } of meant) {
    if (!actor.verified && place?.includes(text.slice(start, end))) continue
    const offset: [number, number] | null = place === null ? [start, end] : null
    const evidence = { text: text.slice(start, end), offset }
    const known = actors.get(actor.id)
    if (known !== undefined) known.evidence.push(evidence)
    else {
      const { id, name, type, verified } = actor
      actors.set(id, { id, name, type, verified, rule, evidence: [evidence] })
    }
  }
}
