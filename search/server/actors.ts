import 'server-only'
import { fold } from '#schema/fold'
import { type ActorRecord, COLLECTION_INDEX } from '#schema/indexes'
import { type SearchState, withNames } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/**
 * Actors as a link may name them (id, canonical name or alias, in any case) become canonical names.
 * A name that nobody has stays as it is: a filter without hits.
 */
export async function withCanonicalActors(
  client: EngineClient,
  state: SearchState,
): Promise<{ state: SearchState; names: Record<string, string> }> {
  const asked = [...state.actor, ...state.notActor]
  if (asked.length === 0) return { state, names: {} }
  const keys = [...new Set(asked.map(fold))]
  const { hits } = await client.index<ActorRecord>(COLLECTION_INDEX).search('', {
    filter: [`type = actor`, `keys IN [${keys.map(quoted).join(', ')}]`],
    hitsPerPage: keys.length * 3,
    page: 1,
  })
  const canonical = (name: string): string => bestMatch(hits, fold(name))?.name ?? name
  const names = Object.fromEntries(asked.map((name) => [name, canonical(name)]))
  return { state: withNames(state, names), names }
}

/** A canonical name binds before an id, an id before an alias. */
function bestMatch(actors: readonly ActorRecord[], key: string): ActorRecord | undefined {
  return (
    actors.find((actor) => fold(actor.name) === key) ??
    actors.find((actor) => fold(actor.actorId) === key) ??
    actors.find((actor) => actor.keys.includes(key))
  )
}
