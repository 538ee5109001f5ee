import 'server-only'
import { type Shared, type Since, sinceOf } from '../shared.ts'
import type { SearchState } from '../state.ts'
import type { EngineClient } from './engine.ts'
import { search } from './search.ts'

/** How the results of a search have changed since a link to it was made. */
export async function sinceShared(
  client: EngineClient,
  state: SearchState,
  shared: Shared,
): Promise<Since> {
  const total = async (also: SearchState['also']) => {
    const { answer } = await search(client, { ...state, page: 1, size: 1, also })
    return answer.total
  }
  const { version } = shared
  const [now, added, changed] = await Promise.all([
    total(undefined),
    total({ addedAfter: version }),
    total({ changedAfter: version }),
  ])
  return sinceOf(shared, now, added, changed)
}
