import 'server-only'
import { candidatesOf, type Offer } from '../offers.ts'
import type { SearchState } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { totalsOf } from './totals.ts'

/**
 * For a search without results: what could be dropped so that there are some, with the total that each
 * would give. Those without results are left out; nothing at all when the engine takes too long.
 *
 * @param state with its actors by their canonical names
 */
export async function offersFor(client: EngineClient, state: SearchState): Promise<Offer[]> {
  const candidates = candidatesOf(state)
  const totals = await totalsOf(
    client,
    candidates.map((candidate) => candidate.state),
  ).catch(() => [])
  return candidates
    .map((candidate, at) => ({ ...candidate, total: totals[at] ?? 0 }))
    .filter(({ total }) => total > 0)
}
