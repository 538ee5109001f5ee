import 'server-only'
import { candidatesOf, type Offer } from '../offers.ts'
import type { SearchState } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { search } from './search.ts'

/**
 * For a search without results: what could be dropped so that there are some, with the total that each
 * would give. Those without results are left out; nothing at all when the engine takes too long.
 */
export async function offersFor(client: EngineClient, state: SearchState): Promise<Offer[]> {
  const counted = candidatesOf(state).map(async (candidate) => {
    const { answer } = await search(client, { ...candidate.state, size: 1 })
    return { ...candidate, total: answer.total }
  })
  const offers = await Promise.all(counted).catch(() => [])
  return offers.filter(({ total }) => total > 0)
}
