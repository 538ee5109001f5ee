import 'server-only'
import type { CalledActor } from '../page-answer.ts'
import type { SearchState } from '../state.ts'
import { withCanonicalActors } from './actors.ts'
import type { EngineClient } from './engine.ts'
import { otherNames } from './other-names.ts'
import { totalsOf } from './totals.ts'

const MOST = 3

/**
 * The actors that stand anywhere in a query, by any of their names, each with the search that asks for the
 * actor instead of the name. None when the engine takes too long: they are offered, nothing more.
 *
 * Not a part of every search: the totals cost as much as a search each.
 */
export async function calledActors(
  client: EngineClient,
  asked: SearchState,
): Promise<CalledActor[]> {
  try {
    const [{ called }, { state }] = await Promise.all([
      otherNames(client, asked.q),
      withCanonicalActors(client, asked),
    ])
    const chosen = [...state.actor, ...state.notActor]
    const some = called
      .filter(({ actor }) => !chosen.includes(actor.name))
      .slice(0, MOST)
      .map(({ actor: { name, actorType, verified }, rest }) => ({
        name,
        traits: { type: actorType, verified },
        rest,
      }))
    const totals = await totalsOf(
      client,
      some.map(({ name, rest }) => ({
        ...state,
        q: rest,
        actor: [...state.actor, name],
        page: 1,
      })),
    )
    return some
      .map((one, at) => ({ ...one, total: totals[at] ?? 0 }))
      .filter(({ total }) => total > 0)
  } catch {
    return []
  }
}
