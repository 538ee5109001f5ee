import 'server-only'
import { facetKey } from '#schema/facet-key'
import { facetAttribute } from '#schema/facets'
import { fold } from '#schema/fold'
import { type ActorRecord, COLLECTION_INDEX } from '#schema/indexes'
import { spellings } from '#schema/letters'
import { isStopWord } from '#schema/meaning/stop-words'
import { outsideQuotes, type TypedWord } from '../query-units.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/**
 * Names of actors in a query: whoever types one name finds the entries that use another.
 */

/** A name that was typed, and whom it stands for. */
export type OtherName = { typed: string; name: string }

/** The query without some names, and the actors instead. */
export type Reading = { q: string; filter: string[] }

/** Words of the longest alias that is looked for. */
const LONGEST_NAME = 8
/** Names that are read at a time; each doubles the readings. */
const MOST_NAMES = 2
const MOST_ACTORS = 1_000

/** An actor that stands in a query by any of its names, and the query without it. */
export type NamedActor = { actor: ActorRecord; rest: string }

type Span = { start: number; end: number; words: number; key: string; typed: string }

export type Names = { names: OtherName[]; readings: Reading[]; called: NamedActor[] }

/** By client, and so by request: a search and what is offered beside it ask for the same names. */
const asked = new WeakMap<EngineClient, Map<string, Promise<Names>>>()

/** Looked up once for a request, however often it is asked. */
export function otherNames(client: EngineClient, q: string): Promise<Names> {
  const ofRequest = asked.get(client) ?? new Map<string, Promise<Names>>()
  asked.set(client, ofRequest)
  const names = ofRequest.get(q) ?? lookedUp(client, q)
  ofRequest.set(q, names)
  return names
}

async function lookedUp(client: EngineClient, q: string): Promise<Names> {
  const spans = spansOf(q, outsideQuotes(q))
  if (spans.length === 0) return { names: [], readings: [], called: [] }
  const keys = [...new Set(spans.map(({ key }) => key))]
  const { hits } = await client.index<ActorRecord>(COLLECTION_INDEX).search('', {
    filter: ['type = actor', `keys IN [${keys.map(quoted).join(', ')}]`],
    limit: MOST_ACTORS,
  })
  const all = called(spans, hits)
  // Where every name of an actor has the words typed, those words find them all.
  const found = all.filter(({ span, actor }) => saysMore(actor, span.key)).slice(0, MOST_NAMES)
  return {
    called: all.map(({ span, actor }) => ({
      actor,
      rest: `${q.slice(0, span.start)} ${q.slice(span.end)}`.replace(/\s+/g, ' ').trim(),
    })),
    names: found.map(({ span, actor }) => ({ typed: span.typed, name: actor.name })),
    readings: readingsOf(q, found),
  }
}

function spansOf(q: string, words: readonly TypedWord[]): Span[] {
  const spans: Span[] = []
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + LONGEST_NAME); last++) {
      const start = (words[first] as TypedWord).start
      const end = (words[last] as TypedWord).end
      // Words on both sides of a phrase are no name.
      if (last > first && (words[last] as TypedWord).run !== (words[first] as TypedWord).run) break
      const typed = q.slice(start, end)
      const key = fold(typed)
      if (first === last && isStopWord(key) && typed !== typed.toUpperCase()) continue
      spans.push({ start, end, words: last - first + 1, key, typed })
    }
  }
  return spans
}

type Named = { span: Span; actor: ActorRecord }

/** The longest names first, none inside another. */
function called(spans: readonly Span[], actors: readonly ActorRecord[]): Named[] {
  const taken: Span[] = []
  const named: Named[] = []
  for (const span of spans.toSorted((a, b) => b.words - a.words || a.start - b.start)) {
    if (taken.some(({ start, end }) => span.start < end && start < span.end)) continue
    const actorsHere = actors.filter(({ keys }) => keys.includes(span.key))
    if (actorsHere.length === 0) continue
    taken.push(span)
    for (const actor of actorsHere) named.push({ span, actor })
  }
  return named
}

/** True when a name of an actor lacks some of the words typed. */
function saysMore({ name, aliases }: ActorRecord, key: string): boolean {
  const words = key.split(' ')
  return [name, ...aliases].some((other) => {
    const its = fold(spellings(other).join(' ')).split(/[^\p{L}\p{N}.]+/u)
    return !words.every((word) => its.includes(word))
  })
}

/** The query with each choice of names replaced by the actors. */
function readingsOf(q: string, named: readonly Named[]): Reading[] {
  const readings: Reading[] = []
  for (let choice = 1; choice < 2 ** named.length; choice++) {
    const some = named.filter((_, index) => choice & (1 << index))
    const overlap = some.some(({ span }, i) => some.findIndex((one) => one.span === span) !== i)
    if (overlap) continue
    let rest = q
    for (const { span } of some.toSorted((a, b) => b.span.start - a.span.start)) {
      // What follows a name is complete: the engine must not take the word before it for a beginning.
      rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`
    }
    const filter = some.map(
      ({ actor }) => `${facetAttribute('actor')} = ${quoted(facetKey(actor.name))}`,
    )
    readings.push({ q: rest, filter })
  }
  return readings
}
