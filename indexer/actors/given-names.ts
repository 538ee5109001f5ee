import type { Actor, Evidence } from '#schema/entry'
import type { GivenName } from '../blocks.ts'
import type { Authority } from './authority.ts'
import { type ActorRef, OtherActors } from './others.ts'

/** What the markup of an entry gives: each actor once, and the names of places. */
export type Given = { actors: Actor[]; places: Evidence[] }

/** Names that were left out with their block are passed over, so many at most. */
const AHEAD = 100

/**
 * The names that a document's markup gives, asked for entry after entry, in their order. A name means
 * the actor of the authority file whose id its reference says; else the one who is called by the
 * longest of the names with that reference, of the authority file or, unverified, of its own.
 */
export class GivenNames {
  readonly #names: GivenName[]
  readonly #others: OtherActors
  readonly #byId: ReadonlyMap<string, ActorRef>
  /** The longest of the names that refer to the same. */
  readonly #called = new Map<string, string>()
  #next = 0

  constructor(names: GivenName[], authority: Authority) {
    this.#names = names
    this.#others = authority.others ?? new OtherActors(authority.actors)
    const verified = names.length === 0 ? [] : authority.actors
    this.#byId = new Map(verified.map((actor) => [actor.id, { ...actor, verified: true }]))
    for (const { text, reference } of names) {
      if (reference === null || text.length <= (this.#called.get(reference)?.length ?? 0)) continue
      this.#called.set(reference, text)
    }
  }

  /**
   * What an entry names, with where it stands in its text. A place is an actor when it is a state of the
   * authority file, or refers to an actor of it.
   *
   * @param line of the source, at which the entry begins
   * @param beside words of the source that are not in the text
   */
  of(text: string, beside: string, line: number): Given {
    const actors = new Map<string, Actor>()
    const places: Evidence[] = []
    let from = 0
    for (let at = this.#next; at < Math.min(this.#next + AHEAD, this.#names.length); at++) {
      const name = this.#names[at] as GivenName
      if (name.line < line) {
        this.#next = at + 1
        continue
      }
      const start = text.indexOf(name.text, from)
      if (start === -1 && !beside.includes(name.text)) continue
      this.#next = at + 1
      const end = start + name.text.length
      if (start !== -1) from = end
      const offset: [number, number] | null = start === -1 ? null : [start, end]
      if (!this.#add(actors, name, offset)) places.push({ text: name.text, offset })
    }
    return { actors: [...actors.values()], places }
  }

  #add(actors: Map<string, Actor>, name: GivenName, offset: [number, number] | null): boolean {
    const actor = this.#actorOf(name)
    if (actor === null) return name.type !== 'place'
    const { id, type, verified } = actor
    const evidence = { text: name.text, offset }
    const known = actors.get(id)
    if (known !== undefined) known.evidence.push(evidence)
    else
      actors.set(id, {
        id,
        name: actor.name,
        type,
        verified,
        rule: 'tei-name',
        evidence: [evidence],
      })
    return true
  }

  #actorOf({ text, reference, type }: GivenName): ActorRef | null {
    const said = this.#byId.get(reference?.split(/[#/:]/).at(-1) ?? '')
    if (said !== undefined) return said
    const name = this.#called.get(reference ?? '') ?? text
    const owner = this.#others.owner(name)
    if (type === 'place') return owner?.type === 'state' ? { ...owner, verified: true } : null
    return owner === null ? this.#others.get(name, type) : { ...owner, verified: true }
  }
}

/** The one place that an entry names; null when it names none or several. */
export function onlyPlace({ places }: Given): string | null {
  const [first, ...more] = new Set(places.map(({ text }) => text))
  return first === undefined || more.length > 0 ? null : first
}

/**
 * What was recognised in an entry, but for the words of which an editor says whom they mean, and for
 * places: of those only states act.
 */
export function besideGiven(recognised: Actor[], { actors, places }: Given): Actor[] {
  const said = actors.flatMap(({ evidence }) => evidence)
  return recognised.flatMap((actor) => {
    const kept = actor.type === 'state' ? said : [...said, ...places]
    const evidence = actor.evidence.filter(({ offset }) => !overlapsAny(offset, kept))
    return evidence.length === 0 ? [] : [{ ...actor, evidence }]
  })
}

const overlapsAny = (offset: Evidence['offset'], others: Evidence[]): boolean =>
  offset !== null &&
  others.some(({ offset: other }) => other !== null && offset[0] < other[1] && other[0] < offset[1])
