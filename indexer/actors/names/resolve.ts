import type { Actor } from '#schema/entry'
import type { Authority } from '../authority.ts'
import type { ActorRef } from '../others.ts'
import { isTitle } from '../titles.ts'
import { type Token, tokensOf } from '../tokens.ts'
import type { NamedActor } from '../trie.ts'
import { genderOf } from './gender.ts'
import { byInitials } from './initials.ts'
import { NameMemory, nameKey, type Person } from './memory.ts'
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
      for (const mention of mentions) this.#meaning(mention, first)
    }
    return batch.map(({ mentions }) => {
      const meant: Meant[] = []
      for (const mention of mentions) {
        const found = this.#meaning(mention, known)
        if (found === null) continue
        const { start, end, rule } = mention
        meant.push({ rule, start, end, ...found })
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
    const { name, key, weight, listed, rule, type, words } = mention
    const { memory, ahead } = known
    const isFull = !listed && type === 'person' && isSeveral(words)
    const person = isFull || weight === 'no' ? null : bySurname(mention, known)
    if (person !== null) return { actor: person, rule: 'surname' }
    if (listed) return weight === 'certain' ? this.#other(name, type) : null
    if (isFull) {
      const same =
        memory.sameName(words) ??
        ahead?.sameName(words) ??
        byInitials(words, this.#authority) ??
        null
      if (same === null && (weight === 'asked' || weight === 'no')) return null
      const found = same === null ? this.#other(name, type) : { actor: same }
      if (found !== null) memory.introduce(found.actor, words)
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

function verifiedMeaning(
  { entry, rule, only, acronym }: VerifiedMention & Pick<Mention, 'acronym'>,
  memory: NameMemory,
): Meaning {
  const actor = refOf(entry.actor)
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
  const { names, given } = fullNamesOf(entry.actor)
  for (const words of names) memory.introduce(actor, words, given)
  return { actor }
}

/** The person whom a surname means, named in full before or, if there is only one, later. */
function bySurname(
  { located, title, type, listed, words }: OtherMention,
  { memory, ahead }: Known,
): ActorRef | null {
  if (located || (listed && type !== 'unknown') || isSeveral(words)) return null
  const key = nameKey(words)
  const before = memory.people(key).find((person) => mayBe(person, title))
  if (before !== undefined) return before.actor
  const later = (ahead?.people(key) ?? []).filter((person) => mayBe(person, title))
  return later.length === 1 ? (later[0]?.actor ?? null) : null
}

function mayBe({ given, actor }: Person, title: OtherMention['title']): boolean {
  if (actor.type !== 'person') return false
  const gender = title === null ? null : genderOf(given[0] ?? '')
  return gender === null || title?.address === gender
}

/** "Von der Leyen spoke": a surname at the start of a sentence. */
const PARTICLE = /^(?:Van|Von|De|Der|Du|Di|Da|Del|Della|Bin|Ibn|Ter)$/

/** More than one word, not counting particles and what a hyphen joins. */
function isSeveral(words: Token[]): boolean {
  let count = 0
  for (const [index, { word, gap }] of words.entries()) {
    if (!/^\p{Lu}/u.test(word) || (index === 0 && PARTICLE.test(word))) continue
    const isOwn = index === 0 || gap === ' ' || gap === '.'
    // "Bashar al-Assad"
    if (isOwn || (index > 1 && /^\p{Ll}/u.test(words[index - 1]?.word ?? ''))) count++
  }
  return count > 1
}

/** "Mrs. Roosevelt", where the surname alone is somebody else's. */
function addressed({ name, rule, title }: OtherMention): string {
  if (rule !== 'title' || title?.address !== 'female') return name
  return `${title.word}${/^m(?:r?s)$/i.test(title.word) ? '.' : ''} ${name}`
}

const refOf = ({ id, name, type }: NamedActor): ActorRef => ({ id, name, type, verified: true })

type FullNames = { names: Token[][]; given: string[] }

const FULL_NAMES = new WeakMap<NamedActor, FullNames>()

/** The names of a person that end in a surname, and the first names among their words. */
function fullNamesOf(actor: NamedActor): FullNames {
  const known = FULL_NAMES.get(actor)
  if (known !== undefined) return known
  const names = [actor.name, ...actor.aliases].map(tokensOf).filter((words) => words.length > 1)
  const given = names.map((words) => words[0]?.folded ?? '').filter((word) => !isTitle(word))
  const full = { names, given: [...new Set(given)] }
  FULL_NAMES.set(actor, full)
  return full
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
    if (known === undefined) actors.set(actor.id, { ...actor, rule, evidence: [evidence] })
    else known.evidence.push(evidence)
  }
}
