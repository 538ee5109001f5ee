import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { EMBEDDER } from '#schema/meaning/vectors'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import type { Hit } from '../answer.ts'
import { hitOf } from './adapt.ts'
import type { EngineClient } from './engine.ts'

const MOST = 5
/** A cosine of 0.4, as the engine scores it: what is further away is another subject. */
const CLOSE = 0.7

/** The entries closest in meaning to one; none while the collection has no vectors. Never throws. */
export async function relatedEntries(client: EngineClient, id: string): Promise<Hit[]> {
  const { hits } = await client
    .index<EntryRecord>(ENTRIES_INDEX)
    .searchSimilarDocuments({
      id,
      embedder: EMBEDDER,
      limit: MOST,
      rankingScoreThreshold: CLOSE,
      attributesToRetrieve: [...ENTRY_FIELDS],
    })
    .catch(() => ({ hits: [] }))
  return (hits as EntryRecord[]).map(hitOf)
}
