import type { Actor } from '#schema/entry'
import type { GivenName } from '../blocks.ts'
import type { Authority } from './authority.ts'
import { type ActorRef, OtherActors } from './others.ts'

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
   * The actors of an entry, each once, with the places of their names in its text.
   *
   * @param line of the source, at which the entry begins
   * @param beside words of the source that are not in the text
   */
  of(text: string, beside: string, line: number): Actor[] {
    const actors = new Map<string, Actor>()
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
      this.#add(actors, name, offset)
    }
    return [...actors.values()]
  }

  #add(actors: Map<string, Actor>, name: GivenName, offset: [number, number] | null): void {
    const actor = this.#actorOf(name)
    if (actor === null) return
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
  }

  #actorOf({ text, reference, type }: GivenName): ActorRef | null {
    const said = this.#byId.get(reference?.split(/[#/:]/).at(-1) ?? '')
    if (said !== undefined) return said
    const name = this.#called.get(reference ?? '') ?? text
    const owner = this.#others.owner(name)
    return owner === null ? this.#others.get(name, type) : { ...owner, verified: true }
  }
}

/** What was recognised in an entry, but for the words of which an editor says whom they mean. */
export function besideGiven(recognised: Actor[], given: Actor[]): Actor[] {
  const said = given.flatMap(({ evidence }) => evidence.map(({ offset }) => offset))
  const isSaid = (offset: [number, number] | null): boolean =>
    offset !== null &&
    said.some((other) => other !== null && offset[0] < other[1] && other[0] < offset[1])
  return recognised.flatMap((actor) => {
    const evidence = actor.evidence.filter(({ offset }) => !isSaid(offset))
    return evidence.length === 0 ? [] : [{ ...actor, evidence }]
  })
}
